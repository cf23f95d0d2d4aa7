import type { Visit } from '../../../platform/http/visit.ts';
import { isRefusal, type Refusal, refuse } from '../../../platform/refusal.ts';
import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import type { LiveItem } from '../../domain/living/live-items.ts';
import { draftNextYear, type NextYear } from '../../domain/next-year/next-year.ts';
import type { PlanState } from '../../domain/plan.ts';
import { type PlanRow, PUBLIC_STATES } from '../../queries.ts';
import { readDraftAgain } from '../../readings.ts';
import { draftOfVisit } from './drafters-only.ts';
import { readLiving } from './living/read.ts';

/** An issued plan with the next year's that is drafted from it. */
export interface Drafting {
  row: PlanRow;
  state: PlanState;
  live: ReadonlyMap<string, LiveItem>;
  /** null where the plan names no year. */
  next: NextYear | null;
  /** The day on which the draft is taken to be signed, for what depends on it. */
  signedOn: CivilDate | null;
}

/** Next year's plan for the plan of the page's address, as the work on it stands now; for its drafters alone. */
export async function readNextYear(visit: Visit): Promise<Drafting | Refusal> {
  const drafted = await draftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const { row, state, reading, draft } = drafted;
  if (!PUBLIC_STATES.includes(state.state)) return refuse(`conflict:plan-${state.state}`);
  const living = await readLiving(visit, row, true);
  if (living === null) return refuse(`conflict:plan-${state.state}`);
  const { live, text, document, today } = living;
  const year = document.planYear;
  const next =
    year === null
      ? null
      : await draftNextYear(
          {
            document,
            year,
            laid: text.laid,
            asRead: text.asRead,
            live,
            reading,
            remarks: draft.remarks,
            recurrences: state.recurrences,
            today,
          },
          readDraftAgain,
        );
  return { row, state, live, next, signedOn: next?.signedOn ?? null };
}
