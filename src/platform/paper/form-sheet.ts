import type { PaperTable, Run } from './document.ts';

/** The pages that a form is printed on: millimetres, and points for letters. */
export interface FormPages {
  width: number;
  height: number;
  margin: { top: number; bottom: number; left: number; right: number };
  size: { head: number; body: number; title: number; small: number; table: number };
  /** Width of the country's name and motto at the head. */
  country: number;
}

/**
 * A form filled in: what is printed where, as the rule set of its day wants it. `typesetForm` makes a PDF of it, and
 * `fillForm` a Word file, whose template places the same words by block.
 */
export interface FormSheet {
  pages: FormPages;
  /** "Mẫu số 01 – Thông tư 01/2018/TT-VPCP". */
  label: string;
  title: string;
  /** '' where none is named; capitals as printed. */
  parent: string;
  issuer: string;
  /** "Số: 0123/BPTNTKQ"; '' where a form has none. */
  number: string;
  placeAndDate: string;
  /** "MẪU"; '' for a form to act by. */
  mark: string;
  /** The code of its dossier; '' where it has none. */
  code: string;
  /** What its barcode and its QR code hold; '' where it has none. */
  barcode: string;
  qr: string;
  body: readonly FormLine[];
  signatures: readonly FormSignature[];
  notes: readonly string[];
  /** The words by block, for a Word template. */
  blocks: Readonly<Record<string, FormBlockValue>>;
}

/** Several pieces stand beside one another on a line. */
export type FormLine =
  | { kind: 'line' | 'paragraph' | 'centre'; pieces: readonly (readonly Run[])[] }
  | { kind: 'table'; table: PaperTable };

export interface FormSignature {
  lines: readonly string[];
  /** "(Ký và ghi rõ họ tên)". */
  note: string;
  /** '' leaves room. */
  name: string;
}

/** Words, a line each, a table, or what a picture's code says. */
export type FormBlockValue = string | readonly string[] | PaperTable | FormPicture;

export interface FormPicture {
  symbol: 'qr' | 'barcode';
  holds: string;
}
