/** What a version says in one of its parts, a line for each thing it names. */
export type PartLines<Part extends string> = Readonly<Record<Part, readonly string[]>>;

/** What came and went in one part of a procedure. */
export interface PartChange<Part extends string = string> {
  part: Part;
  removed: string[];
  added: string[];
}

/** What differs between two versions, part by part; a line that only moved is no difference. */
export function differencesOf<Part extends string>(
  before: PartLines<Part>,
  after: PartLines<Part>,
): PartChange<Part>[] {
  return (Object.keys(after) as Part[])
    .map((part) => ({
      part,
      removed: without(before[part], after[part]),
      added: without(after[part], before[part]),
    }))
    .filter(({ removed, added }) => removed.length + added.length > 0);
}

/** The lines that are not among others; one that stands twice must be there twice. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
