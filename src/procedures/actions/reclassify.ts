import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { civilDay, id, oneOf } from '../../platform/actions/fields.ts';
import { ONLINE_LEVELS } from '../domain/procedure.ts';
import { reclassify } from '../keep.ts';
import { procedureUrl } from '../urls.ts';
import { decisionNumber, keeping } from './common.ts';

/**
 * Gives a procedure another online level from a day on. The version before keeps its own, so that reports of earlier
 * periods count as they did (Nghị định 42/2022/NĐ-CP took levels 1 to 4 away).
 */
export const reclassifyProcedure = defineAction({
  name: 'procedure.reclassify',
  path: '/procedures/:procedure/online-level',
  permission: 'procedure.keep',
  sees: 'procedure.read',
  input: z.object({
    procedure: id(),
    onlineLevel: oneOf(ONLINE_LEVELS),
    number: decisionNumber(),
    date: civilDay(),
    validFrom: civilDay(),
  }),
  subject: keeping,
  perform: (performing, { procedure, onlineLevel, ...by }) =>
    reclassify(performing, procedure, onlineLevel, by),
  next: ({ procedure }) => procedureUrl(procedure),
});
