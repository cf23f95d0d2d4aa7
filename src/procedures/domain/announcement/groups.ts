import { type Marker, readMarker } from '../../../pure/reading/markers.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Tier } from '../procedure.ts';
import type { AnnouncedAct } from './read-announcement.ts';

/** A title above rows: what it says holds for each of them until a title of its kind, or of a kind above, follows. */
export interface Group {
  kind: Marker['kind'] | 'field' | 'tier' | 'act';
  /** As printed. */
  text: string;
  act: AnnouncedAct | null;
  tiers: Tier[];
  field: string | null;
  /** How many procedures it says that stand under it: "(05 TTHC)". */
  count: number | null;
}

const TIER_WORDS: Record<string, Tier> = {
  tinh: 'department',
  'thanh pho': 'department',
  so: 'department',
  huyen: 'district',
  quan: 'district',
  'thi xa': 'district',
  xa: 'commune',
  phuong: 'commune',
  'dac khu': 'commune',
};
const tierWord = '(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|dac khu)(?![a-z])';
const more = String.raw`(?:(?:\s*[,;/&+-]\s*|\s+(?:va|hoac)\s+)(?:cap\s+)?${tierWord})*`;
const TIERS = new RegExp(String.raw`(?<![a-z])cap\s+(${tierWord}${more})|\((${tierWord}${more})\)`, 'g');
const OF_AUTHORITY = /tham quyen (?:giai quyet )?(?:cua|tai) (so|phong|uy ban nhan dan|ubnd)(?![a-z])/;

/** The levels of government that a title names. */
export function readTiers(text: string): Tier[] {
  const folded = fold(text);
  const found = [...folded.matchAll(TIERS)].flatMap(([, after, inBrackets]) =>
    [...(after ?? inBrackets ?? '').matchAll(new RegExp(tierWord, 'g'))].map(([word]) => TIER_WORDS[word]),
  );
  if (found.length === 0) {
    const of = OF_AUTHORITY.exec(folded)?.[1];
    if (of === 'so') found.push('department');
    if (of === 'phong') found.push('district');
  }
  return [...new Set(found.filter((tier) => tier !== undefined))];
}

const ACTS: readonly (readonly [AnnouncedAct, RegExp])[] = [
  ['abolished', /bai bo|huy bo/],
  ['amended', /sua doi|bo sung/],
  ['replaced', /thay the/],
  ['announced', /moi ban hanh|ban hanh moi|cong bo moi|duoc ban hanh/],
];

/** What a title says is done to the procedures under it; null where it says nothing, or several things. */
export function readAct(text: string): AnnouncedAct | null {
  const folded = fold(text);
  const found = ACTS.filter(([, words]) => words.test(folded)).map(([act]) => act);
  if (found.includes('amended') && found.includes('replaced') && found.length === 2) return 'amended';
  return found.length === 1 ? (found[0] ?? null) : null;
}

const COUNT = /\(?\s*(?:gồm|có)?\s*(\d{1,4})\s*(?:TTHC|thủ tục(?: hành chính)?)\s*\)?/iu;
const FIELD = /lĩnh vực\s*:?\s*(?:về\s+)?(.+)$/isu;
const AFTER_FIELD =
  /\s+(?:thuộc (?:phạm vi|thẩm quyền|chức năng)|thực hiện (?:không|tại)|trên địa bàn|áp dụng|được (?:sửa|thay|ban)|bị bãi|trong phạm vi)(?=\s).*$/isu;

/** The field that a title names: "Lĩnh vực: CHỨNG THỰC (12 TTHC)". */
export function readField(text: string): string | null {
  const found = FIELD.exec(text)?.[1];
  return found === undefined ? null : fieldName(found);
}

/** A field's name without its number of procedures, in sentence case. */
export function fieldName(text: string): string | null {
  const name = text
    .replace(COUNT, ' ')
    .replace(AFTER_FIELD, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:–-]+|[\s:;.,(–-]+$/gu, '');
  if (name === '') return null;
  const said = /\p{Ll}/u.test(name) ? name : name.toLowerCase();
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** How many procedures a title says that stand under it. */
export function readCount(text: string): number | null {
  const found = COUNT.exec(text);
  return found === null ? null : Number(found[1]);
}

/** Words that make a title of a row whose number is that of a procedure. */
export const GROUP_WORDS =
  /^(?:linh vuc|danh muc|nhom|(?:cac )?thu tuc hanh chinh (?:cap|ap dung|duoc|bi|moi|thuoc|trong|linh vuc|tai)|tthc cap|cap (?:tinh|thanh pho|huyen|xa)(?![a-z]))/;

/** A new part of the document begins: an annex, a list. */
export const NEW_PART = /^(?:phu luc|danh muc|bieu(?: so)?)(?:\s|$)/;

/** A title above a list: short, with a marker or in capitals, and no sentence. */
export function isTitle(text: string): boolean {
  const folded = fold(text);
  if (NEW_PART.test(folded)) return true;
  const marked = /^(?:[A-HK]|[IVX]{1,5}|phần\s+\S+)\s*[.:)–-]/iu.test(text);
  const shouted = /\p{Lu}{2}/u.test(text) && !/\p{Ll}{3}/u.test(text);
  return (marked || shouted || GROUP_WORDS.test(folded)) && !/[;.]$/u.test(text);
}

/**
 * A title of a table, or above it: its marker in a cell of its own or before its words. `inTable`: whatever stands
 * there alone is a title; elsewhere only words that say something of the rows below are.
 */
export function readGroup(label: string, words: string, inTable: boolean): Group | null {
  const text = [label, words].filter((part) => part !== '').join(' ');
  const marked = label === '' ? words : `${label.replace(/[.)]$/u, '')}. ${words}`;
  const marker = readMarker(marked) ?? (label === '' ? null : readMarker(`${label}. ${words}`));
  const title = marker === null ? words : marked.slice(marker.length);
  const act = readAct(title);
  const tiers = readTiers(title);
  const count = readCount(title);
  let field = readField(title);
  const says = act !== null || tiers.length > 0 || field !== null;
  if (!says && inTable) field = fieldName(title);
  else if (!says && marker?.kind !== 'appendix') return null;
  if (marker !== null && marker.kind !== 'bullet')
    return { kind: marker.kind, text, act, tiers, field, count };
  const kind = field !== null ? 'field' : tiers.length > 0 ? 'tier' : 'act';
  return { kind, text, act, tiers, field, count };
}

/** The titles above a row, outermost first. */
export class GroupStack {
  private groups: Group[] = [];

  /** A new part of the document: what stood above no longer holds. */
  clear(): void {
    this.groups = [];
  }

  push(group: Group): void {
    const at = this.groups.findIndex(({ kind }) => kind === group.kind);
    this.groups = [...(at < 0 ? this.groups : this.groups.slice(0, at)), group];
  }

  get innermost(): Group | null {
    return this.groups.at(-1) ?? null;
  }

  get act(): AnnouncedAct | null {
    return this.groups.findLast(({ act }) => act !== null)?.act ?? null;
  }

  get tiers(): Tier[] {
    return this.groups.findLast(({ tiers }) => tiers.length > 0)?.tiers ?? [];
  }

  get field(): string | null {
    return this.groups.findLast(({ field }) => field !== null)?.field ?? null;
  }

  /** The titles that count the row. */
  get all(): readonly Group[] {
    return this.groups;
  }
}
