import type { Item, TaskFields } from '../draft.ts';
import type { LaidBlock, LaidOut, LaidParagraph, LaidRow, LaidTable } from '../layout/laid-out.ts';
import type { LiveItem } from '../living/live-items.ts';
import { cellOf, cellsNow, isCorrected, wordsOf } from '../living/words-of-item.ts';
import type { Span } from '../read-plan.ts';
import { shiftYears } from './shift-years.ts';

/** A plan's text in the words of the next year. */
export interface Rewritten {
  laid: LaidOut;
  /** Passages that keep the year, because a cited document is called so. */
  kept: readonly string[];
  /** Rows whose words have no place in the text: added, or corrected where only the whole passage could be replaced. */
  unplaced: readonly { key: string; words: string }[];
}

interface Source {
  laid: LaidOut;
  year: number;
  asRead: ReadonlyMap<string, Item>;
  live: ReadonlyMap<string, LiveItem>;
}

/** The text as it is in force, with its years moved and without the tasks that are dropped. */
export function rewrite(source: Source, isDropped: (key: string) => boolean): Rewritten {
  return new Rewriting(source, isDropped).whole();
}

class Rewriting {
  readonly #source: Source;
  readonly #isGone: (key: string) => boolean;
  readonly #goneSpans: readonly Span[];
  readonly #kept: string[] = [];
  readonly #unplaced: { key: string; words: string }[] = [];
  #number = 0;

  constructor(source: Source, isDropped: (key: string) => boolean) {
    this.#source = source;
    // What a later version dropped is gone as well.
    this.#isGone = (key) => isDropped(key) || !source.live.has(key);
    this.#goneSpans = [...source.asRead.values()].flatMap(({ kind, key, spans: [span] }) =>
      kind === 'task' && this.#isGone(key) && span !== undefined ? [span] : [],
    );
  }

  whole(): Rewritten {
    const { laid } = this.#source;
    const blocks = (from: number, to: number) =>
      laid.blocks.slice(from, to).flatMap((block) => this.#block(block) ?? []);
    const body = blocks(0, laid.appendix);
    const annexes = blocks(laid.appendix, laid.blocks.length);
    this.#place(annexes.length > 0 ? annexes : body);
    return {
      laid: {
        ...laid,
        blocks: [...body, ...annexes],
        appendix: body.length,
        recipients: laid.recipients.map((line) => this.#shift(line)),
      },
      kept: [...new Set(this.#kept)],
      unplaced: this.#unplaced,
    };
  }

  #shift(text: string, reaching = false): string {
    const shifted = shiftYears(text, this.#source.year, reaching);
    this.#kept.push(...shifted.kept);
    return shifted.text;
  }

  /** A block as it stands in the draft; null where nothing is left of it. */
  #block(block: LaidBlock): LaidBlock | null {
    if (block.kind === 'table') return this.#table(block);
    if (this.#goneSpans.some(([start, end]) => start <= block.span[0] && block.span[1] <= end)) return null;
    if (block.kind === 'heading')
      return { ...block, text: this.#shift(block.text), title: this.#shift(block.title) };
    // "(Kèm theo Kế hoạch số …)" names this year's plan; the draft's annexes say so of the draft.
    if (block.manner === 'note') return null;
    const text = this.#inForce(block);
    return text.trim() === '' ? null : { ...block, text: this.#shift(text), marks: [] };
  }

  /** The words of a paragraph in the version in force. */
  #inForce({ text, marks }: LaidParagraph): string {
    const { live, asRead } = this.#source;
    return marks.toReversed().reduce((words, { key, start, end }) => {
      const passage = words.slice(start, end);
      const put = (instead: string) => words.slice(0, start) + instead + words.slice(end);
      if (this.#isGone(key)) return put('');
      const [now, read] = [live.get(key)?.item, asRead.get(key)];
      if (now === undefined || read === undefined || !isCorrected(now, read)) return words;
      const [was, is] = [wordsOf(read), wordsOf(now)];
      if (was !== '' && passage.includes(was)) return put(passage.replace(was, () => is));
      if (now.kind !== 'task') return put(is);
      this.#unplaced.push({ key, words: is });
      return words;
    }, text);
  }

  #table(table: LaidTable): LaidTable {
    const kept = table.rows.filter(({ items }) => items.length === 0 || !items.every(this.#isGone));
    const numbered = isNumbered(table);
    return { ...table, rows: kept.map((row) => this.#row(table, row, numbered)) };
  }

  #row({ roles, header }: LaidTable, row: LaidRow, numbered: boolean): LaidRow {
    const key = row.items.find((one) => one.startsWith('task:'));
    const now = key === undefined ? undefined : this.#source.live.get(key)?.item;
    const read = key === undefined ? undefined : this.#source.asRead.get(key);
    const cells =
      now === undefined || read === undefined || !isCorrected(now, read)
        ? row.cells
        : cellsNow(
            roles,
            row.cells,
            header?.length ?? 0,
            now.fields as TaskFields,
            read.fields as TaskFields,
          ).map(({ words }) => words);
    return { ...row, cells: cells.map((cell, at) => this.#cell(cell, cells, at, { roles, numbered, key })) };
  }

  #cell(
    cell: string,
    cells: readonly string[],
    at: number,
    { roles, numbered, key }: { roles: LaidTable['roles']; numbered: boolean; key: string | undefined },
  ): string {
    const role = cells.length === roles.length ? roles[at] : null;
    if (role === 'no' && numbered && key !== undefined) return `${++this.#number}`;
    return this.#shift(cell, role === 'due');
  }

  /** Added tasks stand at the end of the last table; what else was added has no place of its own. */
  #place(blocks: LaidBlock[]): void {
    const { live } = this.#source;
    const at = blocks.findLastIndex((block) => block.kind === 'table' && block.header !== null);
    const table = blocks[at];
    const added = [...live.values()].filter(({ key }) => key.includes('+') && !this.#isGone(key));
    if (table?.kind === 'table') {
      const tasks = added.filter(({ kind }) => kind === 'task');
      const numbered = isNumbered(table);
      const rows = tasks.map(({ key, item }): LaidRow => {
        const cells = table.roles.map((role) => cellOf(item.fields as TaskFields, role) ?? '');
        return this.#row(table, { cells, items: [key], span: [0, 0] }, numbered);
      });
      blocks[at] = { ...table, rows: [...table.rows, ...rows] };
    }
    for (const { key, kind, item } of added)
      if (kind !== 'task' || table?.kind !== 'table') this.#unplaced.push({ key, words: wordsOf(item) });
  }
}

/** Whether the rows of a table go by whole numbers, which close up over those that are left out. */
function isNumbered({ roles, rows }: LaidTable): boolean {
  const column = roles.indexOf('no');
  if (column < 0) return false;
  return rows.every(({ cells, items }) => items.length === 0 || /^\d+[.)]?$/.test(cells[column] ?? ''));
}
