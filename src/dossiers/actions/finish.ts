import { readNumberAndSymbol, saveDocument } from '../../documents/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { oneOf, optionalDay, optionalId, optionalText, text } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import * as decide from '../domain/decisions.ts';
import { CHANNELS } from '../domain/dossier.ts';
import { dossierOfResult, versionKept } from '../queries.ts';
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
    const { agencyId, procedureVersionId } = await rowOf(performing, dossier);
    const version = await versionKept(performing.query, agencyId, procedureVersionId);
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
      // The register is read by more people than the dossier: it names the procedure, never whose it is.
      abstract: version?.name ?? '',
      fileId: kept?.id ?? null,
    });
    const resultNumber = `${read.number}/${read.symbol}`;
    const other = await dossierOfResult(performing.query, agencyId, resultNumber, issueDate);
    if (other !== undefined && other.id !== dossier)
      throw new RefusalError(
        refuse('conflict:result-number', { code: other.code ?? '–' }, { field: 'number' }),
      );
    return onDossier(performing, dossier, (state) =>
      decide.finish(state, {
        number: resultNumber,
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
