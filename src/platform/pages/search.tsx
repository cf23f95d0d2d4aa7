import { fold } from '../../pure/vietnamese/index.ts';
import { definePage } from '../http/page.ts';
import type { Visit } from '../http/visit.ts';
import type { SearchHit, SearchSpec } from '../search/search.ts';
import { Button, ButtonRow, EmptyState } from '../view/index.ts';
import { searchUrl } from './urls.ts';
import { pageWords } from './words.ts';

/** Hits of each kind while all kinds are shown, and where one kind is. */
const FEW = 5;
const MANY = 100;
const LONGEST = 200;

interface Group {
  kind: string;
  hits: readonly SearchHit[];
  more: boolean;
}

/** What the actor may see and finds by words, grouped by kind. */
export const searchPage = definePage(searchUrl(), async (visit) => {
  const say = pageWords.in(visit.language);
  const typed = (visit.url.searchParams.get('q') ?? '').normalize('NFC').trim().slice(0, LONGEST);
  const only = visit.url.searchParams.get('kind');
  const specs = visit.house.slices
    .flatMap((slice) => slice.search ?? [])
    .filter((spec) => only === null || spec.kind === only);
  const groups: Group[] = [];
  if (fold(typed) !== '')
    for (const spec of specs) groups.push(await groupOf(visit, spec, typed, only === null ? FEW : MANY));
  const found = groups.filter(({ hits }) => hits.length > 0);
  const title = typed === '' ? say('search.title') : say('search.title.for', { typed });
  return {
    title,
    body: (
      <>
        <search>
          <form action={searchUrl()} method="get" class="filters">
            <div class="filter text">
              <label for="search-words">{say('search.label')}</label>
              <input type="search" id="search-words" name="q" value={typed} maxlength={LONGEST} />
            </div>
            <ButtonRow>
              <Button small>{say('search.submit')}</Button>
            </ButtonRow>
          </form>
        </search>
        {typed === '' ? <p>{say('search.hint')}</p> : null}
        {typed !== '' && found.length === 0 ? <EmptyState>{say('search.nothing')}</EmptyState> : null}
        {only === null || typed === '' ? null : (
          <p>
            <a href={searchUrl(typed)}>{say('search.all-kinds')}</a>
          </p>
        )}
        {found.map((group) => (
          <section aria-labelledby={`found-${group.kind}`}>
            <h2 id={`found-${group.kind}`}>{visit.say(`search.kind.${group.kind}`)}</h2>
            <ul class="hits">
              {group.hits.map((hit) => (
                <li>
                  <a href={hit.href}>{hit.title}</a>
                  {hit.detail === '' ? null : <span class="hint">{` · ${hit.detail}`}</span>}
                </li>
              ))}
            </ul>
            {group.more ? <p>{moreOf(group, typed, only, say)}</p> : null}
          </section>
        ))}
      </>
    ),
  };
});

async function groupOf(visit: Visit, spec: SearchSpec, typed: string, limit: number): Promise<Group> {
  const empty = { kind: spec.kind, hits: [], more: false };
  if (visit.scope(spec.permission).agencies.length === 0) return empty;
  const hits = await visit.read(spec.permission, (query, scope) =>
    spec.query(query, scope, fold(typed), limit + 1, visit.say.bind(visit)),
  );
  return { kind: spec.kind, hits: hits.slice(0, limit), more: hits.length > limit };
}

function moreOf(group: Group, typed: string, only: string | null, say: ReturnType<typeof pageWords.in>) {
  if (only !== null) return say('search.narrow', { shown: MANY });
  return <a href={searchUrl(typed, group.kind)}>{say('search.more')}</a>;
}
