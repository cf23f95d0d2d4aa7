import type { Reader } from '../platform/database/database.ts';
import type { CheckedRow, ImportColumn, TypedRow } from '../platform/import/index.ts';
import { type Refusal, refuse } from '../platform/refusal.ts';
import { fold } from '../pure/vietnamese/index.ts';
import type { AFFILIATED_KINDS } from './queries.ts';

export type AgencyKey = 'code' | 'name' | 'shortName' | 'symbol' | 'place' | 'kind' | 'position';
type Kind = (typeof AFFILIATED_KINDS)[number];

export const AGENCY_COLUMNS: readonly ImportColumn<AgencyKey>[] = [
  { key: 'code', headings: ['Mã', 'Mã đơn vị', 'Mã trường', 'Mã cơ quan'], required: true },
  { key: 'name', headings: ['Tên đơn vị', 'Tên cơ quan', 'Tên trường', 'Tên'], required: true },
  { key: 'shortName', headings: ['Tên viết tắt', 'Viết tắt', 'Tên ngắn'] },
  { key: 'symbol', headings: ['Ký hiệu văn bản', 'Ký hiệu', 'Ký hiệu trong văn bản'] },
  { key: 'place', headings: ['Địa danh', 'Nơi ban hành văn bản'] },
  { key: 'kind', headings: ['Loại', 'Loại hình'] },
  { key: 'position', headings: ['Thứ tự', 'STT', 'TT'] },
];

const LONGEST: Partial<Record<AgencyKey, number>> = {
  code: 40,
  name: 200,
  shortName: 60,
  symbol: 40,
  place: 60,
};

export interface CheckedAgency extends CheckedRow<AgencyKey> {
  agency: {
    code: string;
    name: string;
    shortName: string | null;
    symbol: string | null;
    place: string | null;
    kind: Kind;
    position: number;
  };
}

/** Judges each row of a list of affiliated agencies; codes are one in the whole installation. */
export async function checkAgencies(
  query: Reader,
  rows: readonly TypedRow<AgencyKey>[],
): Promise<CheckedAgency[]> {
  const known = await query.selectFrom('agency').select(['code', 'name_fold']).execute();
  const names = new Map(known.map((agency) => [fold(agency.code), agency.name_fold]));
  const lines = new Map<string, number>();
  return rows.map((row, at) => {
    const { cells, line } = row;
    const refusals: Refusal[] = [];
    const wrong = (field: AgencyKey, code: Parameters<typeof refuse>[0], params = {}) =>
      refusals.push(refuse(code, params, { field }));
    for (const [field, maximum] of Object.entries(LONGEST) as [AgencyKey, number][])
      if (cells[field].length > maximum) wrong(field, 'invalid:too-long', { maximum });
    for (const field of ['code', 'name'] as const) if (cells[field] === '') wrong(field, 'invalid:required');
    const code = fold(cells.code);
    const earlier = lines.get(code);
    if (earlier !== undefined) wrong('code', 'conflict:import-twice', { line: earlier });
    else if (code !== '') lines.set(code, line);
    const kind = kindOf(cells.kind === '' ? cells.name : cells.kind, cells.kind === '');
    if (kind === undefined) wrong('kind', 'invalid:import-kind', { value: cells.kind });
    const position = cells.position === '' ? 100 + at : Number(cells.position);
    if (!Number.isInteger(position) || position < 0 || position > 9999) wrong('position', 'invalid:number');
    const there = names.get(code);
    if (there !== undefined && there !== fold(cells.name))
      wrong('code', 'conflict:agency-code', { code: cells.code });
    return {
      ...row,
      refusals,
      state: refusals.length > 0 ? 'wrong' : there !== undefined ? 'known' : 'new',
      agency: {
        code: cells.code,
        name: cells.name,
        shortName: cells.shortName || null,
        symbol: cells.symbol || null,
        place: cells.place || null,
        kind: kind ?? 'other',
        position,
      },
    };
  });
}

/** The kind that a word or a name says; a name that says none is of another kind. */
function kindOf(words: string, fromName: boolean): Kind | undefined {
  const folded = fold(words);
  if (/^phong (gd|giao duc)/.test(folded)) return 'district_office';
  if (/^(truong|th|thcs|thpt|mn|mam non)\b/.test(folded)) return 'school';
  if (/^(trung tam|tt|gdtx)\b/.test(folded)) return 'centre';
  return fromName || folded === 'khac' ? 'other' : undefined;
}
