import { Figures, readFigures } from '../../../measures/index.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { taskMeasures } from '../../measures.ts';

/** The figures of a plan's tasks, each a link to the list that it was counted from. */
export async function PlanFigures({ visit, plan }: { visit: Visit; plan: string }) {
  return <Figures visit={visit} figures={await readFigures(visit, taskMeasures, { partOf: plan })} />;
}
