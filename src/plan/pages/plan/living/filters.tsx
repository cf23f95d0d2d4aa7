import type { Visit } from '../../../../platform/http/visit.ts';
import { type CountFilter, Counts } from '../../../../platform/view/index.ts';
import { ITEM_KINDS, type ItemKind } from '../../../domain/draft.ts';
import {
  isLit,
  LIT_BY,
  type LitBy,
  type LiveItem,
  type Narrowed,
} from '../../../domain/living/live-items.ts';
import { SHOWS, type Show } from '../../../domain/living/shows.ts';
import { livingWords } from '../../../living-words.ts';
import { anchorOf, planTasksUrl } from '../../../urls.ts';
import { SHOW_TONES } from '../../task/task-table.tsx';
import { labelOf, titleOf } from '../describe.ts';
import { TARGET_TONES } from '../target-standing.tsx';
import type { Living } from './read.ts';

/** Shown even where there is nothing of it: that there is none is the news. */
const ALWAYS: readonly LitBy[] = ['late', 'due_soon'];
const TONES = { ...SHOW_TONES, ...TARGET_TONES, without_task: 'due-soon' } as const;

interface Props {
  visit: Visit;
  living: Living;
}

/** Links that dim the rest: by state and by unit, each with the number of items that it leaves undimmed. */
export function LivingFilters({ visit, living }: Props) {
  const say = livingWords.in(visit.language);
  const { narrowed, units } = living;
  const items = [...living.live.values()];
  const count = (change: Partial<Narrowed>) =>
    items.filter((item) => isLit(item, { ...narrowed, ...change })).length;
  const states: CountFilter[] = LIT_BY.map((litBy) => ({ litBy, count: count({ litBy }) }))
    .filter((one) => one.count > 0 || ALWAYS.includes(one.litBy) || one.litBy === narrowed.litBy)
    .map((one) => ({
      label: labelOfState(visit, one.litBy),
      count: one.count,
      href: addressOf(visit, { show: narrowed.litBy === one.litBy ? null : one.litBy }),
      current: narrowed.litBy === one.litBy,
      tone: TONES[one.litBy],
    }));
  const concerned = new Set(items.flatMap((item) => item.units));
  const byUnit: CountFilter[] = [...units.values()]
    .filter(({ id }) => concerned.has(id) || id === narrowed.unit)
    .map(({ id, code }) => ({
      label: code,
      count: count({ unit: id }),
      href: addressOf(visit, { unit: narrowed.unit === id ? null : id }),
      current: narrowed.unit === id,
    }));
  return (
    <search class="living-filters" aria-label={say('living.filters')}>
      <p class="hint">{say('living.filters.lead')}</p>
      <Counts counts={states} />
      {byUnit.length === 0 ? null : <Counts counts={byUnit} />}
      <LitList visit={visit} living={living} items={items} />
    </search>
  );
}

function labelOfState(visit: Visit, litBy: LitBy): string {
  const say = livingWords.in(visit.language);
  return isShow(litBy) ? visit.say(`tasks.show.${litBy}`) : say(`living.lit.${litBy}`);
}

const isShow = (litBy: LitBy): litBy is Show => SHOWS.some((show) => show === litBy);

/** The page's own address with other filters; what else it asks for stays. */
export function addressOf(visit: Visit, change: Readonly<Record<string, string | null>>): string {
  const search = new URLSearchParams(visit.url.searchParams);
  search.delete('done');
  for (const [name, value] of Object.entries(change))
    if (value === null) search.delete(name);
    else search.set(name, value);
  return `${visit.url.pathname}${search.size === 0 ? '' : `?${search}`}`;
}

/** The list that narrows by the same conditions; of other kinds the list stands on the page itself. */
function listOf({ narrowed: { litBy, unit }, plan, live }: Living, kind: ItemKind): string | undefined {
  const filters = { ...(litBy === null ? {} : { show: litBy }), ...(unit === null ? {} : { unit }) };
  if (litBy !== null && !isShow(litBy)) return undefined;
  if (kind === 'task') return planTasksUrl(plan.id, filters);
  // Duties that nobody follows stand in no list of work.
  const all = [...live.values()].filter((item) => item.kind === 'duty' && isLit(item, { litBy, unit }));
  return kind === 'duty' && all.every(({ task }) => task !== null)
    ? planTasksUrl(plan.id, { part: 'duties', ...filters })
    : undefined;
}

/** What a filter leaves undimmed: how many of each kind, and each of them, by links to its place. */
function LitList({ visit, living, items }: Props & { items: readonly LiveItem[] }) {
  const say = livingWords.in(visit.language);
  const { narrowed } = living;
  if (narrowed.litBy === null && narrowed.unit === null) return null;
  const lit = items.filter((item) => isLit(item, narrowed));
  const kinds = ITEM_KINDS.map((kind) => ({ kind, found: lit.filter((item) => item.kind === kind) })).filter(
    ({ found }) => found.length > 0,
  );
  return (
    <>
      <p class="lit-counts">
        {kinds.map(({ kind, found }) => (
          <a href={listOf(living, kind) ?? `#lit-${kind}`}>
            {say(`living.kind.${kind}`, { count: found.length })}
          </a>
        ))}
        {lit.length === 0 ? <span>{say('living.lit.none')}</span> : null}
        <a href={addressOf(visit, { show: null, unit: null })}>{say('living.clear')}</a>
      </p>
      {lit.length === 0 ? null : (
        <details class="lit-list">
          <summary>{say('living.lit.list', { count: lit.length })}</summary>
          {kinds.map(({ kind, found }) => (
            <ul id={`lit-${kind}`}>
              {found.map((item) => (
                <li>
                  <a href={`#${anchorOf(item.key)}`}>{labelOf(item.item, item.index)}</a> {titleOf(item.item)}
                </li>
              ))}
            </ul>
          ))}
        </details>
      )}
    </>
  );
}
