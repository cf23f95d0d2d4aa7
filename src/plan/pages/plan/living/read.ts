import { listUnits, type Unit } from '../../../../agencies/index.ts';
import type { Visit } from '../../../../platform/http/visit.ts';
import { listAreas } from '../../../areas.ts';
import { type AnsweredRemark, ITEM_KINDS } from '../../../domain/draft.ts';
import { LIT_BY, type LiveItem, liveItems, type Narrowed } from '../../../domain/living/live-items.ts';
import { todayOn } from '../../../domain/today.ts';
import type { Today } from '../../../domain/verdict.ts';
import { readLiveTasks } from '../../../living.ts';
import { findPlanState, listPlanItems, type PlanItemRow, type PlanRow } from '../../../queries.ts';
import { type LaidOutReading, loadDraft, loadLaidOut } from '../../../readings.ts';
import { readTargets } from '../../../targets.ts';

/** Everything that the living document of a plan shows. */
export interface Living {
  plan: PlanRow;
  document: NonNullable<PlanRow['document']>;
  text: LaidOutReading;
  rows: readonly PlanItemRow[];
  live: ReadonlyMap<string, LiveItem>;
  units: ReadonlyMap<string, Unit>;
  /** Units that answer for reform areas, by the areas' headings. */
  owners: ReadonlyMap<string, string>;
  /** False for recipients below, who read the text and not the department's work on it, and for adopted plans. */
  own: boolean;
  today: Today;
  narrowed: Narrowed;
  /** For drafters who ask for them alone. */
  remarks: readonly AnsweredRemark[] | null;
}

/** Reads a plan's text and the state of everything in it; null where its file was never read. */
export async function readLiving(visit: Visit, plan: PlanRow, own: boolean): Promise<Living | null> {
  const { files, clock, slices } = visit.house;
  if (plan.reading === null || plan.document === null) return null;
  const text = await loadLaidOut(files, plan.reading);
  const found = await visit.read('plan.read', async (query) => ({
    rows: await listPlanItems(query, plan.id, ITEM_KINDS),
    areas: own ? await listAreas(query, plan.id) : [],
    units: own ? await listUnits(query, plan.agencyId) : [],
  }));
  const today = todayOn(clock.today());
  const tasks = own
    ? await visit.read('task.read', (query, scope) => readLiveTasks(query, scope, plan.id))
    : new Map();
  const measures = slices.flatMap((slice) => slice.measures ?? []);
  const targets = own
    ? await readTargets(
        visit.read.bind(visit),
        measures,
        plan,
        found.rows.filter(({ item }) => item.kind === 'target'),
        clock,
      )
    : new Map();
  const owned = found.areas.flatMap(({ label, area, unitId }) =>
    unitId === null ? [] : [{ label, area, unitId }],
  );
  return {
    plan,
    document: plan.document,
    text,
    rows: found.rows,
    live: liveItems(
      found.rows.map(({ item }) => item),
      tasks,
      targets,
      new Map(owned.map(({ label, unitId }) => [label, unitId])),
      today,
    ),
    units: new Map(found.units.map((unit) => [unit.id, unit])),
    owners: new Map(owned.map(({ area, unitId }) => [area, unitId])),
    own,
    today,
    narrowed: own ? narrowedBy(visit.url) : { litBy: null, unit: null },
    remarks: await readRemarks(visit, plan),
  };
}

function narrowedBy({ searchParams }: URL): Narrowed {
  return {
    litBy: LIT_BY.find((one) => one === searchParams.get('show')) ?? null,
    unit: searchParams.get('unit')?.toLowerCase() || null,
  };
}

/** Remarks are for the drafters alone, and only when they ask. */
async function readRemarks(visit: Visit, plan: PlanRow): Promise<readonly AnsweredRemark[] | null> {
  if (visit.url.searchParams.get('remarks') !== '1' || plan.reading === null) return null;
  if (!visit.may('plan.draft', { agencyId: plan.agencyId }).allowed) return null;
  const found = await visit.read('plan.draft', (query) => findPlanState(query, plan.id));
  const loaded = found && (await loadDraft(visit.house.files, found.state));
  return loaded?.draft.remarks ?? null;
}
