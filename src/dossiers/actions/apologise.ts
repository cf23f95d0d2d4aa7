import { defineAction } from '../../platform/actions/action.ts';
import { civilDay, text } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { closingOn, deskClockOf, deskRulesOf } from '../appointed.ts';
import * as decide from '../domain/decisions.ts';
import { dossierUrl } from '../urls.ts';
import { byAgency, documentFields, documentOf, issuing, needed, ofDossier, rowOf } from './common.ts';

/**
 * Apologises for what will be late, or is, and appoints a new day once (Nghị định 61/2018/NĐ-CP, article 19). It is
 * signed by the head of the handling agency; that makes nothing on time.
 */
export const apologise = defineAction({
  name: 'dossier.apologise',
  path: '/dossiers/:dossier/apology',
  permission: 'dossier.apologise',
  sees: 'dossier.read',
  input: ofDossier.extend({ reason: text(), day: civilDay(), ...documentFields }),
  subject: byAgency,
  async perform(performing, { dossier, reason, day, ...fields }) {
    const { agencyId, rules } = await rowOf(performing, dossier);
    const document = needed(await documentOf(performing, agencyId, fields));
    const clock = await deskClockOf(performing.query, agencyId, rules);
    const appointed = closingOn(clock, day);
    if (Date.parse(appointed) <= performing.clock.now().epochMilliseconds)
      throw new RefusalError(refuse('invalid:new-date-past', {}, { field: 'day' }));
    return issuing(performing, dossier, 'apology', (state) =>
      decide.apologise(state, { reason, appointed, document }, deskRulesOf(rules)),
    );
  },
  next: ({ dossier }) => dossierUrl(dossier),
});
