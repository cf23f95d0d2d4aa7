import nd61 from '../../../rules/one-stop/nd61-2018.json' with { type: 'json' };
import nd107 from '../../../rules/one-stop/nd107-2021.json' with { type: 'json' };
import nd118 from '../../../rules/one-stop/nd118-2025.json' with { type: 'json' };
import {
  type Budget,
  type CivilDate,
  type CountingRules,
  readBudget,
  SUPPLEMENT_POLICIES,
  type SupplementPolicy,
} from '../calendar/index.ts';

/** What the law of some days says about the one-stop desk. */
export interface OneStopRules {
  readonly code: string;
  /** Vietnamese, as the law is cited. */
  readonly title: string;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly counting: CountingRules;
  readonly supplementPolicy: SupplementPolicy;
  /** How often supplements may be requested after acceptance. */
  readonly supplementsAllowed: number;
  /** What is accepted after this time of day is handed over on the next working day: "15:00". */
  readonly handOverAfter: string;
  /** In which time a dossier that was submitted online is accepted or answered; null where no law says. */
  readonly answerOnlineWithin: Budget | null;
  /** An apology is sent so many days before the appointed day. */
  readonly apologyDaysBefore: number;
  /** How often a new day may be appointed with an apology. */
  readonly newDatesAllowed: number;
  /** After so many days a result that nobody fetched counts as uncollected. */
  readonly uncollectedAfterDays: number;
  /** For each rule where it stands, and whether that was not yet compared with the official text. */
  readonly sources: Readonly<
    Record<keyof Written, { readonly source: string; readonly provisional: boolean }>
  >;
}

type Written = (typeof nd61)['rules'];
type RuleSetFile = Omit<typeof nd61, 'rules' | 'until'> & { until: string | null; rules: RulesFile };
type RulesFile = {
  [Rule in keyof Written]: {
    value: Rule extends 'answerOnlineWithin' ? string | null : Written[Rule]['value'];
    source: string;
    provisional?: boolean;
  };
};

/** The rule sets in their order. */
export const oneStopRuleSets: readonly OneStopRules[] = [nd61, nd107, nd118].map(rulesOf);

/** The rules of a day: of a dossier that of its acceptance. Of a day before the first known set it is that one. */
export function oneStopRulesOn(day: CivilDate): OneStopRules {
  const rules = oneStopRuleSets.findLast(({ from }) => from <= day) ?? oneStopRuleSets[0];
  if (rules === undefined) throw new RangeError('No rules of the one-stop desk are known');
  return rules;
}

function rulesOf({ code, title, from, until, rules }: RuleSetFile): OneStopRules {
  const { counting, supplementPolicy, handOverAfter, answerOnlineWithin } = rules;
  const { startDay, endOnDayOff } = counting.value;
  const policy = SUPPLEMENT_POLICIES.find((one) => one === supplementPolicy.value);
  const online = answerOnlineWithin.value === null ? null : readBudget(answerOnlineWithin.value);
  if (
    (startDay !== 'next' && startDay !== 'same') ||
    (endOnDayOff !== 'next-working-day' && endOnDayOff !== 'stay') ||
    policy === undefined ||
    !/^([01]\d|2[0-3]):[0-5]\d$/.test(handOverAfter.value) ||
    (answerOnlineWithin.value !== null && online === null)
  )
    throw new RangeError(`${code}: a rule of the one-stop desk cannot be read`);
  const sources = Object.fromEntries(
    Object.entries(rules).map(([rule, { source, provisional = false }]) => [rule, { source, provisional }]),
  ) as OneStopRules['sources'];
  return {
    code,
    title,
    from,
    until,
    counting: { startDay, endOnDayOff },
    supplementPolicy: policy,
    supplementsAllowed: rules.supplementsAllowed.value,
    handOverAfter: handOverAfter.value,
    answerOnlineWithin: online,
    apologyDaysBefore: rules.apologyDaysBefore.value,
    newDatesAllowed: rules.newDatesAllowed.value,
    uncollectedAfterDays: rules.uncollectedAfterDays.value,
    sources,
  };
}
