import { Temporal } from 'temporal-polyfill';
import { formatInstant, formatShortInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import { formatLongDate } from '../../platform/i18n/format.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { DataTable, Facts, Notice } from '../../platform/view/index.ts';
import { limitOf } from '../../procedures/index.ts';
import { NOT_COUNTED, readBudget } from '../../pure/calendar/index.ts';
import { intervalsOf, wallOf } from '../appointed.ts';
import { dossierDeadlineUrl, dossierUrl } from '../urls.ts';
import { dossierWords } from '../words.ts';
import { dossierOfVisit } from './view.ts';

/** Why a dossier is due when it is: each day counted or skipped, with the reason, and the time that is not counted. */
export const dossierDeadlinePage = definePage(dossierDeadlineUrl(':dossier'), async (visit) => {
  const view = await dossierOfVisit(visit);
  if (isRefusal(view)) return view;
  const say = dossierWords.in(visit.language);
  const { state, version, row } = view;
  const budget = state.budget === null ? null : readBudget(state.budget);
  const { deadlines, rules } = view.clock;
  const explained =
    budget === null || state.startAt === null
      ? null
      : deadlines.explainWith(
          wallOf(state.startAt),
          budget,
          intervalsOf(state, ['supplement'], visit.house.clock.now()),
          rules.supplementPolicy,
        );
  const limit = version && limitOf(version, state.channel, state.case);
  const code = state.code ?? say('dossier.without-code');
  return {
    title:
      row.dueAt === null
        ? say('dossier-deadline.none')
        : say('dossier-deadline.title', { due: formatInstant(row.dueAt) }),
    breadcrumbs: [{ label: code, href: dossierUrl(view.id) }],
    body: (
      <>
        {state.mirror === null ? null : <Notice title={say('dossier-deadline.mirrored')} />}
        {state.startAt === null || limit === undefined ? null : (
          <p>
            {say('dossier-deadline.budget', {
              budget: limit.text,
              start: formatInstant(Temporal.Instant.from(state.startAt)),
            })}
          </p>
        )}
        {state.appointed === null || state.appointed === state.due ? null : (
          <Notice title={say('dossier.appointed')}>
            <p>{formatInstant(Temporal.Instant.from(state.appointed))}</p>
          </Notice>
        )}
        {explained === null ? null : (
          <DataTable
            id="days"
            caption={say('dossier-deadline.day')}
            captionHidden
            rows={explained.days}
            empty={{ text: say('dossier-deadline.none') }}
            columns={[
              {
                key: 'day',
                label: say('dossier-deadline.day'),
                rowHeader: true,
                cell: ({ date }) => formatLongDate(date),
              },
              {
                key: 'counted',
                label: say('dossier-deadline.counted'),
                cell: ({ counted }) =>
                  say(counted ? 'dossier-deadline.counted.yes' : 'dossier-deadline.counted.no'),
              },
              {
                key: 'reason',
                label: say('dossier-deadline.reason'),
                width: 'broad',
                cell: ({ reason }) =>
                  reason === NOT_COUNTED.interval || reason === NOT_COUNTED.restart ? (
                    say(`dossier-deadline.${reason}`)
                  ) : reason === null ? null : (
                    <span lang="vi">{reason}</span>
                  ),
              },
            ]}
          />
        )}
        {state.intervals.length === 0 ? null : (
          <DataTable
            id="intervals"
            caption={say('dossier-deadline.intervals')}
            rows={state.intervals}
            empty={{ text: '' }}
            columns={[
              {
                key: 'kind',
                label: say('dossier-deadline.intervals'),
                rowHeader: true,
                cell: ({ kind }) => say(`dossier-deadline.interval.${kind}`),
              },
              {
                key: 'from',
                label: say('dossier-deadline.from'),
                cell: ({ from }) => formatShortInstant(Temporal.Instant.from(from)),
              },
              {
                key: 'to',
                label: say('dossier-deadline.to'),
                cell: ({ to }) =>
                  to === null
                    ? say('dossier-deadline.lasting')
                    : formatShortInstant(Temporal.Instant.from(to)),
              },
              { key: 'basis', label: say('act.basis'), cell: ({ basis }) => <span lang="vi">{basis}</span> },
            ]}
          />
        )}
        <Facts
          facts={[
            {
              label: say('dossier.original-due'),
              value:
                state.originalDue === null ? null : formatInstant(Temporal.Instant.from(state.originalDue)),
            },
            { label: say('dossier.due'), value: row.dueAt === null ? null : formatInstant(row.dueAt) },
          ]}
        />
      </>
    ),
  };
});
