import { Temporal } from 'temporal-polyfill';
import { namesOfAccounts } from '../../../people/index.ts';
import { formatShortInstant } from '../../../platform/http/format.ts';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { refuse } from '../../../platform/refusal.ts';
import { Button, DataTable, Tag } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { type AnsweredRemark, draftOf, NO_CHANGES } from '../../domain/draft.ts';
import type { PlanVersion } from '../../domain/plan.ts';
import { issuedItems } from '../../domain/plan-decisions.ts';
import { type VersionChange, versionChanges } from '../../domain/versions.ts';
import { type Correction, findPlanState } from '../../queries.ts';
import { loadReading, unitResolver } from '../../readings.ts';
import { amendmentFileUrl, amendmentUrl, planFileUrl, plansUrl, planUrl, versionsUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { ChangesTable } from './changes-table.tsx';
import { PlanTabs } from './plan-tabs.tsx';
import { ruleTitle } from './rule-title.ts';

/** Every version of the plan: as written beside as corrected, and what each later one changed. */
export const versionsPage = definePage('/plans/:plan/versions', async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const found = await visit.read('plan.read', async (query) => {
    const known = await findPlanState(query, plan);
    if (known === undefined) return undefined;
    const accounts = known.corrections.flatMap(({ accountId }) => accountId ?? []);
    return {
      ...known,
      unitOf: await unitResolver(query, known.row.agencyId),
      names: await namesOfAccounts(query, accounts),
    };
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
    width: 'wide',
    act: drafts ? (
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
        <PlanTabs visit={visit} plan={plan} at="versions" adopted={row.adopted} />
        {state.versions
          .slice(1)
          .map((version, index) => ({ version, before: state.versions[index] }))
          .reverse()
          .map(({ version, before }) => (
            <section>
              <h2>{titleOfVersion(visit, version)}</h2>
              <p class="hint">
                {formatShortInstant(Temporal.Instant.from(version.at))}
                {version.by?.fileId ? (
                  <>
                    {' '}
                    · <a href={amendmentFileUrl(plan, version.number)}>{say('amendment.file')}</a>
                  </>
                ) : null}
              </p>
              <ChangesTable
                visit={visit}
                id={`version-${version.number}`}
                caption={version.by?.abstract ?? ''}
                changes={versionChanges(before?.items ?? [], version.items)}
                by={whoChanged(found.corrections, found.names, version.number)}
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
              by={whoChanged(found.corrections, found.names, 1)}
            />
          )}
        </section>
        {drafts ? <AnsweredRemarks visit={visit} remarks={draftOf(reading, state.changes).remarks} /> : null}
      </>
    ),
  };
});

function titleOfVersion(visit: Visit, { number, by }: PlanVersion): string {
  const say = planWords.in(visit.language);
  return say('versions.later', {
    number,
    document: by === null ? '' : `${say(`amendment.kind.${by.kind}`)} ${by.number}, ${formatDate(by.date)}`,
  });
}

/** From the ledger: who touched the row last on the way to a version. */
function whoChanged(corrections: readonly Correction[], names: ReadonlyMap<string, string>, version: number) {
  return ({ key }: VersionChange): string | null => {
    const last = corrections.findLast((one) => one.key === key && one.version === version);
    if (last === undefined) return null;
    const name = names.get(last.accountId ?? '');
    return [name, formatShortInstant(last.at)].filter((part) => part !== undefined).join(', ');
  };
}

/** What the drafters answered to the doubtful points; theirs alone to see. */
function AnsweredRemarks({ visit, remarks }: { visit: Visit; remarks: readonly AnsweredRemark[] }) {
  const say = planWords.in(visit.language);
  const answered = remarks.filter((one) => one.answer !== null);
  if (answered.length === 0) return null;
  return (
    <details>
      <summary>
        {say('versions.remarks')} <span class="menu-count">{answered.length}</span>
      </summary>
      <p class="hint">{say('remark.mine')}</p>
      <DataTable
        id="answered-remarks"
        caption={say('versions.remarks')}
        captionHidden
        rows={answered}
        group={(one) => ruleTitle(one.remark.rule)}
        empty={{ text: say('remark.none') }}
        columns={[
          {
            key: 'remark',
            label: say('review.show.remark'),
            rowHeader: true,
            cell: (one) => <span lang="vi">{one.remark.message}</span>,
          },
          {
            key: 'answer',
            label: say('remark.answer'),
            nowrap: true,
            cell: (one) =>
              one.answer === null ? '' : <Tag tone="done">{say(`remark.answer.${one.answer.answer}`)}</Tag>,
          },
          { key: 'note', label: say('remark.note.short'), cell: (one) => one.answer?.note || '–' },
        ]}
      />
    </details>
  );
}
