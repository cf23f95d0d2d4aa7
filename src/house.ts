import { allAgencyIds } from './agencies/index.ts';
import { agencies } from './agencies/slice.ts';
import { below } from './below/slice.ts';
import { calendar } from './calendar/slice.ts';
import { documents } from './documents/slice.ts';
import { dossierFigures } from './dossiers/figures/slice.ts';
import { dossiers } from './dossiers/slice.ts';
import { evidence } from './evidence/slice.ts';
import { forms } from './forms/slice.ts';
import { measures } from './measures/slice.ts';
import { parties } from './parties/slice.ts';
import { people } from './people/slice.ts';
import { plan } from './plan/slice.ts';
import type { Action } from './platform/actions/action.ts';
import { Lexicon } from './platform/i18n/words.ts';
import type { Job } from './platform/jobs/runner.ts';
import { upkeepJobs } from './platform/jobs/upkeep.ts';
import { platform } from './platform/pages/slice.ts';
import { Policy } from './platform/policy/policy.ts';
import type { Slice } from './platform/slice.ts';
import { verifyWords } from './platform/verify/words.ts';
import { platformWords } from './platform/words.ts';
import { procedures } from './procedures/slice.ts';
import { reminders } from './reminders/slice.ts';
import { reports } from './reports/slice.ts';

/** The slices of the house, in their order: each may use only those before it. */
export const slices: readonly Slice[] = [
  agencies,
  calendar,
  people,
  reminders,
  documents,
  evidence,
  measures,
  plan,
  below,
  procedures,
  parties,
  forms,
  dossiers,
  dossierFigures,
  reports,
  platform,
];

export const actions: ReadonlyMap<string, Action> = new Map(
  slices.flatMap((slice) => slice.actions ?? []).map((action) => [action.name, action]),
);

export const policy = new Policy(slices.flatMap((slice) => slice.grants ?? []));

/** The words of these slices and of what they stand on. */
export const lexiconOf = (of: readonly Slice[]) =>
  new Lexicon([platformWords, verifyWords, ...of.flatMap((slice) => slice.words)]);

export const lexicon = lexiconOf(slices);

/** What the server does by itself, for these slices and what they stand on. */
export const jobsOf = (of: readonly Slice[]): readonly Job[] => [
  ...upkeepJobs((house) => allAgencyIds(house.database)),
  ...of.flatMap((slice) => slice.jobs ?? []),
];
