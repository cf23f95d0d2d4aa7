import type { CivilDate } from '../../pure/calendar/civil-date.ts';

/** How the code of a dossier is put together under a rule set. */
export interface DossierCodeRules {
  /** The rule set's code: "tt01-2018". */
  rules: string;
  from: CivilDate;
  /** By which identifier of the agency it begins: child first (2018), or parent first (2025). */
  identifier: '2018' | '2025';
  /** Digits of the running number of a day; a longer one is written out. */
  digits: number;
}

/** "000.00.01.H26-190128-0007": agency, day of acceptance, running number of the day. */
export function dossierCode(
  rules: DossierCodeRules,
  identifier: string,
  day: CivilDate,
  number: number,
): string {
  const yymmdd = day.slice(2).replaceAll('-', '');
  return `${identifier}-${yymmdd}-${String(number).padStart(rules.digits, '0')}`;
}

/** What the running number counts within: one agency's acceptances of a day under one rule set. */
export function counterScope(rules: DossierCodeRules, day: CivilDate): string {
  return `${rules.rules}/${day}`;
}

const SHAPES = {
  '2018': /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/,
  '2025': /^[A-Z]\d{2}(?:\.\d{2,3}){0,4}$/,
} as const;

/** Whether an agency's identifier has the shape of its scheme. */
export function isIdentifier(scheme: DossierCodeRules['identifier'], typed: string): boolean {
  return SHAPES[scheme].test(typed);
}

/**
 * The parts of a code under a rule set; null where it is none of that rule set. Nothing else may read a meaning out of
 * a code.
 */
export function readDossierCode(
  rules: DossierCodeRules,
  code: string,
): { identifier: string; day: CivilDate; number: number } | null {
  const match = /^(.+)-(\d{2})(\d{2})(\d{2})-(\d+)$/.exec(code);
  const [, identifier = '', year, month, day, number = ''] = match ?? [];
  if (match === null || number.length < rules.digits || !isIdentifier(rules.identifier, identifier))
    return null;
  return { identifier, day: `20${year}-${month}-${day}`, number: Number(number) };
}
