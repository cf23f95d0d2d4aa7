import { Temporal } from 'temporal-polyfill';
import { formatShortInstant } from '../../../platform/http/format.ts';
import { definePage } from '../../../platform/http/page.ts';
import { refuse } from '../../../platform/refusal.ts';
import { Button } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { draftOf, NO_CHANGES } from '../../domain/draft.ts';
import { issuedItems } from '../../domain/plan-decisions.ts';
import { versionChanges } from '../../domain/versions.ts';
import { findPlanState } from '../../queries.ts';
import { loadReading, unitResolver } from '../../readings.ts';
import { amendmentUrl, planFileUrl, plansUrl, planUrl, versionsUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { ChangesTable } from './changes-table.tsx';
import { PlanTabs } from './plan-tabs.tsx';

/** Every version of the plan: as written beside as corrected, and what each later one changed. */
export const versionsPage = definePage('/plans/:plan/versions', async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const found = await visit.read('plan.read', async (query) => {
    const known = await findPlanState(query, plan);
    return known && { ...known, unitOf: await unitResolver(query, known.row.agencyId) };
  });
  const first = found?.state.versions[0];
  if (found === undefined || first === undefined || found.state.reading === null)
    return refuse('missing:thing');
  const { state, row, unitOf } = found;
  const reading = await loadReading(visit.house.files, found.state.reading);
  const asWritten = versionChanges(issuedItems(draftOf(reading, NO_CHANGES), unitOf), first.items);
  const drafts = visit.may('plan.draft', { agencyId: row.agencyId }).allowed;
  return {
    title: say('versions.title'),
    kicker: row.title,
    act:
      drafts && state.state !== 'draft' ? (
        <Button href={amendmentUrl(plan)} variant="secondary">
          {say('plan.amend')}
        </Button>
      ) : undefined,
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: planUrl(plan), label: row.title ?? '' },
      { href: versionsUrl(plan), label: say('versions.title'), current: true },
    ],
    body: (
      <>
        <PlanTabs visit={visit} plan={plan} at="versions" />
        {state.versions
          .slice(1)
          .map((version, index) => ({ version, before: state.versions[index] }))
          .reverse()
          .map(({ version, before }) => (
            <section>
              <h2>
                {say('versions.later', {
                  number: version.number,
                  document:
                    version.by === null
                      ? ''
                      : `${say(`amendment.kind.${version.by.kind}`)} ${version.by.number}, ${formatDate(version.by.date)}`,
                })}
              </h2>
              <p class="hint">{formatShortInstant(Temporal.Instant.from(version.at))}</p>
              <ChangesTable
                visit={visit}
                id={`version-${version.number}`}
                caption={version.by?.abstract ?? ''}
                changes={versionChanges(before?.items ?? [], version.items)}
              />
            </section>
          ))}
        <section>
          <h2>{say('versions.first')}</h2>
          <p class="hint">
            {formatShortInstant(Temporal.Instant.from(first.at))} ·{' '}
            <a href={planFileUrl(plan)}>{say('plan.file')}</a>
          </p>
          {asWritten.length === 0 ? (
            <p>{say('versions.as-written.none')}</p>
          ) : (
            <ChangesTable
              visit={visit}
              id="as-written"
              caption={say('versions.as-written')}
              changes={asWritten}
            />
          )}
        </section>
      </>
    ),
  };
});
