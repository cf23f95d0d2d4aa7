import { formatInstant } from '../../../platform/http/format.ts';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { formatNumber } from '../../../platform/i18n/format.ts';
import { refuse } from '../../../platform/refusal.ts';
import { Facts, Notice } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { type ClosedView, viewClosed } from '../handling-view.ts';
import { closedFileUrl, closedReportUrl, handlingReportUrl } from '../urls.ts';
import { dossierFigureWords } from '../words.ts';
import { CloseForm } from './handling-report.tsx';
import { HandlingBody } from './handling-table.tsx';

/** A closed period: its numbers and lists as they stood, its manifest, and what counting anew would give. */
export const closedReportPage = definePage(closedReportUrl(':report', ':no'), async (visit) => {
  const view = await viewClosed(visit);
  if (view === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  if (!('closed' in view)) return view[0] ?? refuse('missing:thing');
  const say = dossierFigureWords.in(visit.language);
  const { closed, form, from, to, by, narrowing } = view;
  return {
    title: say('handling-report.closed.title', { form: form.number }),
    kicker: say('handling-report.closed.kicker', { no: closed.no }),
    lead: say('handling-report.lead', {
      form: form.number,
      from: formatDate(from),
      to: formatDate(to),
      time: formatInstant(view.at.instant),
    }),
    width: 'wide',
    breadcrumbs: [
      { href: handlingReportUrl({ from, to, by }), label: say('handling-report.title') },
      { href: closedReportUrl(closed.id, closed.no), label: formatDate(to), current: true },
    ],
    body: (
      <>
        <Difference visit={visit} view={view} />
        <HandlingBody
          visit={visit}
          view={view}
          fileUrl={(ending) => closedFileUrl(closed.id, closed.no, ending, { by, ...narrowing })}
        />
        <Facts
          facts={[
            { label: say('handling-report.closed.dossiers'), value: formatNumber(closed.dossiers) },
            { label: say('handling-report.closed.digest'), value: <code>{closed.digest}</code> },
            ...(closed.reason === null
              ? []
              : [
                  {
                    label: say('handling-report.closed.reason'),
                    value: <span lang="vi">{closed.reason}</span>,
                  },
                ]),
          ]}
        />
        <Versions visit={visit} view={view} />
        {visit.may('handling-report.close', { agencyId: closed.agencyId }).allowed &&
        closed.no === view.versions[0]?.no ? (
          <CloseForm visit={visit} agency={closed.agencyId} period={view} again />
        ) : null}
      </>
    ),
  };
});

/** What has changed in the records since it was closed, column by column. */
function Difference({ visit, view }: { visit: Visit; view: ClosedView }) {
  const say = dossierFigureWords.in(visit.language);
  const differing = view.form.columns.flatMap(({ no }) => {
    const [closed, now] = [view.total.counts.get(no) ?? 0, view.anew.counts.get(no) ?? 0];
    return closed === now ? [] : [{ no, closed: formatNumber(closed), now: formatNumber(now) }];
  });
  if (differing.length === 0) return null;
  return (
    <Notice tone="warning" title={say('handling-report.closed.differs')}>
      <ul>
        {differing.map((one) => (
          <li>{say('handling-report.closed.differs.row', one)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Versions({ visit, view }: { visit: Visit; view: ClosedView }) {
  const say = dossierFigureWords.in(visit.language);
  if (view.versions.length === 1) return null;
  return (
    <section>
      <h2>{say('handling-report.closed.versions')}</h2>
      <ul>
        {view.versions.map(({ id, no, reason }) => (
          <li>
            <a href={closedReportUrl(id, no)} aria-current={no === view.closed.no ? 'page' : undefined}>
              {say('handling-report.closed.kicker', { no })}
            </a>
            {reason === null ? null : (
              <>
                {': '}
                <span lang="vi">{reason}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
