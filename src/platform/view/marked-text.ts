/** Words of a text that belong to something: offsets in Unicode code points, half-open. */
export interface TextMark {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A text cut into a tree: plain stretches, and marks that hold stretches and further marks. */
export type MarkedNode<M extends TextMark> =
  | string
  | {
      readonly mark: M;
      /** False where a mark goes on after another, crossing one has cut it; only the first part carries its id. */
      readonly first: boolean;
      readonly parts: readonly MarkedNode<M>[];
    };

interface Open<M extends TextMark> {
  readonly mark: M;
  readonly first: boolean;
  readonly parts: MarkedNode<M>[];
}

/**
 * Nests marks as elements must nest: a mark within another stands inside it; one that crosses another's end is cut
 * there and goes on. Spans outside the text are held to it, empty ones are left out.
 */
export function markText<M extends TextMark>(text: string, marks: readonly M[]): MarkedNode<M>[] {
  const unitAt = codeUnits(text, marks);
  const sorted = marks
    .map((mark) => ({ mark, start: unitAt(mark.start), end: unitAt(mark.end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const ends = new Map(sorted.map(({ mark, end }) => [mark, end]));
  const endOf = (open: Open<M>) => ends.get(open.mark) ?? 0;

  const top: MarkedNode<M>[] = [];
  const open: Open<M>[] = [];
  const place = () => open.at(-1)?.parts ?? top;
  let at = 0;

  const writeTo = (offset: number) => {
    if (offset > at) {
      place().push(text.slice(at, offset));
      at = offset;
    }
  };
  const push = (mark: M, first: boolean) => {
    const node: Open<M> = { mark, first, parts: [] };
    place().push(node);
    open.push(node);
  };
  const closeUntil = (offset: number) => {
    for (;;) {
      const next = Math.min(...open.map(endOf));
      if (open.length === 0 || next > offset) {
        return;
      }
      writeTo(next);
      const depth = open.findIndex((node) => endOf(node) === next);
      const cut = open.splice(depth).filter((node) => endOf(node) > next);
      for (const node of cut) {
        push(node.mark, false);
      }
    }
  };

  for (const { mark, start } of sorted) {
    closeUntil(start);
    writeTo(start);
    push(mark, true);
  }
  closeUntil(text.length);
  writeTo(text.length);
  return top;
}

/** From offsets in code points to offsets in UTF-16 units, in one pass over the text. */
function codeUnits(text: string, marks: readonly TextMark[]): (point: number) => number {
  const wanted = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const units = new Map<number, number>();
  let point = 0;
  let unit = 0;
  for (const offset of wanted) {
    while (point < offset && unit < text.length) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point += 1;
    }
    units.set(offset, unit);
  }
  return (offset) => units.get(offset) ?? 0;
}
