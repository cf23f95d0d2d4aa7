/**
 * How much of what a careful reader found doubtful in Plan 375 the rules remark, by category and severity, and which
 * errors they report beyond it. The labelled file is no part of the project: without it beside the project, this says so.
 *
 * Run: node bench/remarks.ts
 */
import { readFileSync } from 'node:fs';
import type { ReadPlan, Remark } from '../src/plan/domain/read-plan.ts';
import { readPlan } from '../src/plan/domain/reader/index.ts';
import { findRemarks } from '../src/plan/domain/remarks/index.ts';
import { labelledPlans } from './labelled.ts';

interface Point {
  id: string;
  category: string;
  severity: Remark['severity'];
  basis: 'internal' | 'calendar' | 'outside';
  evidence: string[];
}

const EXPECTED = 'plan-375-expected.json';
const PLAN = new URL('../examples/plan-375.txt', import.meta.url);

/** The labeller's names of categories, where the rules have another. */
const RULES_OF: Record<string, string[]> = {
  citation_after_plan: ['citation-after-plan'],
  same_act_two_numbers: ['same-act-two-numbers'],
  number_year_vs_date_year: ['number-date-year'],
  number_missing: ['serial-missing'],
  type_word_vs_symbol: ['type-word-against-symbol'],
  symbol_typo: ['symbol-against-issuer'],
  citation_unresolvable: ['bare-citation'],
  symbol_form: ['government-resolution-year'],
  issuer_ambiguous: ['citation-issuer-missing'],
  undated_citations: ['undated-citation'],
  requirement_vs_deadline_cell: ['requirement-against-due', 'several-due-rules'],
  child_after_parent: ['input-after-report'],
  child_equals_parent: ['input-on-report-day'],
  period_not_over: ['report-before-period-end'],
  data_cutoff_vs_deadline: ['data-cut-off'],
  deadline_near_issue: ['due-near-issue'],
  deadline_non_working_day: ['due-day-off'],
  deadline_form: ['due-form', 'year-inferred'],
  continuous_vs_deadline: ['continuous-against-due'],
  annual_result_before_year_end: ['yearly-result-early'],
  frequency: ['frequency-against-due'],
  empty_requirement: ['missing-cells'],
  requirement_not_for_this_task: ['requirement-of-another-task'],
  requirement_copied_from_index: ['scoring-as-requirement'],
  missing_word: ['missing-word'],
  grammar: ['missing-word', 'doubled-word'],
  scan_typos: ['scan-error'],
  numbering_form: ['numbering'],
  unit_names: ['unit-name-unmatched'],
  agency_name: ['spelling-variants'],
  role_vs_task: ['unit-duty-mismatch'],
  target_without_task: ['target-without-task', 'commitment-without-task'],
  signature_block: ['signature-without-post'],
  stale_reference: ['stale-letter'],
  near_duplicate_targets: ['mixed-targets', 'unmeasurable-target'],
  embedded_task: ['hosted-deliverable'],
};

function rulesOf(category: string): string[] {
  return (
    RULES_OF[category] ?? [category.replaceAll('_', '-').replace(/s$/u, ''), category.replaceAll('_', '-')]
  );
}

/** Every place of the words, as spans of code points. */
function placesOf(text: string, words: string): [number, number][] {
  const trimmed = words.trim();
  const places: [number, number][] = [];
  for (let at = text.indexOf(trimmed); at >= 0; at = text.indexOf(trimmed, at + 1)) {
    const start = [...text.slice(0, at)].length;
    places.push([start, start + [...trimmed].length]);
  }
  return places;
}

function shown(remarks: readonly Remark[], text: string, words: string, whole: boolean): boolean {
  return placesOf(text, words).some(([start, end]) =>
    remarks.some(({ spans }) =>
      spans.some(([from, to]) => (whole ? from <= start && end <= to : from < end && start < to)),
    ),
  );
}

function report(plan: ReadPlan, points: readonly Point[]): void {
  const rows = points.map((point) => {
    const rules = rulesOf(point.category);
    const remarks = plan.remarks.filter(({ rule }) => rules.includes(rule));
    const strict = point.severity === 'error';
    const fitting = strict ? remarks.filter(({ severity }) => severity === 'error') : remarks;
    const seen = point.evidence.filter((words) => shown(fitting, plan.text, words, strict)).length;
    const found =
      point.evidence.length === 0 ? fitting.length > 0 : strict ? seen === point.evidence.length : seen > 0;
    return { ...point, found, seen };
  });

  for (const severity of ['error', 'warning', 'info'] as const) {
    for (const basis of ['internal', 'calendar', 'outside'] as const) {
      const own = rows.filter((row) => row.severity === severity && row.basis === basis);
      if (own.length === 0) continue;
      const found = own.filter((row) => row.found);
      const missed = own.filter((row) => !row.found).map(({ id, category }) => `${id} ${category}`);
      console.log(
        `${severity} / ${basis}: ${found.length} of ${own.length}${missed.length > 0 ? `; missed: ${missed.join(', ')}` : ''}`,
      );
    }
  }
  const words = rows.reduce((sum, { evidence }) => sum + evidence.length, 0);
  console.log(`words shown: ${rows.reduce((sum, { seen }) => sum + seen, 0)} of ${words}`);
  for (const { id, category, seen, evidence, found } of rows) {
    if (found && seen < evidence.length)
      console.log(`  partly: ${id} ${category} ${seen} of ${evidence.length}`);
  }

  const errors = points.filter(({ severity }) => severity === 'error');
  const beyond = plan.remarks.filter((remark) => {
    if (remark.severity !== 'error') return false;
    return !errors.some(
      ({ category, evidence }) =>
        rulesOf(category).includes(remark.rule) &&
        evidence.some((part) => shown([remark], plan.text, part, false)),
    );
  });
  console.log(`errors beyond the labelled ones: ${beyond.length}`);
  for (const { rule, message } of beyond) console.log(`  ${rule}: ${message}`);
}

function time(plan: ReadPlan): void {
  for (let warm = 0; warm < 10; warm++) readPlan(plan.text);
  const rounds = 20;
  const measure = (work: () => void) => {
    const start = performance.now();
    for (let round = 0; round < rounds; round++) work();
    return ((performance.now() - start) / rounds).toFixed(1);
  };
  console.log(
    `reading with remarks ${measure(() => readPlan(plan.text))} ms, remarks alone ${measure(() => findRemarks(plan))} ms, warm`,
  );
}

const plan = readPlan(readFileSync(PLAN, 'utf8'));
const bySeverity = Map.groupBy(plan.remarks, ({ severity }) => severity);
console.log(
  `Plan 375: ${plan.remarks.length} remarks (${[...bySeverity].map(([severity, own]) => `${own.length} ${severity}`).join(', ')})`,
);
const folder = labelledPlans(EXPECTED);
if (folder !== null) {
  const expected: { inconsistencies: Point[] } = JSON.parse(readFileSync(`${folder}/${EXPECTED}`, 'utf8'));
  report(plan, expected.inconsistencies);
}
time(plan);
