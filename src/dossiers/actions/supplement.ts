import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { optionalText, text } from '../../platform/actions/fields.ts';
import { deskClockOf, deskRulesOf, dueAfterSupplement } from '../appointed.ts';
import { broughtFields, broughtOf } from '../brought.ts';
import * as decide from '../domain/decisions.ts';
import type { SupplementItem } from '../domain/dossier.ts';
import { dossierUrl } from '../urls.ts';
import {
  agencyOf,
  byDesk,
  byHandler,
  documentFields,
  documentOf,
  issuing,
  ofDossier,
  onDossier,
  rowOf,
} from './common.ts';

const items = z
  .array(z.object({ component: optionalText(40), what: optionalText(500), reason: optionalText(500) }))
  .max(60, 'too-many')
  .default([]);

/** What was filled in: a row without words asks for nothing. */
function askedFor(rows: z.output<typeof items>): SupplementItem[] {
  return rows.flatMap(({ component, what, reason }) =>
    what === null ? [] : [{ component, what, reason: reason ?? '' }],
  );
}

/** The desk says at once all that is missing; no clock runs yet. */
export const requestCompletion = defineAction({
  name: 'dossier.request-completion',
  path: '/dossiers/:dossier/completion-request',
  permission: 'dossier.receive',
  sees: 'dossier.read',
  input: ofDossier.extend({ items }),
  subject: byDesk,
  perform: (performing, { dossier, items: rows }) =>
    issuing(performing, dossier, 'supplement-request', (state) =>
      decide.requestCompletion(state, askedFor(rows)),
    ),
  next: ({ dossier }) => dossierUrl(dossier),
});

/** What was missing has come. */
export const receiveCompletion = defineAction({
  name: 'dossier.receive-completion',
  path: '/dossiers/:dossier/completion',
  permission: 'dossier.receive',
  sees: 'dossier.read',
  input: ofDossier.extend(broughtFields),
  subject: byDesk,
  async perform(performing, { dossier, components }) {
    const brought = await broughtOf(performing, await agencyOf(performing, dossier), components);
    return onDossier(performing, dossier, (state) => decide.receiveCompletion(state, brought));
  },
  next: ({ dossier }) => dossierUrl(dossier),
});

/** Who handles it asks the applicant for what is missing: once, completely, in writing. */
export const requestSupplement = defineAction({
  name: 'dossier.request-supplement',
  path: '/dossiers/:dossier/supplement-request',
  permission: 'dossier.handle',
  sees: 'dossier.read',
  input: ofDossier.extend({ items, basis: text(500), ...documentFields }),
  subject: byHandler,
  async perform(performing, { dossier, items: rows, basis, ...fields }) {
    const { agencyId, rules } = await rowOf(performing, dossier);
    const document = await documentOf(performing, agencyId, fields);
    const asked = { items: askedFor(rows), basis, document };
    return issuing(performing, dossier, 'supplement-request', (state) =>
      decide.requestSupplement(state, asked, deskRulesOf(rules)),
    );
  },
  next: ({ dossier }) => dossierUrl(dossier),
});

/** The supplement has come whole, to the desk: the clock goes on as its rule set says. */
export const receiveSupplement = defineAction({
  name: 'dossier.receive-supplement',
  path: '/dossiers/:dossier/supplement',
  permission: 'dossier.receive',
  sees: 'dossier.read',
  input: ofDossier.extend(broughtFields),
  subject: byDesk,
  async perform(performing, { dossier, components }) {
    const { agencyId, rules } = await rowOf(performing, dossier);
    const brought = await broughtOf(performing, agencyId, components);
    const clock = await deskClockOf(performing.query, agencyId, rules);
    return onDossier(performing, dossier, (state) =>
      decide.receiveSupplement(state, brought, dueAfterSupplement(clock, state, performing.clock.now())),
    );
  },
  next: ({ dossier }) => dossierUrl(dossier),
});
