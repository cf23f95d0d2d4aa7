import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { formatLongDate } from '../../platform/i18n/format.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, type Content, DataTable, Notice } from '../../platform/view/index.ts';
import { inHand, openChases, SUBPLAN_KINDS } from '../domain/subplan.ts';
import { findOwing, keepSubject, listOwn, type SubplanView, viewSubplan } from '../queries.ts';
import { leadershipUrl, mySubplansUrl, subplanUrl } from '../urls.ts';
import { belowWords } from '../words.ts';
import { SubplanTag } from './tag.tsx';

/** The plans that the visitor's own agency or division owes, with what waits for an answer. */
export const mySubplansPage = definePage(mySubplansUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = belowWords.in(visit.language);
  const views = await ownSubplans(visit);
  const open = views.filter(isOwed).length;
  return {
    title: open === 0 ? say('my-subplans.title') : say('my-subplans.title.open', { count: open }),
    lead: say('my-subplans.lead'),
    act: visit.may('leadership.keep', { agencyId: visit.actor.agencyId }).allowed ? (
      <Button href={leadershipUrl(visit.actor.agencyId)} variant="secondary">
        {say('leadership.open')}
      </Button>
    ) : undefined,
    body: (
      <DataTable
        id="my-subplans"
        caption={say('my-subplans.title')}
        captionHidden
        rows={views}
        empty={{ text: say('my-subplans.empty') }}
        columns={[
          {
            key: 'plan',
            label: say('my-subplans.plan'),
            rowHeader: true,
            width: 'broad',
            cell: (view) => <SubplanLink visit={visit} view={view} />,
          },
          {
            key: 'due',
            label: say('my-subplans.due'),
            cell: ({ due }) => (due === null ? say('my-subplans.undated') : formatLongDate(due.end)),
          },
          {
            key: 'state',
            label: say('my-subplans.state'),
            cell: ({ state }) => <SubplanTag visit={visit} state={state?.state ?? 'none'} />,
          },
          {
            key: 'chased',
            label: say('my-subplans.chased'),
            cell: ({ state }) => {
              const waiting = state === undefined ? 0 : openChases(state).length;
              return waiting === 0 ? null : say('my-subplans.waiting', { count: waiting });
            },
          },
        ]}
      />
    ),
  };
});

/** The plans that the visitor keeps: of the own agency, or of the own division; those under one plan, or all. */
function ownSubplans(visit: Visit, under?: string): Promise<SubplanView[]> {
  return visit.read('subplan.read', async (query) => {
    const owed: SubplanView[] = [];
    for (const { plan, recipient } of await listOwn(query, visit.actor, under))
      for (const kind of SUBPLAN_KINDS) {
        const owing = await findOwing(query, { plan, recipient, kind });
        if (owing !== undefined && visit.may('subplan.keep', keepSubject(owing)).allowed)
          owed.push(await viewSubplan(query, owing));
      }
    return owed;
  });
}

const isOwed = ({ state }: SubplanView) => state === undefined || !inHand(state.state);

function SubplanLink({ visit, view }: { visit: Visit; view: SubplanView }) {
  const kind = view.unit !== null ? 'of-unit' : view.kind === 'own' ? 'of-agency' : 'of-district';
  return (
    <a href={subplanUrl(view.plan.id, view.recipient, view.kind)}>
      {belowWords.in(visit.language)(`my-subplans.${kind}`, {
        plan: view.plan.number ?? view.plan.title ?? '',
      })}
    </a>
  );
}

/** Above a plan on the first page: what the visitor's agency or division still owes to it. */
export async function owedNotice(visit: Visit, plan: string): Promise<Content> {
  if (visit.signedIn === null) return null;
  const owed = (await ownSubplans(visit, plan)).filter(isOwed);
  if (owed.length === 0) return null;
  const say = belowWords.in(visit.language);
  return (
    <Notice tone="warning" title={say('my-subplans.title.open', { count: owed.length })}>
      <ul>
        {owed.map((view) => (
          <li>
            <SubplanLink visit={visit} view={view} />
            {view.due === null ? null : ` – ${say('my-subplans.due')}: ${formatLongDate(view.due.end)}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
