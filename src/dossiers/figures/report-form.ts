import form2017 from '../../../rules/reports/ii-06a-2017.json' with { type: 'json' };
import form2020 from '../../../rules/reports/ii-06a-2020.json' with { type: 'json' };
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { type InclusionPolicy, inclusionPolicies } from './inclusion.ts';
import { DOSSIER_VERDICTS, type DossierVerdict } from './verdict.ts';

/** How a dossier came into a period: received in it, online or otherwise, or carried over from before. */
export const ARRIVALS = ['online', 'direct', 'carried'] as const;
export type DossierArrival = (typeof ARRIVALS)[number];

/** A column of a form: which dossiers it counts. */
export interface FormColumn {
  readonly no: number;
  readonly group: string;
  readonly title: string;
  /** Only these arrivals, and only these verdicts; all where it says nothing. */
  readonly arrival: readonly DossierArrival[] | null;
  readonly verdict: readonly DossierVerdict[] | null;
}

/** A form of the handling report, as the rule set of its days has it. Its words are the form's own, Vietnamese. */
export interface ReportForm {
  readonly code: string;
  readonly number: string;
  readonly title: string;
  readonly from: CivilDate;
  readonly source: string;
  /** Whether it was not yet compared with the official text. */
  readonly provisional: boolean;
  readonly note: string;
  readonly inclusion: InclusionPolicy;
  readonly unit: string;
  readonly names: { readonly no: string; readonly name: string };
  readonly columns: readonly FormColumn[];
  /** A total and the columns that must make it up: 3 = 4 + 5 + 6. */
  readonly checks: readonly { readonly total: number; readonly parts: readonly number[] }[];
}

type Written = Omit<typeof form2020, 'columns'> & {
  columns: { no: number; group: string; title: string; arrival?: string[]; verdict?: string[] }[];
};

/** The forms in their order. */
export const reportForms: readonly ReportForm[] = [form2017, form2020].map(formOf);

/** The form for a period that ends on a day; before the first known form it is that one. */
export function reportFormOn(day: CivilDate): ReportForm {
  const form = reportForms.findLast(({ from }) => from <= day) ?? reportForms[0];
  if (form === undefined) throw new RangeError('No form of the handling report is known');
  return form;
}

/** The form of a code, as a closed period holds it. */
export function reportFormOf(code: string): ReportForm {
  const form = reportForms.find((one) => one.code === code);
  if (form === undefined) throw new RangeError(`no form of the handling report is called ${code}`);
  return form;
}

/** A column's heading by itself: the first of a group says the group too. */
export function columnHeading({ columns }: ReportForm, { no, group, title }: FormColumn): string {
  const first = columns.find((one) => one.group === group);
  return first?.no === no ? `(${no}) ${group}: ${title.toLowerCase()}` : `(${no}) ${title}`;
}

/** A check with the numbers that it compares. */
export interface FormCheck {
  readonly total: number;
  readonly parts: readonly number[];
  readonly holds: boolean;
}

/** Whether the counted columns make up their totals; each was counted by itself. */
export function checksOf({ checks }: ReportForm, counted: ReadonlyMap<number, number>): FormCheck[] {
  const of = (no: number) => counted.get(no) ?? 0;
  return checks.map(({ total, parts }) => ({
    total,
    parts,
    holds: of(total) === parts.reduce((sum, no) => sum + of(no), 0),
  }));
}

function formOf({ columns, inclusion, ...rest }: Written): ReportForm {
  const policy = Object.values(inclusionPolicies).find(({ code }) => code === inclusion);
  if (policy === undefined) throw new RangeError(`${rest.code}: no inclusion policy ${inclusion}`);
  const known = <T extends string>(values: readonly string[] | undefined, of: readonly T[]) =>
    values?.map((value) => {
      const found = of.find((one) => one === value);
      if (found === undefined) throw new RangeError(`${rest.code}: ${value} is nothing that a column counts`);
      return found;
    }) ?? null;
  return {
    ...rest,
    inclusion: policy,
    columns: columns.map(({ no, group, title, arrival, verdict }) => ({
      no,
      group,
      title,
      arrival: known(arrival, ARRIVALS),
      verdict: known(verdict, DOSSIER_VERDICTS),
    })),
  };
}
