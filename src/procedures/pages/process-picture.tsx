import type { Visit } from '../../platform/http/visit.ts';
import { type Box, drawProcess, LINE_HEIGHT, type Line } from '../domain/process/layout.ts';
import type { InternalProcess, ProcessStep } from '../domain/process/process.ts';
import { processWords } from '../process-words.ts';
import { branchWords, limitWordsOf, type UnitNames, whoDoes } from './process-parts.ts';

interface PictureProps {
  visit: Visit;
  id: string;
  process: Pick<InternalProcess, 'steps'>;
  units: UnitNames;
}

/** An internal process drawn from top to bottom; the table beside it says the same to those who do not see it. */
export function ProcessPicture({ visit, id, process, units }: PictureProps) {
  const say = processWords.in(visit.language);
  const drawing = drawProcess(process, {
    step: (step, no) => ({
      name: `${no}. ${step.name || say('process.unnamed')}`,
      who: whoDoes(visit, step, units) ?? say('process.nobody'),
      limit: limitWordsOf(visit, step),
    }),
    end: (kind) => say(`process.end.${kind}`),
    branch: (branch, to) => branchWords(visit, branch, to),
  });
  return (
    <figure class="chart process-picture">
      <svg
        width={`${drawing.width / 16}rem`}
        height={`${drawing.height / 16}rem`}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="img"
        aria-labelledby={`${id}-t ${id}-d`}
      >
        <title id={`${id}-t`}>{say('process.picture')}</title>
        <desc id={`${id}-d`}>{say('process.picture.description', { count: process.steps.length })}</desc>
        {drawing.lines.map((line) => (
          <BranchLine line={line} />
        ))}
        {drawing.boxes.map((box) => (
          <StepBox box={box} />
        ))}
      </svg>
    </figure>
  );
}

function StepBox({ box }: { box: Box }) {
  const { x, y, width, height, lines, step, end } = box;
  return (
    <g class={`process-box ${end ?? groupOf(step)}`}>
      <rect x={x} y={y} width={width} height={height} rx={end === undefined ? 4 : Math.min(height / 2, 20)} />
      {lines.map(({ text, look }, at) => (
        <text
          class={`process-${look}`}
          lang={look === 'limit' || end !== undefined ? undefined : 'vi'}
          x={end === undefined ? x + 10 : x + width / 2}
          y={y + 10 + LINE_HEIGHT * at + 15}
          text-anchor={end === undefined ? undefined : 'middle'}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

/** Boxes of those who work together look alike: desk, division, leaders, records, another agency. */
function groupOf(step: ProcessStep | undefined): string {
  const assignee = step?.assignee;
  if (assignee == null) return 'nobody';
  if (assignee.kind === 'agency') return 'outside';
  switch (assignee.role) {
    case 'one_stop_officer':
      return 'desk';
    case 'director':
    case 'deputy_director':
      return 'leaders';
    case 'records_clerk':
    case 'office_clerk':
      return 'office';
    default:
      return 'division';
  }
}

const HEAD = 5;

/** A line with its arrowhead, which points the way of the last stretch. */
function BranchLine({ line: { kind, points } }: { line: Line }) {
  const [last, before] = [points.at(-1), points.at(-2)];
  if (last === undefined || before === undefined) return null;
  const [x, y] = last;
  const [dx, dy] = [Math.sign(x - before[0]), Math.sign(y - before[1])];
  const base = [x - dx * 2 * HEAD, y - dy * 2 * HEAD] as const;
  const path = points.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${px} ${py}`).join('');
  return (
    <g class={`process-line ${kind}`}>
      <path class="process-way" d={path} />
      <path
        class="process-head"
        d={`M${x} ${y}L${base[0] + dy * HEAD} ${base[1] + dx * HEAD}L${base[0] - dy * HEAD} ${base[1] - dx * HEAD}Z`}
      />
    </g>
  );
}
