import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { civilDay, id, optionalId } from '../../platform/actions/fields.ts';
import { abolish } from '../keep.ts';
import { procedureUrl } from '../urls.ts';
import { decisionNumber, keeping } from './common.ts';

/** Abolishes a procedure by a decision, from a day on; another one may take its place. */
export const abolishProcedure = defineAction({
  name: 'procedure.abolish',
  path: '/procedures/:procedure/abolition',
  permission: 'procedure.keep',
  sees: 'procedure.read',
  input: z.object({
    procedure: id(),
    number: decisionNumber(),
    date: civilDay(),
    from: civilDay(),
    successor: optionalId(),
  }),
  subject: keeping,
  perform: (performing, { procedure, successor, ...by }) =>
    abolish(performing, procedure, { ...by, successorId: successor }),
  next: ({ procedure }) => procedureUrl(procedure),
});
