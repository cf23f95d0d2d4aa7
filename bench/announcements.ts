/**
 * Benchmark of the reader of announcement decisions: precision and recall per field against labelled decisions, which
 * are not part of the project, time against length, and how much of the national catalogue's glued texts is told apart.
 * Run: LABELLED_PROCEDURES=FOLDER node bench/announcements.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readAnnouncement } from '../src/procedures/domain/announcement/index.ts';
import type { ReadProcedure } from '../src/procedures/domain/announcement/read-announcement.ts';
import { labelled } from './labelled.ts';

const LEVELS: Record<string, string> = { tỉnh: 'department', huyện: 'district', xã: 'commune' };
const folder = labelled('LABELLED_PROCEDURES', 'README.md');
if (folder !== null) {
  console.log('field                                  found  expected  right  precision  recall');
  const files = readdirSync(folder);
  for (const expected of files.filter((name) => /^\d+-expected\.(?:tsv|json)$/.test(name))) {
    const id = expected.slice(0, expected.indexOf('-'));
    const file = files.find((name) => name.startsWith(`${id}-`) && name.endsWith('.txt'));
    if (file === undefined) throw new Error(`${expected} has no text beside it`);
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const labels = readFileSync(`${folder}/${expected}`, 'utf8');
    compare(
      id,
      readAnnouncement(text).rows,
      expected.endsWith('.tsv') ? rowsOfTsv(labels) : rowsOfJson(labels),
    );
    measureGrowth(id, text);
  }
}

/** A labelled row: what a label does not say is left out. */
interface Label {
  level?: string;
  section: string;
  no: string;
  code: string;
  code_raw?: string;
  name: string;
  time_raw?: string;
  fee_raw?: string;
  legal_bases_raw?: string;
  abolished_by_raw?: string;
}

function rowsOfTsv(text: string): Label[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const keys = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(keys.map((key, at) => [key, cells[at] ?? ''])) as unknown as Label;
  });
}

function rowsOfJson(text: string): Label[] {
  return (JSON.parse(text) as { rows: Label[] }).rows;
}

function compare(id: string, rows: readonly ReadProcedure[], labels: readonly Label[]): void {
  const field = (
    name: string,
    found: (row: ReadProcedure) => string,
    wanted: (label: Label) => string | undefined,
  ) => {
    const at = (section: string, no: string, code: string, value: string) =>
      [letters(section), no, code, letters(value)].join('|');
    if (labels.every((label) => wanted(label) === undefined)) return;
    score(
      `${id} ${name}`,
      rows.map((row) => at(row.section ?? '', row.no ?? '', row.code ?? '', found(row))),
      labels.map((label) => at(label.section, label.no, label.code, wanted(label) ?? '')),
    );
  };
  const once = (values: readonly string[]) => [...new Set(values)].join(' ');
  field(
    'rows (section, number, code)',
    () => '',
    () => '',
  );
  field(
    'names',
    (row) => row.name,
    (label) => label.name,
  );
  field(
    'levels',
    (row) => row.tiers.join(),
    (label) => label.level && LEVELS[label.level],
  );
  field(
    'codes as written',
    (row) => row.codeAsWritten ?? '',
    (label) => label.code_raw,
  );
  field(
    'time limits',
    (row) => once(row.limits.map(({ text }) => text)),
    (label) => label.time_raw,
  );
  field(
    'fees',
    (row) => once(row.fees.map(({ text }) => text)),
    (label) => label.fee_raw,
  );
  field(
    'legal bases',
    (row) => row.legalBases.join(' '),
    (label) => label.legal_bases_raw ?? label.abolished_by_raw,
  );
  field(
    'acts',
    (row) => row.act,
    (label) =>
      labels.some((one) => one.abolished_by_raw !== undefined)
        ? label.abolished_by_raw === undefined
          ? 'amended'
          : 'abolished'
        : undefined,
  );
}

function score(name: string, found: readonly string[], expected: readonly string[]): void {
  const left = [...expected];
  const right = found.filter((value) => {
    const at = left.indexOf(value);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  const share = (of: number) => (of === 0 ? '     –' : (right / of).toFixed(3).padStart(6));
  console.log(
    `${name.padEnd(38)} ${String(found.length).padStart(5)} ${String(expected.length).padStart(9)} ${String(right).padStart(6)}     ${share(found.length)}  ${share(expected.length)}`,
  );
}

/** The decision repeated: time must grow with its length, no faster. */
function measureGrowth(id: string, text: string): void {
  const times = [1, 4, 16].map((copies) => {
    const long = text.repeat(copies);
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      readAnnouncement(long);
      best = Math.min(best, performance.now() - start);
    }
    return `${Math.round(long.length / 1000)}k characters ${best.toFixed(0)} ms`;
  });
  console.log(`${id} ${times.join(', ')}`);
}

function letters(words: string): string {
  return words.replace(/[^\p{L}\p{N}/&]+/gu, ' ').trim();
}
