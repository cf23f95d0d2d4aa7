import { listUnits, type Unit } from '../../../agencies/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { formatNumber } from '../../../platform/i18n/format.ts';
import { refuse } from '../../../platform/refusal.ts';
import { Button, DataTable, EmptyState, Select, Tag } from '../../../platform/view/index.ts';
import { countTasksByArea, listAreas } from '../../areas.ts';
import { AS_PRINTED, areaOfTask } from '../../domain/area-decisions.ts';
import { suggestArea } from '../../domain/area-of-task.ts';
import { type Area, type SuggestedOwner, suggestOwners } from '../../domain/areas.ts';
import { standing } from '../../domain/draft.ts';
import { EDITABLE } from '../../domain/plan-decisions.ts';
import { findPlan, findPlanState } from '../../queries.ts';
import { loadDraft, unitResolver } from '../../readings.ts';
import { areasUrl, plansUrl, planTasksUrl, planUrl, reviewUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import type { Drafted } from './drafters-only.ts';
import { PlanTabs } from './plan-tabs.tsx';
import { scopeSees } from './recipients.tsx';

/** An area as the page shows it. */
interface ShownArea extends Area {
  unitId: string | null;
  suggested: SuggestedOwner | undefined;
  /** How many tasks stand in it; undefined before the plan is issued. */
  tasks: number | undefined;
}

/** The plan's reform areas: the division that answers for each, and which tasks belong to it. */
export const areasPage = definePage(areasUrl(':plan'), async (visit) => {
  const say = planWords.in(visit.language);
  const id = visit.param('plan');
  const found = await readAreas(visit, id);
  if (found === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { plan, drafted, areas, units } = found;
  return {
    title: say('areas.title'),
    kicker: [say('plan.title'), plan.number].filter((part) => part !== null).join(' '),
    lead: drafted === undefined ? undefined : say('areas.lead'),
    width: 'wide',
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      plan.version === 0
        ? { href: reviewUrl(id), label: say('item.back') }
        : { href: planUrl(id), label: plan.title ?? plan.fileName },
      { href: areasUrl(id), label: say('plan.tab.areas'), current: true },
    ],
    body: (
      <>
        {plan.version === 0 ? null : <PlanTabs visit={visit} plan={id} at="areas" />}
        {areas.length === 0 ? (
          <EmptyState>{say('areas.none')}</EmptyState>
        ) : drafted === undefined ? (
          <AreaTable visit={visit} plan={id} areas={areas} units={units} />
        ) : (
          <>
            <ActionForm visit={visit} action="plan_area.own" params={{ plan: id }} seq={drafted.state.seq}>
              <AreaTable visit={visit} plan={id} areas={areas} units={units} edited />
              <Button value="plan_area.own">{say('areas.save')}</Button>
            </ActionForm>
            <Placing visit={visit} plan={id} drafted={drafted} />
          </>
        )}
      </>
    ),
  };
});

/** What the page shows: to drafters with what the text suggests, to other readers as it stands. */
async function readAreas(visit: Visit, id: string) {
  const drafts = (agencyId: string) => visit.may('plan.draft', { agencyId }).allowed;
  const found = await visit.read('plan.read', async (query, scope) => {
    const plan = await findPlan(query, id);
    if (plan === undefined || !scopeSees(visit, plan.agencyId)) return undefined;
    if (plan.version === 0 && !drafts(plan.agencyId)) return undefined;
    return {
      plan,
      state: drafts(plan.agencyId) ? (await findPlanState(query, id))?.state : undefined,
      rows: await listAreas(query, id),
      units: await listUnits(query, plan.agencyId),
      unitOf: await unitResolver(query, plan.agencyId),
      counts: await countTasksByArea(query, scope, id),
    };
  });
  if (found === undefined) return undefined;
  const { plan, state, rows, units, unitOf, counts } = found;
  const loaded = state && (await loadDraft(visit.house.files, state));
  if (state === undefined || loaded === undefined) {
    if (plan.version === 0) return undefined;
    const areas = rows.map(
      ({ label, area, unitId }): ShownArea => ({
        label,
        name: area,
        unitId,
        suggested: undefined,
        tasks: counts.get(area) ?? 0,
      }),
    );
    return { plan, units, areas, drafted: undefined };
  }
  const { draft } = loaded;
  const duties = standing(draft, 'duty').map(({ fields }) => fields);
  const suggested = suggestOwners(draft.areas, duties, unitOf);
  const areas = draft.areas.map(
    ({ label, name }): ShownArea => ({
      label,
      name,
      unitId: state.owners[label] ?? null,
      suggested: label in state.owners ? undefined : suggested.get(label),
      tasks: plan.version === 0 ? undefined : (counts.get(name) ?? 0),
    }),
  );
  const drafted: Drafted = { row: plan, state, ...loaded };
  // While it is read anew or given up there is nothing to put in order.
  const open = EDITABLE.includes(state.state) || state.state === 'issued';
  return { plan, units, areas, drafted: open ? drafted : undefined };
}

interface AreaTableProps {
  visit: Visit;
  plan: string;
  areas: readonly ShownArea[];
  units: readonly Unit[];
  edited?: boolean;
}

function AreaTable({ visit, plan, areas, units, edited = false }: AreaTableProps) {
  const say = planWords.in(visit.language);
  const field = fieldsOf(visit, 'plan_area.own', { plan });
  const options = units.map((unit) => ({ value: unit.id, label: unit.name }));
  const nameOf = (unitId: string | null) => units.find(({ id }) => id === unitId)?.name;
  return (
    <DataTable
      id="areas"
      caption={say('areas.title')}
      captionHidden
      rows={areas.map((area, index) => ({ ...area, index }))}
      empty={{ text: say('areas.none') }}
      columns={[
        {
          key: 'area',
          label: say('areas.area'),
          rowHeader: true,
          cell: ({ label, name }) => (label === name ? name : `${label}. ${name}`),
        },
        {
          key: 'owner',
          label: say('areas.owner'),
          cell: ({ label, name, unitId, suggested, index }) =>
            edited ? (
              <>
                <input type="hidden" name={`areas.${index}.label`} value={label} />
                <Select
                  label={`${say('areas.owner')}: ${name}`}
                  labelHidden
                  options={options}
                  empty={say('areas.owner.none')}
                  {...field(`areas.${index}.unit`, unitId ?? suggested?.unitId)}
                />
                {suggested === undefined ? null : (
                  <Tag tone="due-soon">{say(`areas.suggested.${suggested.by}`)}</Tag>
                )}
              </>
            ) : (
              (nameOf(unitId) ?? <span class="hint">{say('areas.owner.none')}</span>)
            ),
        },
        {
          key: 'tasks',
          label: say('areas.tasks'),
          align: 'end',
          cell: ({ name, tasks }) =>
            tasks === undefined ? (
              '–'
            ) : tasks === 0 ? (
              <span class="hint">0</span>
            ) : (
              <a href={planTasksUrl(plan, { area: name })}>{formatNumber(tasks)}</a>
            ),
        },
      ]}
    />
  );
}

/** All tasks in one form, each with the area that its links or its words suggest until it has been put somewhere. */
function Placing({ visit, plan, drafted }: { visit: Visit; plan: string; drafted: Drafted }) {
  const say = planWords.in(visit.language);
  const { draft, state } = drafted;
  const field = fieldsOf(visit, 'task.place', { plan });
  const commitments = standing(draft, 'commitment');
  const rows = standing(draft, 'task').map(({ key, fields }, index) => {
    const area = areaOfTask(state.placed, key, fields.area);
    const linked = commitments.filter((one) => one.fields.tasks.includes(key)).map((one) => one.fields.area);
    const suggested = area === null ? suggestArea(fields, draft.areas, linked) : undefined;
    const known = draft.areas.find((one) => one.name === area)?.label;
    const label = area === null ? undefined : (known ?? AS_PRINTED);
    return { key, fields, area, label, suggested, index };
  });
  const open = rows.filter(({ area }) => area === null).length;
  const options = draft.areas.map(({ label, name }) => ({
    value: label,
    label: label === name ? name : `${label}. ${name}`,
  }));
  return (
    <section>
      <h2>{say('areas.placing')}</h2>
      <p class="hint">
        {open === 0 ? say('areas.placing.done') : say('areas.placing.lead', { count: open })}
      </p>
      <ActionForm visit={visit} action="task.place" params={{ plan }} seq={state.seq}>
        <DataTable
          id="placing"
          caption={say('areas.placing')}
          captionHidden
          rows={rows}
          empty={{ text: say('areas.placing.none') }}
          columns={[
            { key: 'no', label: say('field.no'), width: 'narrow', cell: ({ fields }) => fields.no },
            {
              key: 'title',
              label: say('field.title'),
              rowHeader: true,
              width: 'broad',
              cell: ({ fields }) => fields.title,
            },
            {
              key: 'units',
              label: say('field.leadUnits'),
              cell: ({ fields }) => fields.leadUnits.join(', '),
            },
            {
              key: 'area',
              label: say('areas.area'),
              cell: ({ key, fields, area, label, suggested, index }) => (
                <>
                  <input type="hidden" name={`tasks.${index}.key`} value={key} />
                  <Select
                    label={`${say('areas.area')}: ${fields.no}. ${fields.title}`}
                    labelHidden
                    options={
                      label === AS_PRINTED ? [{ value: label, label: area ?? '' }, ...options] : options
                    }
                    empty={say('areas.place.none')}
                    {...field(`tasks.${index}.area`, label ?? suggested?.label)}
                  />
                  {suggested === undefined ? null : <Tag tone="due-soon">{say('areas.place.suggested')}</Tag>}
                </>
              ),
            },
          ]}
        />
        <Button value="task.place">{say('areas.place.save')}</Button>
      </ActionForm>
    </section>
  );
}
