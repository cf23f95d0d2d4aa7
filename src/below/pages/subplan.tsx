import { type IssuedItem, listPlanItems } from '../../plan/index.ts';
import { ActionButton, ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { isRefusal } from '../../platform/refusal.ts';
import {
  Button,
  DataTable,
  type Fact,
  Facts,
  Notice,
  TextArea,
  Timeline,
} from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { inHand } from '../domain/subplan.ts';
import { answersHere } from '../queries.ts';
import { leadershipUrl, subplanFileUrl, subplanPaperUrl, subplanUrl } from '../urls.ts';
import { belowWords } from '../words.ts';
import { Chased } from './chased.tsx';
import { DueNotice } from './due-notice.tsx';
import { SubplanForm } from './subplan-form.tsx';
import { SubplanTag } from './tag.tsx';
import { entriesOf } from './timeline.tsx';
import { breadcrumbsOf, subplanOfVisit, titleOf, type VisitedSubplan, wordsOf } from './view.ts';

/** What a recipient makes of a plan: one page to write and send it, and for the Office to judge it. */
export const subplanPage = definePage(subplanUrl(':plan', ':recipient', ':kind'), async (visit) => {
  const view = await subplanOfVisit(visit);
  if (isRefusal(view)) return view;
  const say = belowWords.in(visit.language);
  const { plan, state } = view;
  const name = state?.state ?? 'none';
  const keeps = visit.may('subplan.keep', view.keep).allowed;
  const writes = keeps && !inHand(name) && name !== 'confirmed';
  const items = (
    await visit.read('subplan.read', (query) => listPlanItems(query, plan.id, ['commitment', 'duty']))
  ).map((row) => row.item);
  return {
    title: titleOf(visit, view),
    kicker: [plan.number, plan.title].filter((part) => part !== null).join(' · '),
    breadcrumbs: breadcrumbsOf(visit, view),
    width: writes ? 'normal' : 'wide',
    body: (
      <>
        <p>
          <SubplanTag visit={visit} state={name} />
          {view.unit === null ? (
            <>
              {' '}
              <a href={leadershipUrl(view.agency.id)}>{say('subplan.leadership')}</a>
            </>
          ) : null}
        </p>
        <DueNotice visit={visit} view={view} />
        {state?.reason == null ? null : (
          <Notice tone="warning" title={say('subplan.sent-back')}>
            <p class="as-typed">{state.reason}</p>
          </Notice>
        )}
        <Chased visit={visit} view={view} answers={keeps} />
        {writes ? (
          <SubplanForm visit={visit} view={view} items={items} />
        ) : (
          <div class="thing">
            <div>
              {state?.text == null ? (
                <p>{say('subplan.nothing')}</p>
              ) : (
                <Written visit={visit} view={view} items={items} />
              )}
            </div>
            <Judge visit={visit} view={view} keeps={keeps} />
          </div>
        )}
        {view.events.length === 0 ? null : (
          <>
            <h2>{say('subplan.ledger')}</h2>
            <Timeline entries={entriesOf(visit, view)} label={say('subplan.ledger')} />
          </>
        )}
      </>
    ),
  };
});

/** What has been written and sent. */
function Written({
  visit,
  view,
  items,
}: {
  visit: Visit;
  view: VisitedSubplan;
  items: readonly IssuedItem[];
}) {
  const say = belowWords.in(visit.language);
  const { plan, recipient, kind, state, unit } = view;
  const text = state?.text;
  if (text == null) return null;
  const person = (one: typeof text.leader) =>
    one === null ? null : [one.name, one.position].filter((part) => part !== null).join(', ');
  const facts: Fact[] = [
    { label: say('subplan.number'), value: text.number },
    { label: say('subplan.issue-date'), value: text.issueDate === null ? null : formatDate(text.issueDate) },
    { label: say('subplan.sent-on'), value: state?.sentOn == null ? null : formatDate(state.sentOn) },
    ...(unit === null
      ? [
          { label: say('subplan.leader'), value: person(text.leader) },
          { label: say('subplan.officer'), value: person(text.officer) },
        ]
      : [{ label: say('subplan.section'), value: text.section }]),
    ...(text.file === null
      ? []
      : [
          {
            label: say('subplan.file'),
            value: <a href={subplanFileUrl(plan.id, recipient, kind)}>{text.file.name}</a>,
          },
        ]),
  ];
  const rows = text.items.flatMap((taken) => {
    const item = items.find((one) => one.key === taken.key);
    return item === undefined ? [] : [{ ...taken, words: wordsOf(item) }];
  });
  return (
    <>
      <Facts facts={facts} />
      {unit !== null || text.source !== 'parent' ? null : (
        <>
          <p>
            <a href={subplanPaperUrl(plan.id, recipient, kind)}>{say('subplan.paper')}</a>
          </p>
          <DataTable
            id="subplan-items"
            caption={say('subplan.items')}
            rows={rows}
            empty={{ text: say('subplan.nothing') }}
            columns={[
              {
                key: 'text',
                label: say('subplan.item'),
                rowHeader: true,
                width: 'broad',
                cell: (row) => row.words,
              },
              {
                key: 'due',
                label: say('subplan.item.due'),
                cell: (row) =>
                  row.due === null
                    ? say('subplan.item.due.year', { year: plan.planYear ?? '' })
                    : formatDate(row.due),
              },
              {
                key: 'person',
                label: say('subplan.item.person'),
                cell: (row) => row.person ?? text.officer?.name,
              },
            ]}
          />
        </>
      )}
    </>
  );
}

/** What can be done with a subplan that is there. */
function Judge({ visit, view, keeps }: { visit: Visit; view: VisitedSubplan; keeps: boolean }) {
  const say = belowWords.in(visit.language);
  const { plan, recipient, kind, state, seq, office, keep } = view;
  const params = { plan: plan.id, recipient, kind };
  if (state === undefined || !inHand(state.state)) return null;
  const judges = visit.may('subplan.judge', office).allowed;
  if (!judges && !keeps) return null;
  const only = answersHere(view) ? undefined : visit.say('refusal.forbidden:subplan-only-comment');
  const reason = fieldsOf(visit, 'subplan.send-back', params);
  const words = fieldsOf(visit, 'subplan.comment', params);
  return (
    <aside>
      <h2>{say('subplan.can-do')}</h2>
      {judges ? (
        <>
          {state.state === 'submitted' ? (
            <ActionButton
              visit={visit}
              action="subplan.confirm"
              params={params}
              seq={seq}
              subject={office}
              refused={only}
            >
              {say('subplan.confirm')}
            </ActionButton>
          ) : null}
          {only === undefined ? (
            <ActionForm visit={visit} action="subplan.send-back" params={params} seq={seq} id="send-back">
              <TextArea label={say('subplan.send-back.reason')} rows={3} {...reason('reason')} />
              <Button variant="secondary">{say('subplan.send-back')}</Button>
            </ActionForm>
          ) : null}
          <ActionForm visit={visit} action="subplan.comment" params={params} id="comment">
            <TextArea label={say('subplan.comment.text')} rows={3} {...words('text')} />
            <Button variant="secondary">{say('subplan.comment')}</Button>
          </ActionForm>
        </>
      ) : null}
      {keeps && state.state === 'submitted' ? (
        <ActionButton
          visit={visit}
          action="subplan.withdraw"
          params={params}
          seq={seq}
          subject={keep}
          variant="secondary"
        >
          {say('subplan.withdraw')}
        </ActionButton>
      ) : null}
    </aside>
  );
}
