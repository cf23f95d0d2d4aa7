import { Figures, readFigures } from '../../../measures/index.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import type { TaskKind } from '../../domain/task.ts';
import { dutyMeasures, taskMeasures } from '../../measures.ts';

/** The figures of a plan's tasks, or of its duties, each a link to the list that it was counted from. */
export async function PlanFigures({ visit, plan, kind }: { visit: Visit; plan: string; kind: TaskKind }) {
  const measures = kind === 'task' ? taskMeasures : dutyMeasures;
  return <Figures visit={visit} figures={await readFigures(visit, measures, { partOf: plan })} />;
}
