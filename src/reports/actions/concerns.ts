import { listUnits } from '../../agencies/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { oneOf, optionalId, text, whole } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { CONCERN_KINDS } from '../domain/report.ts';
import * as decide from '../domain/report-decisions.ts';
import { findReport } from '../queries.ts';
import { answerSubject, chainSubject } from '../report-rights.ts';
import { concernUrl, reportUrl } from '../urls.ts';
import { ofReport, onReport, reportDrafting } from './common.ts';

const ofConcern = ofReport.extend({ concern: whole(1, 999) });

/** A difficulty or a proposal in a unit's report, and who is to answer. */
export const raiseConcern = defineAction({
  name: 'concern.raise',
  path: '/reports/:report/concerns',
  permission: 'report.draft',
  sees: 'report.read',
  input: ofReport.extend({ kind: oneOf(CONCERN_KINDS), text: text(4000), toUnit: optionalId() }),
  subject: (query, input) => reportDrafting(query, input.report),
  async perform(performing, { report, ...concern }) {
    const toUnit = await unitOrOffice(performing.query, report, concern.toUnit);
    const { id, seq } = await onReport(performing, report, (state) =>
      decide.raiseConcern(state, { ...concern, toUnit }),
    );
    return { id, seq };
  },
  next: (input) => `${reportUrl(input.report)}#concerns`,
});

/** Takes out what nobody has been told of yet. */
export const dropConcern = defineAction({
  name: 'concern.drop',
  path: '/reports/:report/concerns/:concern/dropping',
  permission: 'report.draft',
  sees: 'report.read',
  input: ofConcern,
  subject: (query, input) => reportDrafting(query, input.report),
  async perform(performing, { report, concern }) {
    const { id, seq } = await onReport(performing, report, (state) => decide.dropConcern(state, concern));
    return { id, seq };
  },
  next: (input) => `${reportUrl(input.report)}#concerns`,
});

/** The Office says which unit answers. */
export const directConcern = defineAction({
  name: 'concern.direct',
  path: '/reports/:report/concerns/:concern/direction',
  permission: 'report.answer',
  sees: 'report.read',
  input: ofConcern.extend({ toUnit: optionalId() }),
  async subject(query, input) {
    const found = await findReport(query, input.report);
    return found && chainSubject(found.agencyId, await listUnits(query, found.agencyId));
  },
  async perform(performing, { report, concern, toUnit }) {
    const to = await unitOrOffice(performing.query, report, toUnit);
    const { id, seq } = await onReport(performing, report, (state) =>
      decide.directConcern(state, concern, to),
    );
    return { id, seq };
  },
  next: (input) => concernUrl(input.report, input.concern),
});

/** Whoever it went to answers, once. */
export const answerConcern = defineAction({
  name: 'concern.answer',
  path: '/reports/:report/concerns/:concern/answer',
  permission: 'report.answer',
  sees: 'report.read',
  input: ofConcern.extend({ text: text(4000) }),
  async subject(query, input) {
    const found = await findReport(query, input.report);
    const concern = found?.state.concerns.find(({ number }) => number === input.concern);
    if (found === undefined || concern === undefined || concern.raisedAt === null) return undefined;
    return answerSubject(found.agencyId, concern.toUnit, await listUnits(query, found.agencyId));
  },
  async perform(performing, input) {
    const { id, seq } = await onReport(performing, input.report, (state) =>
      decide.answerConcern(state, input.concern, input.text),
    );
    return { id, seq };
  },
  next: (input) => concernUrl(input.report, input.concern),
});

/** The unit that was chosen; null for the Office, which answers what goes to no other. */
async function unitOrOffice(query: Reader, report: string, chosen: string | null): Promise<string | null> {
  if (chosen === null) return null;
  const found = await findReport(query, report);
  const unit = found && (await listUnits(query, found.agencyId)).find(({ id }) => id === chosen);
  if (unit === undefined) throw new RefusalError(refuse('invalid:choose', {}, { field: 'toUnit' }));
  return unit.kind === 'office' ? null : unit.id;
}
