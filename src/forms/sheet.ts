import type { FormBlockValue, FormLine, FormSheet } from '../platform/paper/form-sheet.ts';
import { headName } from '../platform/paper/wording.ts';
import type { FormContent } from './domain/content.ts';
import { FORM_BLOCKS, type FormBlockName } from './domain/form-blocks.ts';
import { fillText } from './domain/form-lines.ts';
import type { FormTable } from './domain/form-tables.ts';
import { type FormTexts, formTexts } from './domain/form-texts.ts';
import type { FormRule, FormRuleLine, FormRules } from './rules.ts';

/** A form filled in as a rule set wants it, ready to be printed. */
export function formSheet(content: FormContent, rules: FormRules, form: FormRule): FormSheet {
  const texts = withHeadNames(formTexts(content, form.columns));
  const words = (block: FormBlockName) => wordsOf(texts, block);
  return {
    pages: rules.layout[form.page],
    label: formLabel(rules, form),
    title: form.title.toLocaleUpperCase('vi'),
    parent: words('cơ quan chủ quản'),
    issuer: words('cơ quan ban hành'),
    number: words('số'),
    placeAndDate: words('địa danh, ngày tháng'),
    mark: words('đánh dấu'),
    code: words('mã hồ sơ'),
    barcode: words('mã vạch'),
    qr: words('mã QR'),
    body: form.lines.flatMap((line) => linesOf(line, texts)),
    signatures: form.signatures.map(({ title, note, name }) => ({
      lines: fillText(title, (block) => valuesOf(texts, block)).map((parts) =>
        parts
          .map(({ text }) => text)
          .join('')
          .toLocaleUpperCase('vi'),
      ),
      note,
      name: wordsOf(texts, name),
    })),
    notes: form.notes,
    blocks: blockValues(texts),
  };
}

function withHeadNames(texts: FormTexts): FormTexts {
  const [parent, issuer] = ['cơ quan chủ quản', 'cơ quan ban hành'] as const;
  return {
    ...texts,
    [parent]: headName(wordsOf(texts, parent)),
    [issuer]: headName(wordsOf(texts, issuer)),
  };
}

function linesOf(line: FormRuleLine, texts: FormTexts): FormLine[] {
  if (typeof line === 'object' && 'table' in line) {
    const table = texts[line.table as FormBlockName];
    return isTable(table) && table.rows.length > 0 ? [{ kind: 'table', table: paperTable(table) }] : [];
  }
  if (Array.isArray(line)) {
    const pieces = line.flatMap((text) => runsOf(text, texts, false));
    return pieces.length === 0 ? [] : [{ kind: 'line', pieces }];
  }
  const { kind, text, strong } = plainLine(line);
  return runsOf(text, texts, strong).map((piece) => ({ kind, pieces: [piece] }));
}

/** What stands at the foot of each page: "Mẫu số 01 – Thông tư 01/2018/TT-VPCP". */
export function formLabel(rules: Pick<FormRules, 'title'>, { number }: Pick<FormRule, 'number'>): string {
  return `Mẫu số ${number} – ${rules.title}`;
}

/** A line that is no table and no list. */
export function plainLine(line: Exclude<FormRuleLine, string[] | { table: string }>): {
  kind: 'line' | 'paragraph' | 'centre';
  text: string;
  strong: boolean;
} {
  if (typeof line === 'string') return { kind: 'line', text: line, strong: false };
  if ('line' in line) return { kind: 'line', text: line.line, strong: true };
  if ('centre' in line) return { kind: 'centre', text: line.centre, strong: false };
  return { kind: 'paragraph', text: line.paragraph, strong: line.strong === true };
}

function runsOf(text: string, texts: FormTexts, strong: boolean) {
  return fillText(text, (block) => valuesOf(texts, block)).map((parts) =>
    parts.map(({ text, filled }) => ({ text, bold: strong && filled })),
  );
}

function valuesOf(texts: FormTexts, block: string): string | readonly string[] {
  const value = texts[block as FormBlockName] ?? '';
  return isTable(value) ? '' : value;
}

function wordsOf(texts: FormTexts, block: string): string {
  const value = valuesOf(texts, block);
  return typeof value === 'string' ? value : value.join('\n');
}

function isTable(value: FormTexts[FormBlockName]): value is FormTable {
  return typeof value === 'object' && 'columns' in value;
}

function paperTable({ columns, rows }: FormTable) {
  return { columns: columns.map(({ title, width, align = 'start' }) => ({ title, width, align })), rows };
}

function blockValues(texts: FormTexts): Record<string, FormBlockValue> {
  const entries = Object.entries(texts) as [FormBlockName, FormTexts[FormBlockName] & {}][];
  return Object.fromEntries(
    entries.map(([name, value]): [string, FormBlockValue] => {
      if (isTable(value)) return [name, paperTable(value)];
      if (FORM_BLOCKS[name] !== 'picture') return [name, value];
      return [name, { symbol: name === 'mã QR' ? 'qr' : 'barcode', holds: String(value) }];
    }),
  );
}
