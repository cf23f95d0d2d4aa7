import { fold } from '../vietnamese/fold.ts';

/** Whether a document makes law, administers, or is the Party's. */
export type DocumentLevel = 'legal' | 'administrative' | 'party';

/** A document type and its code ("chữ viết tắt tên loại") under each rule set that named it. */
export interface DocumentType {
  readonly name: string;
  readonly level: DocumentLevel;
  /** Nghị định 30/2020/NĐ-CP, annex III, from 5 March 2020; null where the type has no code or is not in it. */
  readonly code2020: string | null;
  /** Thông tư 01/2011/TT-BNV, annex I, until 4 March 2020. */
  readonly code2011: string | null;
  /** The code where it stands outside both: law-making documents, Party documents, usage. */
  readonly codes: readonly string[];
}

const administrative = (name: string, code2020: string | null, code2011 = code2020): DocumentType => ({
  name,
  level: 'administrative',
  code2020,
  code2011,
  codes: [],
});

const legal = (name: string, ...codes: string[]): DocumentType => ({
  name,
  level: 'legal',
  code2020: null,
  code2011: null,
  codes,
});

/** All types that a citation can name. Decisions, resolutions and directives are both law and administration. */
export const documentTypes: readonly DocumentType[] = [
  legal('Hiến pháp'),
  legal('Bộ luật'),
  legal('Luật'),
  legal('Pháp lệnh', 'PL'),
  legal('Lệnh', 'L'),
  legal('Nghị quyết liên tịch', 'NQLT'),
  legal('Nghị định', 'NĐ'),
  legal('Thông tư liên tịch', 'TTLT'),
  legal('Thông tư', 'TT'),
  legal('Văn bản hợp nhất', 'VBHN'),
  administrative('Nghị quyết', 'NQ'),
  administrative('Quyết định', 'QĐ'),
  administrative('Chỉ thị', 'CT'),
  administrative('Quy chế', 'QC'),
  administrative('Quy định', 'QyĐ'),
  administrative('Thông cáo', 'TC'),
  administrative('Thông báo', 'TB'),
  administrative('Hướng dẫn', 'HD'),
  administrative('Chương trình', 'CTr'),
  administrative('Kế hoạch', 'KH'),
  administrative('Phương án', 'PA'),
  administrative('Đề án', 'ĐA'),
  administrative('Dự án', 'DA'),
  administrative('Báo cáo', 'BC'),
  administrative('Biên bản', 'BB'),
  administrative('Tờ trình', 'TTr'),
  administrative('Hợp đồng', 'HĐ'),
  administrative('Công điện', 'CĐ'),
  administrative('Bản ghi nhớ', 'BGN', 'GN'),
  administrative('Bản thỏa thuận', 'BTT', 'TTh'),
  administrative('Bản cam kết', null, 'CK'),
  administrative('Giấy chứng nhận', null, 'CN'),
  administrative('Giấy ủy quyền', 'GUQ', 'UQ'),
  administrative('Giấy mời', 'GM'),
  administrative('Giấy giới thiệu', 'GGT', 'GT'),
  administrative('Giấy nghỉ phép', 'GNP', 'NP'),
  administrative('Giấy đi đường', null, 'ĐĐ'),
  administrative('Giấy biên nhận hồ sơ', null, 'BN'),
  administrative('Phiếu gửi', 'PG'),
  administrative('Phiếu chuyển', 'PC'),
  administrative('Phiếu báo', 'PB', null),
  administrative('Thư công', null),
  administrative('Công văn', null),
  { name: 'Kết luận', level: 'party', code2020: null, code2011: null, codes: ['KL'] },
];

/** Codes that offices use beside the official ones. */
const usage: readonly (readonly [code: string, name: string])[] = [
  ['CV', 'Công văn'],
  ['CTrHĐ', 'Chương trình'],
  ['CTHĐ', 'Chương trình'],
  ['ĐAN', 'Đề án'],
];

const byExactCode = new Map<string, DocumentType>();
const byFoldedCode = new Map<string, { type: DocumentType; code: string }>();
const byFoldedName = new Map<string, DocumentType>();

function register(code: string | null, type: DocumentType): void {
  if (code === null || byExactCode.has(code)) return;
  byExactCode.set(code, type);
  const folded = fold(code);
  if (!byFoldedCode.has(folded)) byFoldedCode.set(folded, { type, code });
}

for (const type of documentTypes) byFoldedName.set(fold(type.name), type);
// Today's codes first: a code of 2011 counts only where 2020 gives it no other meaning.
for (const type of documentTypes) {
  for (const code of type.codes) register(code, type);
  register(type.code2020, type);
}
for (const type of documentTypes) register(type.code2011, type);
for (const [code, name] of usage) {
  const type = byFoldedName.get(fold(name));
  if (type) register(code, type);
}

/** Type of a code as written, with the code as it should be: "QD" is "QĐ". Null where it is no type's code. */
export function typeOfCode(written: string): { type: DocumentType; code: string } | null {
  const exact = byExactCode.get(written);
  if (exact) return { type: exact, code: written };
  return byFoldedCode.get(fold(written)) ?? null;
}

/** Type of a name as written, diacritics and case aside; also of a short form such as "QĐ". */
export function typeOfWord(word: string): DocumentType | null {
  const named = byFoldedName.get(fold(word));
  if (named) return named;
  const letters = fold(word).replaceAll(' ', '');
  for (const [name, type] of byFoldedName) if (name.replaceAll(' ', '') === letters) return type;
  return typeOfCode(word)?.type ?? null;
}

/** All codes of a type. */
export function codesOf(type: DocumentType): readonly string[] {
  const own = [type.code2020, type.code2011, ...type.codes].filter((code): code is string => code !== null);
  // The Party's regulations are numbered QĐ too: "Quy định số 178-QĐ/TW".
  return type.name === 'Quy định' ? [...own, 'QĐ'] : own;
}
