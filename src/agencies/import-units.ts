import type { Reader } from '../platform/database/database.ts';
import type { CheckedRow, ImportColumn, TypedRow } from '../platform/import/index.ts';
import { type Refusal, refuse } from '../platform/refusal.ts';
import { fold } from '../pure/vietnamese/index.ts';
import type { UNIT_KINDS } from './queries.ts';

export type UnitKey = 'code' | 'name' | 'kind' | 'position';

export const UNIT_COLUMNS: readonly ImportColumn<UnitKey>[] = [
  { key: 'code', headings: ['Mã', 'Mã phòng', 'Mã đơn vị', 'Viết tắt'], required: true },
  { key: 'name', headings: ['Tên phòng, bộ phận', 'Tên phòng', 'Tên đơn vị', 'Tên'], required: true },
  { key: 'kind', headings: ['Loại'] },
  { key: 'position', headings: ['Thứ tự', 'STT', 'TT'] },
];

const KIND_WORDS: Readonly<Record<string, (typeof UNIT_KINDS)[number]>> = {
  phong: 'division',
  'phong chuyen mon': 'division',
  ban: 'division',
  'van phong': 'office',
  'bo phan mot cua': 'desk',
  'mot cua': 'desk',
  'lanh dao': 'leaders',
  'ban giam doc': 'leaders',
};

export interface CheckedUnit extends CheckedRow<UnitKey> {
  unit: { code: string; name: string; kind: (typeof UNIT_KINDS)[number]; position: number };
}

/** Judges each row of a list of units against the units that are there and the rows before it. */
export async function checkUnits(
  query: Reader,
  agencyId: string,
  rows: readonly TypedRow<UnitKey>[],
): Promise<CheckedUnit[]> {
  const known = await query
    .selectFrom('unit')
    .select(['code', 'name_fold'])
    .where('agency_id', '=', agencyId)
    .execute();
  const names = new Map(known.map((unit) => [fold(unit.code), unit.name_fold]));
  const lines = new Map<string, number>();
  return rows.map((row, at) => {
    const { cells, line } = row;
    const refusals: Refusal[] = [];
    const wrong = (field: UnitKey, code: Parameters<typeof refuse>[0], params = {}) =>
      refusals.push(refuse(code, params, { field }));
    const code = fold(cells.code);
    const earlier = lines.get(code);
    if (cells.code === '') wrong('code', 'invalid:required');
    else if (cells.code.length > 30) wrong('code', 'invalid:too-long', { maximum: 30 });
    else if (earlier !== undefined) wrong('code', 'conflict:import-twice', { line: earlier });
    else lines.set(code, line);
    if (cells.name === '') wrong('name', 'invalid:required');
    else if (cells.name.length > 200) wrong('name', 'invalid:too-long', { maximum: 200 });
    const kind = cells.kind === '' ? guessKind(cells.name) : KIND_WORDS[fold(cells.kind)];
    if (kind === undefined) wrong('kind', 'invalid:import-kind', { value: cells.kind });
    const position = cells.position === '' ? 100 + at : Number(cells.position);
    if (!Number.isInteger(position) || position < 0 || position > 9999) wrong('position', 'invalid:number');
    const there = names.get(code);
    if (there !== undefined && there !== fold(cells.name))
      wrong('code', 'conflict:unit-code', { code: cells.code });
    return {
      ...row,
      refusals,
      state: refusals.length > 0 ? 'wrong' : there !== undefined ? 'known' : 'new',
      unit: { code: cells.code, name: cells.name, kind: kind ?? 'division', position },
    };
  });
}

function guessKind(name: string): (typeof UNIT_KINDS)[number] {
  const words = fold(name);
  if (/\bmot cua\b|tiep nhan va tra ket qua/.test(words)) return 'desk';
  if (words.startsWith('van phong')) return 'office';
  return /^(ban giam doc|lanh dao)\b/.test(words) ? 'leaders' : 'division';
}
