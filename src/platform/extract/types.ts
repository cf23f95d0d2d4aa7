/** Formats whose text can be taken. */
export type TextFormat = 'docx' | 'pdf' | 'txt' | 'md' | 'html';

/** The text of an uploaded file, in the form that the plan reader reads. */
export interface Extracted {
  format: TextFormat;
  text: string;
  /** Pages as printed (pdf) or as the word processor last counted (docx); null where unknown. */
  pages: number | null;
  /** Page headers and footers, left out of `text`, each once; a secrecy mark may stand there alone. */
  margins: string;
}

export type ExtractErrorCode =
  | 'empty'
  | 'damaged'
  | 'encrypted'
  | 'too-large'
  | 'wrong-format'
  | 'no-text-layer'
  | 'bomb'
  | 'timeout'
  | 'out-of-memory'
  | 'crashed'
  | 'legacy-doc'
  | 'bad-encoding'
  | 'aborted';

/** Why no text could be taken. Code and parameters only: the catalogue puts them into words. */
export class ExtractError extends Error {
  readonly code: ExtractErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: ExtractErrorCode, params: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'ExtractError';
    this.code = code;
    this.params = params;
  }
}

/** One line or paragraph of output. Neighbours of one `group` are parted by a line end, all others by a blank line. */
export interface Block {
  text: string;
  group: number | null;
}

/** Joins blocks into the text that the reader reads. */
export function joinBlocks(blocks: readonly Block[]): string {
  const out: string[] = [];
  let previous: Block | undefined;
  for (const block of blocks) {
    if (block.text.trim() === '') continue;
    if (previous !== undefined) {
      out.push(previous.group !== null && previous.group === block.group ? '\n' : '\n\n');
    }
    out.push(block.text);
    previous = block;
  }
  if (out.length > 0) out.push('\n');
  return out.join('');
}
