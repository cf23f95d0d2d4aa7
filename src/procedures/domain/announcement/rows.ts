import { isRowNumber } from '../../../pure/reading/table-cells.ts';
import type { Source } from '../../../pure/reading/text.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';
import { looksLikeCode, readProcedureCode } from './code.ts';
import { type ColumnRole, readColumns } from './columns.ts';
import { readFee } from './fee.ts';
import { splitList } from './glued.ts';
import {
  GROUP_WORDS,
  type Group,
  GroupStack,
  isTitle,
  NEW_PART,
  readAct,
  readGroup,
  readTiers,
} from './groups.ts';
import type { Part } from './layout.ts';
import { readLegalBases } from './legal-bases.ts';
import type { ReadProcedure } from './read-announcement.ts';
import { rowRemarks } from './row-remarks.ts';
import { readTimeLimit } from './time-limit.ts';
import { readOnlineLevel, waysIn } from './ways.ts';

/** A row whose cells have been told apart, before they are read. */
interface OpenRow {
  cells: Map<ColumnRole, string>;
  start: number;
  end: number;
  short: boolean;
  under: { section: Group | null; groups: readonly Group[] } & Pick<GroupStack, 'act' | 'tiers' | 'field'>;
}

/** A title and how many rows were read under it. */
export interface CountedGroup {
  group: Group;
  rows: number;
}

export interface ReadRows {
  rows: ReadProcedure[];
  groups: CountedGroup[];
}

/** Reads the rows of all lists of a decision, each under the titles that hold for it. */
export function readRows(source: Source, parts: readonly Part[]): ReadRows {
  const stack = new GroupStack();
  const open: OpenRow[] = [];
  const counts = new Map<Group, number>();
  let columns: (ColumnRole | null)[] | null = null;
  let headed = false;
  for (const part of parts) {
    if (part.kind === 'table') {
      headed = false;
      continue;
    }
    if (part.kind === 'paragraph') {
      const folded = fold(part.text);
      if (/^dieu \d/.test(folded)) stack.clear();
      else if (part.text.length <= 400 && isTitle(part.text)) {
        const whole = NEW_PART.test(folded);
        if (whole) stack.clear();
        const group = readGroup('', part.text, false);
        if (group !== null) stack.push(whole ? { ...group, kind: 'appendix' } : group);
      }
      continue;
    }
    const heading = readColumns(part.cells);
    if (heading !== null) {
      columns = heading;
      headed = true;
      continue;
    }
    if (columns === null || isSubHeading(part.cells, headed)) continue;
    headed = false;
    const group = groupOf(part.cells, columns);
    if (group !== null) {
      stack.push(group);
      continue;
    }
    const row = rowOf(part, columns, stack);
    if (row === null) continue;
    const last = open.at(-1);
    if (last !== undefined && continues(last, row)) {
      appendTo(last, row);
      continue;
    }
    open.push(row);
    for (const one of row.under.groups) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return {
    rows: open.map((row) => procedureOf(source, row)),
    groups: [...counts].map(([group, rows]) => ({ group, rows })),
  };
}

/** "(1) | (2) | (3)", or headings under those of a row above. */
function isSubHeading(cells: readonly string[], headed: boolean): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (!headed || filled.length === 0) return false;
  if (filled.length >= 3 && filled.every((cell, at) => cell.replace(/[()]/gu, '') === String(at + 1)))
    return true;
  return (
    cells[0] === '' &&
    filled.every(
      (cell) =>
        cell.length <= 60 &&
        /^(?:truc tiep|truc tuyen|toan trinh|mot phan|bcci|.*buu chinh)/.test(fold(cell)),
    )
  );
}

function groupOf(cells: readonly string[], columns: readonly (ColumnRole | null)[]): Group | null {
  const filled = cells.filter((cell) => cell !== '');
  const [first = '', second = ''] = filled;
  if (filled.length === 1) {
    if (looksLikeCode(first) || isRowNumber(first)) return null;
    const alone = cells.length === columns.length && cells[0] === '' && columns[0] === 'no';
    return alone && !isGroupTitle(first) ? null : readGroup('', first, true);
  }
  if (filled.length !== 2 || !isRowNumber(first) || cells[0] !== first || looksLikeCode(second)) return null;
  const numbered = /^\d/.test(first);
  return !numbered || GROUP_WORDS.test(fold(second)) ? readGroup(first, second, true) : null;
}

function isGroupTitle(text: string): boolean {
  return (
    /^(?:[A-HK]|[IVX]{1,5})\s*[.)]/u.test(text) || GROUP_WORDS.test(fold(text)) || !/\p{Ll}{2}/u.test(text)
  );
}

function rowOf(
  part: Part & { kind: 'row' },
  columns: readonly (ColumnRole | null)[],
  stack: GroupStack,
): OpenRow | null {
  const cells = [...part.cells];
  const at = columns.indexOf('code');
  // A cell without words may leave no trace in a text.
  if (at >= 0 && cells.length === columns.length - 1 && !looksLikeCode(cells[at] ?? ''))
    cells.splice(at, 0, '');
  const byRole = new Map<ColumnRole, string>();
  columns.forEach((role, index) => {
    const text = cells[index] ?? '';
    if (role === null || text === '') return;
    const before = byRole.get(role);
    byRole.set(role, before === undefined ? text : `${before} ${text}`);
  });
  if (byRole.size === 0) return null;
  return {
    cells: byRole,
    start: part.start,
    end: part.end,
    short: cells.length < columns.length,
    under: {
      section: stack.innermost,
      groups: stack.all,
      act: stack.act,
      tiers: stack.tiers,
      field: stack.field,
    },
  };
}

/** A row whose first cells are empty, or repeat those of the row above where a cell was merged downwards. */
function continues(last: OpenRow, row: OpenRow): boolean {
  const keys = ['no', 'code', 'name'] as const;
  const own = keys.filter((role) => row.cells.has(role));
  if (own.length === 0) return true;
  if (own.length < 2 || !keys.every((role) => last.cells.get(role) === row.cells.get(role))) return false;
  // All alike is no merged cell, but the same procedure twice.
  return [...row.cells].some(([role, text]) => last.cells.get(role) !== text);
}

function appendTo(last: OpenRow, row: OpenRow): void {
  for (const [role, text] of row.cells) {
    const before = last.cells.get(role);
    if (before === undefined) last.cells.set(role, text);
    else if (before !== text) last.cells.set(role, `${before} ${text}`);
  }
  last.end = row.end;
}

/** A code before or behind the name, where it has no cell of its own. */
const CODE_IN_NAME =
  /^(\d\s?\.\s?\d{6}(?:\.[\dA-Z.]+)?)\s*[-–:.]?\s+|\s*\(?\s*mã(?: số)?(?: TTHC| thủ tục)?\s*:?\s*(\d\s?\.\s?\d{6}[\dA-Z.]*)\s*\)?\s*\.?$/iu;

function listed(key: 'subjects' | 'results', text: string | undefined): ReadProcedure['rest'] {
  const parts = key === 'subjects' ? splitList(text ?? '') : [text ?? ''].filter((one) => one !== '');
  return parts.length === 0 ? {} : { [key]: parts };
}

function procedureOf(source: Source, row: OpenRow): ReadProcedure {
  let name = row.cells.get('name') ?? '';
  let written = row.cells.get('code') ?? '';
  const inName = written === '' ? CODE_IN_NAME.exec(name) : null;
  if (inName !== null) {
    written = inName[1] ?? inName[2] ?? '';
    name = name.replace(CODE_IN_NAME, '').trim();
  }
  const code = readProcedureCode(written);
  const ownTiers = readTiers(`cấp ${(row.cells.get('tier') ?? '').replace(/^cấp\s+/iu, '')}`);
  const tiers = ownTiers.length > 0 ? ownTiers : row.under.tiers;
  const field = row.cells.get('field') ?? row.under.field;
  const time = readTimeLimit(row.cells.get('limit') ?? '');
  const online = readOnlineLevel(row.cells.get('online') ?? '');
  const remarks = rowRemarks({ name, field, tiers, limits: time.limits }, code);
  if (row.short) remarks.push({ rule: 'cells-missing', params: {} });
  return {
    section: row.under.section?.text ?? null,
    field,
    tiers,
    no: row.cells.get('no')?.replace(/[.)]$/u, '') ?? null,
    codeAsWritten: code?.asWritten ?? null,
    code: code?.code ?? null,
    nationalCode: code?.nationalCode ?? null,
    name,
    act: readAct(row.cells.get('act') ?? '') ?? row.under.act ?? 'announced',
    limits: time.limits,
    place: row.cells.get('place') ?? null,
    fees: readFee(row.cells.get('fee') ?? ''),
    legalBases: readLegalBases(row.cells.get('basis') ?? ''),
    nextDayAfter: time.nextDayAfter,
    rest: {
      ...waysIn(row.cells.get('place') ?? ''),
      ...(online === null ? {} : { onlineLevel: online }),
      ...listed('subjects', row.cells.get('subjects')),
      ...listed('results', row.cells.get('results')),
    },
    ownDecision: null,
    span: source.span(row.start, row.end),
    remarks,
  };
}
