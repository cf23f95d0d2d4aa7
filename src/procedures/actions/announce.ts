import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { civilDay, id, oneOf } from '../../platform/actions/fields.ts';
import { VERSION_CHANGES } from '../domain/announcing.ts';
import { announceDraft } from '../keep.ts';
import { procedureUrl } from '../urls.ts';
import { decisionNumber, keeping } from './common.ts';

/** Announces the version that was prepared, by a decision and from a day on; dossiers that began before keep theirs. */
export const announceProcedure = defineAction({
  name: 'procedure.announce',
  path: '/procedures/:procedure/announcements',
  permission: 'procedure.keep',
  sees: 'procedure.read',
  input: z.object({
    procedure: id(),
    number: decisionNumber(),
    date: civilDay(),
    validFrom: civilDay(),
    change: oneOf(VERSION_CHANGES).default('amended'),
  }),
  subject: keeping,
  perform: (performing, { procedure, change, ...by }) => announceDraft(performing, procedure, change, by),
  next: ({ procedure }) => procedureUrl(procedure),
});
