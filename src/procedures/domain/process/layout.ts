import { type BoxLine, wrap } from './box-line.ts';
import { orderSteps, stepsByKey } from './paths.ts';
import { type Branch, type BranchKind, END, type InternalProcess, type ProcessStep } from './process.ts';

/** A step, or one of the ends, in its place. */
export interface Box {
  /** Undefined for an end. */
  step: ProcessStep | undefined;
  end: 'result' | 'refusal' | undefined;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: BoxLine[];
}

/** A branch as a line from box to box, with its point at the end. */
export interface Line {
  kind: BranchKind;
  points: readonly (readonly [number, number])[];
}

export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  lines: Line[];
}

/** What the picture says; words come from outside. */
export interface DrawingWords {
  step(step: ProcessStep, no: number): { name: string; who: string; limit: string };
  end(kind: 'result' | 'refusal'): string;
  /** A branch that does not simply go on: "Trả lại bước 3: hồ sơ chưa đạt". Null where nothing needs to be said. */
  branch(branch: Branch, to: number | null): string;
}

const ENDS = ['result', 'refusal'] as const;
const WIDTH = 320;
const GAP = 28;
const PADDING = 10;
const TRACK = 12;
/** More lines than this beside each other share their place. */
const TRACKS = 4;
export const LINE_HEIGHT = 20;

/**
 * A process as a picture from top to bottom, one box below the other, narrow enough for a phone: each step stands below
 * those that lead on to it. Branches that skip steps run along the left, returns along the right.
 */
export function drawProcess(process: Pick<InternalProcess, 'steps'>, words: DrawingWords): Drawing {
  const { steps } = orderSteps(process);
  const byKey = stepsByKey(process);
  const ends = ENDS.filter((kind) =>
    steps.some(({ next }) => next.some((branch) => branch.to === END && branch.kind === kind)),
  );
  const rowOfEnd = new Map<BranchKind, number>(ends.map((kind, index) => [kind, steps.length + index]));
  const rowOfStep = new Map(steps.map((step, row) => [step, row]));
  const rowOf = ({ to, kind }: Branch): number | undefined => {
    if (to === END) return rowOfEnd.get(kind);
    const step = byKey.get(to);
    return step && rowOfStep.get(step);
  };
  const noOf = (key: string): number | null => {
    const at = process.steps.findIndex((step) => step.key === key);
    return at < 0 ? null : at + 1;
  };

  const found = steps.flatMap((step, from) =>
    step.next.flatMap((branch) => {
      const to = rowOf(branch);
      return to === undefined ? [] : [{ from, to, kind: branch.kind }];
    }),
  );
  // Two branches of one kind to one place are one line.
  const edges = [...new Map(found.map((edge) => [Object.values(edge).join(' '), edge])).values()];
  const straight = ({ from, to, kind }: Edge) => to === from + 1 && kind !== 'return';
  const left = tracksOf(edges.filter((edge) => !straight(edge) && edge.to > edge.from));
  const right = tracksOf(edges.filter((edge) => !straight(edge) && edge.to <= edge.from));
  const x = gutter(left.tracks);
  const width = WIDTH - x - gutter(right.tracks);

  let y = 2;
  const boxes: Box[] = [];
  const place = (lines: BoxLine[], box: Pick<Box, 'step' | 'end'>) => {
    const wrapped = lines.flatMap((line) => wrap(line, width - 2 * PADDING));
    const height = wrapped.length * LINE_HEIGHT + 2 * PADDING;
    boxes.push({ ...box, x, y, width, height, lines: wrapped });
    y += height + GAP;
  };
  steps.forEach((step, row) => {
    const said = words.step(step, process.steps.indexOf(step) + 1);
    const branches = step.next.filter(
      (branch) => branch.when !== null || branch.kind === 'return' || rowOf(branch) !== row + 1,
    );
    place(
      [
        { text: said.name, look: 'name' },
        { text: said.who, look: 'who' },
        { text: said.limit, look: 'limit' },
        ...branches.map(
          (branch): BoxLine => ({ text: words.branch(branch, noOf(branch.to)), look: 'branch' }),
        ),
      ],
      { step, end: undefined },
    );
  });
  for (const end of ends) place([{ text: words.end(end), look: 'name' }], { step: undefined, end });

  const lines = edges.map(
    (edge): Line => ({
      kind: edge.kind,
      points: straight(edge)
        ? down(boxes, edge)
        : beside(
            boxes,
            edge,
            edge.to > edge.from ? -(left.of.get(edge) ?? 0) - 1 : (right.of.get(edge) ?? 0) + 1,
          ),
    }),
  );
  return { width: WIDTH, height: Math.max(y - GAP + 2, 0), boxes, lines };
}

interface Edge {
  from: number;
  to: number;
  kind: BranchKind;
}

const gutter = (tracks: number) => (tracks === 0 ? 2 : tracks * TRACK + 8);

/** A place beside the boxes for each line, so that none runs on another while there is room. */
function tracksOf(edges: readonly Edge[]): { tracks: number; of: Map<Edge, number> } {
  const of = new Map<Edge, number>();
  const taken: Edge[][] = [];
  const short = [...edges].sort(
    (one, other) => Math.abs(one.to - one.from) - Math.abs(other.to - other.from),
  );
  for (const edge of short) {
    const free = taken.findIndex((others) => others.every((other) => apart(edge, other)));
    const track = free >= 0 ? free : taken.length < TRACKS ? taken.length : of.size % TRACKS;
    taken[track] = [...(taken[track] ?? []), edge];
    of.set(edge, track);
  }
  return { tracks: taken.length, of };
}

function apart(one: Edge, other: Edge): boolean {
  const [from, to] = [Math.min(one.from, one.to), Math.max(one.from, one.to)];
  return to < Math.min(other.from, other.to) || from > Math.max(other.from, other.to);
}

function down(boxes: readonly Box[], { from, to }: Edge): Line['points'] {
  const [above, below] = [boxes[from] as Box, boxes[to] as Box];
  const x = above.x + above.width / 2;
  return [
    [x, above.y + above.height],
    [x, below.y],
  ];
}

/** @param track from the boxes outwards, negative on the left */
function beside(boxes: readonly Box[], { from, to }: Edge, track: number): Line['points'] {
  const [source, target] = [boxes[from] as Box, boxes[to] as Box];
  const side = track < 0 ? source.x : source.x + source.width;
  const x = side + track * TRACK;
  // Lines leave below the middle of a box and come in above it, so that both can be told from each other.
  const out = source.y + source.height * 0.7;
  const into = target.y + target.height * (from === to ? 0.3 : 0.35);
  return [
    [side, out],
    [x, out],
    [x, into],
    [side, into],
  ];
}
