import type { TemplateBlock } from '../platform/word/blocks.ts';
import { BLOCKS_OF, FORM_BLOCKS, type FormBlockKind, type FormBlockName } from './domain/form-blocks.ts';
import { blocksIn } from './domain/form-lines.ts';
import type { FormRule, FormRuleLine } from './rules.ts';

const AS_TEMPLATE: Readonly<Record<FormBlockKind, Omit<TemplateBlock, 'name' | 'required'>>> = {
  words: { kind: 'words', surrounds: true },
  lines: { kind: 'loop', loop: 'lines' },
  table: { kind: 'content' },
  picture: { kind: 'content' },
};

/** Printed around a form's lines, whatever they are. */
const AROUND: readonly FormBlockName[] = [
  'cơ quan chủ quản',
  'cơ quan ban hành',
  'số',
  'địa danh, ngày tháng',
  'đánh dấu',
  'mã hồ sơ',
  'mã vạch',
  'mã QR',
];

/** The blocks that a form's Word template may hold; it is remarked where one is missing that the rules print. */
export function formTemplateBlocks(form: FormRule): TemplateBlock[] {
  const printed = new Set([
    ...AROUND,
    ...form.lines.flatMap(blocksOfLine),
    ...form.signatures.flatMap(({ title, name }) => [...blocksIn(title), name]),
  ]);
  return BLOCKS_OF[form.kind].map((name) => ({
    name,
    required: printed.has(name),
    ...AS_TEMPLATE[FORM_BLOCKS[name]],
  }));
}

/** The blocks that a line of a form prints. */
export function blocksOfLine(line: FormRuleLine): string[] {
  if (typeof line === 'string') return blocksIn(line);
  if (Array.isArray(line)) return line.flatMap(blocksIn);
  if ('table' in line) return [line.table];
  return blocksIn('line' in line ? line.line : 'centre' in line ? line.centre : line.paragraph);
}
