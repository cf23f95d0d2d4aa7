import form from '../../../rules/figures/ii-06a.json' with { type: 'json' };
import index from '../../../rules/figures/national-index.json' with { type: 'json' };
import plan from '../../../rules/figures/plan-375.json' with { type: 'json' };
import { DOSSIER_VERDICTS, type DossierVerdict } from './verdict.ts';

/** Which dossiers a figure counts, and how those that no time limit fits: a choice of whoever asks for the figure. */
export interface InclusionPolicy {
  readonly code: string;
  /** Vietnamese, as it is cited. */
  readonly title: string;
  readonly source: string;
  /** Refused before acceptance. */
  readonly refused: 'out' | 'on_time';
  /** Withdrawn after acceptance: judged by when, on time whenever, or not counted; likewise stopped. */
  readonly withdrawn: Ended;
  readonly stopped: Ended;
  /** While it waits for the citizen: judged like any open one, by when the supplement was asked for, or always within time. */
  readonly waiting: (typeof WAITING)[number];
  /** Whether one of which supplements were asked for more than once is late, whenever it ended. */
  readonly againIsLate: boolean;
  /** Without an appointed time. */
  readonly undated: 'on-time' | 'out';
  /** The share that is called on time. */
  readonly ratio: { readonly counts: readonly DossierVerdict[]; readonly of: readonly DossierVerdict[] };
  /** The last day of a year whose dossiers count for shares of online submission, "10-31"; null where the year's end is. */
  readonly cutOff: string | null;
  /** For each rule where it stands, and whether that was not yet compared with the official text. */
  readonly sources: Readonly<Record<string, { readonly source: string; readonly provisional: boolean }>>;
}

const ENDED = ['ended', 'on_time', 'out'] as const;
type Ended = (typeof ENDED)[number];
const WAITING = ['as-open', 'until-request', 'within'] as const;

type Written = Omit<typeof index, 'rules'> & {
  rules: {
    [Rule in keyof (typeof index)['rules']]: {
      value: Rule extends 'supplementsAllowed'
        ? number | null
        : Rule extends 'cutOff'
          ? string | null
          : (typeof index)['rules'][Rule]['value'];
      source: string;
      provisional?: boolean;
    };
  };
};

/** The policies by their codes. */
export const inclusionPolicies = {
  'national-index': policyOf(index),
  'ii-06a': policyOf(form),
  'plan-375': policyOf(plan),
} as const;

function policyOf({ code, title, source, rules }: Written): InclusionPolicy {
  const one = <T extends string>(rule: string, value: string, of: readonly T[]): T => {
    const found = of.find((known) => known === value);
    if (found === undefined) throw new RangeError(`${code}: ${rule} cannot be ${value}`);
    return found;
  };
  const { supplementsAllowed, cutOff, ratio } = rules;
  if (supplementsAllowed.value !== null && supplementsAllowed.value !== 1)
    throw new RangeError(`${code}: the second supplement makes late, or none does`);
  if (rules.early.value !== 'day-before') throw new RangeError(`${code}: early is before the appointed day`);
  if (cutOff.value !== null && !/^\d\d-\d\d$/.test(cutOff.value))
    throw new RangeError(`${code}: ${cutOff.value} is no day of a year`);
  const verdicts = (values: readonly string[]) =>
    values.map((value) => one('ratio', value, DOSSIER_VERDICTS));
  return {
    code,
    title,
    source,
    refused: one('refused', rules.refused.value, ['out', 'on_time']),
    withdrawn: one('withdrawn', rules.withdrawn.value, ENDED),
    stopped: one('stopped', rules.stopped.value, ENDED),
    waiting: one('waiting', rules.waiting.value, WAITING),
    againIsLate: supplementsAllowed.value !== null,
    undated: one('undated', rules.undated.value, ['on-time', 'out']),
    ratio: { counts: verdicts(ratio.value.counts), of: verdicts(ratio.value.of) },
    cutOff: cutOff.value,
    sources: Object.fromEntries(
      Object.entries(rules).map(([rule, { source: where, provisional = false }]) => [
        rule,
        { source: where, provisional },
      ]),
    ),
  };
}
