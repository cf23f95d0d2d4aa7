/**
 * Precision and recall of the reading of citations and due windows, per field, against labelled real plans. The plans
 * are not part of the project.
 * Run: LABELLED_PLANS=FOLDER node bench/law.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Citation,
  type DueWindow,
  findCitations,
  findDatesInText,
  readCivilDate,
  readDueWindows,
} from '../src/pure/law/index.ts';
import { labelledPlans } from './labelled.ts';

const folder = labelledPlans('citations-expected.tsv') ?? process.exit(0);

const rowsOf = (file: string): string[][] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'));

/** Counts of one field: read and right, read and wrong, expected and not read. */
class Score {
  right = 0;
  wrong = 0;
  missed = 0;

  count(read: string, expected: string): boolean {
    if (read === expected) {
      if (expected !== '') this.right += 1;
      return true;
    }
    if (read !== '') this.wrong += 1;
    if (expected !== '') this.missed += 1;
    return false;
  }

  toString(): string {
    const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
    return `precision ${share(this.right, this.right + this.wrong)}  recall ${share(this.right, this.right + this.missed)}  (${this.right} right, ${this.wrong} wrong, ${this.missed} missed)`;
  }
}

function report(title: string, scores: Record<string, Score>): void {
  console.log(title);
  for (const [field, score] of Object.entries(scores)) console.log(`  ${field.padEnd(10)} ${score}`);
}

function measureCitations(): void {
  const scores = {
    found: new Score(),
    raw: new Score(),
    type: new Score(),
    number: new Score(),
    year: new Score(),
    symbol: new Score(),
    date: new Score(),
  };
  for (const [raw = '', type = '', number = '', year = '', symbol = '', date = ''] of rowsOf(
    'citations-expected.tsv',
  )) {
    const found = findCitations(raw);
    const match: Citation | undefined =
      found.find((citation) => (citation.serial ?? '') === number && (citation.symbol ?? '') === symbol) ??
      found[0];
    const dateRead = match ? (match.date ?? '') : (readCivilDate(raw) ?? '');
    const isCitation = type !== '';
    const rights = [
      scores.found.count(match ? 'yes' : '', isCitation ? 'yes' : ''),
      // The row may begin before the type word and end behind the issuer: raw must be a piece of it.
      scores.raw.count(match && raw.includes(match.raw) ? 'yes' : '', isCitation ? 'yes' : ''),
      scores.type.count(match?.type ?? '', type),
      scores.number.count(match?.serial ?? '', number),
      scores.year.count(match?.year == null ? '' : String(match.year), year),
      scores.symbol.count(match?.symbol ?? '', symbol),
      scores.date.count(dateRead, date),
    ];
    if (rights.includes(false)) console.log(`  differs: ${raw}`, match ?? 'none');
  }
  report('Citations, row by row', scores);
}

/** The labeller's kinds in the product's words. */
const kinds: Record<string, string> = {
  guided_year: 'as_guided',
  by_other_plan: 'as_guided',
  before_rule: 'relative',
  after_event: 'relative',
  before_event: 'relative',
  by_date: 'date',
  years: 'range',
  quarters: 'range',
  from: 'range',
  before_daymonth: 'before_date',
};
const planYears: Record<string, number> = {
  '375': 2019,
  '03': 2025,
  '04': 2025,
  '05': 2025,
  '12': 2026,
  '18': 2025,
  '34': 2024,
};

function measureDueWindows(): void {
  const scores = { windows: new Score(), kind: new Score(), start: new Score(), end: new Score() };
  for (const [doc = '', raw = '', kind = '', start = '', end = ''] of rowsOf('due-windows-expected.tsv')) {
    const windows = readDueWindows(raw, { planYear: planYears[doc] ?? null });
    const [first] = windows;
    const several = kind === 'multi';
    // Of several windows the labeller gives the hull, if any; a year that is not printed was not labelled.
    const printed = (window: DueWindow, day: string | null): string =>
      window.yearInferred && kind !== 'month' ? '' : (day ?? '');
    const starts = windows.map((window) => printed(window, window.start)).filter((day) => day !== '');
    const ends = windows.map((window) => printed(window, window.end)).filter((day) => day !== '');
    const rights = [
      scores.windows.count(
        several ? String(windows.length > 1) : String(windows.length),
        several ? 'true' : '1',
      ),
      several || scores.kind.count(first?.kind ?? '', kinds[kind] ?? kind),
      scores.start.count(starts.toSorted()[0] ?? '', start),
      scores.end.count(ends.toSorted().at(-1) ?? '', end),
    ];
    if (rights.includes(false)) console.log(`  differs: ${raw}`, windows);
  }
  report('Due windows, row by row', scores);
}

function measurePlans(): void {
  console.log('Whole plans');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    const began = performance.now();
    const citations = findCitations(text);
    const between = performance.now();
    const dates = findDatesInText(text, { planYear: null });
    const ended = performance.now();
    console.log(
      `  ${file.slice(0, 40).padEnd(40)} ${String(citations.length).padStart(3)} citations ${(between - began).toFixed(1)} ms, ${String(dates.length).padStart(3)} dates ${(ended - between).toFixed(1)} ms`,
    );
    if (process.argv.includes('--list'))
      for (const { type, number, date, raw } of citations)
        console.log('   ', type, number, date, JSON.stringify(raw));
  }
}

measureCitations();
measureDueWindows();
measurePlans();
