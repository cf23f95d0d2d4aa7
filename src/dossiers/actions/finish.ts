import { readNumberAndSymbol, saveDocument } from '../../documents/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { oneOf, optionalDay, optionalId, optionalText, text } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import * as decide from '../domain/decisions.ts';
import { CHANNELS } from '../domain/dossier.ts';
import { dossierUrl } from '../urls.ts';
import { byAgency, byDesk, keptFile, ofDossier, onDossier, rowOf } from './common.ts';

/** The records clerk gives the signed result its number from the register, and sends it to the desk: handling ends. */
export const finishDossier = defineAction({
  name: 'dossier.finish',
  path: '/dossiers/:dossier/result',
  permission: 'dossier.register',
  sees: 'dossier.read',
  input: ofDossier.extend({ number: text(100), date: optionalDay(), file: optionalId() }),
  subject: byAgency,
  async perform(performing, { dossier, number, date, file }) {
    const { agencyId, subject } = await rowOf(performing, dossier);
    const read = readNumberAndSymbol(number);
    if (read === null) throw new RefusalError(refuse('invalid:document-number', {}, { field: 'number' }));
    const issueDate = date ?? performing.clock.today();
    if (issueDate > performing.clock.today())
      throw new RefusalError(refuse('invalid:issue-date-ahead', {}, { field: 'date' }));
    const kept = file === null ? null : await keptFile(performing, agencyId, file);
    const documentId = await saveDocument(performing, agencyId, {
      ...read,
      issuer: null,
      issueDate,
      abstract: subject,
      fileId: kept?.id ?? null,
    });
    return onDossier(performing, dossier, (state) =>
      decide.finish(state, {
        number: `${read.number}/${read.symbol}`,
        date: issueDate,
        documentId,
        file: kept,
      }),
    );
  },
  next: ({ dossier }) => dossierUrl(dossier),
});

/** The desk hands the result to the applicant, or to the post. */
export const returnResult = defineAction({
  name: 'dossier.return-result',
  path: '/dossiers/:dossier/result/return',
  permission: 'dossier.receive',
  sees: 'dossier.read',
  input: ofDossier.extend({ by: oneOf(CHANNELS), to: optionalText(200), note: optionalText(500) }),
  subject: byDesk,
  perform: (performing, { dossier, ...returned }) =>
    onDossier(performing, dossier, (state) => decide.returnResult(state, returned)),
  next: ({ dossier }) => dossierUrl(dossier),
});
