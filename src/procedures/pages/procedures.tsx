import type { Visit } from '../../platform/http/visit.ts';
import { ListView, listPage } from '../../platform/lists/index.ts';
import { Button, ButtonRow } from '../../platform/view/index.ts';
import { procedureList } from '../procedure-list.tsx';
import { catalogueAgencies } from '../queries.ts';
import { type ProcedureHit, searchProcedures } from '../search.ts';
import { announcementsUrl, newProcedureUrl, procedureUrl } from '../urls.ts';
import { procedureWords } from '../words.ts';

/** The catalogue; where nothing holds what was typed, what is near to it. */
export const proceduresPage = listPage(procedureList, async (visit, page) => {
  const say = procedureWords.in(visit.language);
  const keeps = visit.scope('procedure.keep');
  const typed = page.rows.length === 0 ? page.request.filters.get('q') : undefined;
  const near = typed === undefined ? [] : await nearTo(visit, typed);
  return {
    width: 'wide',
    act:
      keeps.whole.length + keeps.units.length > 0 ? (
        <ButtonRow>
          {visit.may('procedure.import', { agencyId: visit.actor.agencyId }).allowed ? (
            <Button href={announcementsUrl()} variant="secondary">
              {visit.say('announcements.title')}
            </Button>
          ) : null}
          <Button href={newProcedureUrl()}>{say('procedure.enter')}</Button>
        </ButtonRow>
      ) : undefined,
    body: (
      <>
        {near.length === 0 ? null : (
          <section>
            <h2>{say('procedures.near')}</h2>
            <ul>
              {near.map((hit) => (
                <li>
                  <a href={procedureUrl(hit.procedureId)} lang="vi">
                    {hit.name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <ListView visit={visit} list={procedureList} read={page} captionHidden />
      </>
    ),
  };
});

function nearTo(visit: Visit, typed: string): Promise<ProcedureHit[]> {
  return visit.read('procedure.read', async (query) =>
    searchProcedures(query, await catalogueAgencies(query, visit.actor.agencyId), typed, {
      day: visit.house.clock.today(),
      limit: 10,
    }),
  );
}
