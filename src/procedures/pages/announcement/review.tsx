import { listUnits } from '../../../agencies/index.ts';
import { ActionForm } from '../../../platform/http/action-form.tsx';
import { formatShortInstant } from '../../../platform/http/format.ts';
import { definePage, type Shown } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { refuse } from '../../../platform/refusal.ts';
import { UUID } from '../../../platform/uuid.ts';
import {
  Button,
  Counts,
  EmptyState,
  Facts,
  Notice,
  Pager,
  ReviewPane,
} from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { AnnouncementStateTag } from '../../announcement-list.tsx';
import { announcementWords } from '../../announcement-words.ts';
import {
  type AnnouncementRow,
  announcementsOfSameFile,
  catalogueFor,
  findAnnouncement,
  type KeptReview,
  reviewedRows,
  sourceOf,
  wholeRemarks,
} from '../../announcements.ts';
import { ROW_RULES, type RowRule } from '../../domain/announcement/read-announcement.ts';
import { type Catalogue, type RowStanding, standingOf } from '../../domain/announcement/review.ts';
import { announcementUrl } from '../../urls.ts';
import { AnnounceForm, AnswerRowsForm } from './review-forms.tsx';
import { RowTable, reviewRowOf, wholeRemarkWords } from './review-rows.tsx';
import { announcementCrumbs, importersOnly, UploadForm } from './upload.tsx';

const A_PAGE = 100;
const STANDINGS = ['open', 'ready', 'left-out'] as const satisfies readonly RowStanding[];

/** What a file announces, beside its words: what comes of each row, and what is doubtful in it. */
export const announcementPage = definePage(announcementUrl(':announcement'), async (visit) => {
  if (!UUID.test(visit.param('announcement'))) return refuse('missing:thing');
  const refused = importersOnly(visit);
  if (refused !== null) return refused;
  const found = await visit.read('procedure.import', async (query) => {
    const announcement = await findAnnouncement(query, visit.param('announcement'));
    if (announcement === undefined || announcement.agency_id !== visit.actor.agencyId) return undefined;
    const rows = await reviewedRows(query, announcement.id);
    return {
      announcement,
      rows,
      text: await sourceOf(query, announcement),
      twins: await announcementsOfSameFile(query, announcement),
      catalogue: await catalogueFor(query, announcement.agency_id, rows),
      units: (await listUnits(query, announcement.agency_id)).filter(
        ({ kind, validTo }) => (kind === 'division' || kind === 'office') && validTo === null,
      ),
    };
  });
  if (found === undefined) return refuse('missing:thing');
  if (found.announcement.state === 'unreadable') return unreadableShown(visit, found.announcement);
  return reviewShown(visit, found);
});

interface Found {
  announcement: AnnouncementRow;
  rows: KeptReview[];
  text: string | null;
  twins: AnnouncementRow[];
  catalogue: Catalogue;
  units: { id: string; name: string }[];
}

function reviewShown(visit: Visit, { announcement, rows, text, twins, catalogue, units }: Found): Shown {
  const say = announcementWords.in(visit.language);
  const search = visit.url.searchParams;
  const show = STANDINGS.find((one) => one === search.get('show'));
  const rule = ROW_RULES.find((one) => one === search.get('rule'));
  const chosen = rows.filter(
    (row) =>
      (show === undefined || standingOf(row) === show) &&
      (rule === undefined || row.row.remarks.some((remark) => remark.rule === rule)),
  );
  const page = Math.max(1, Math.trunc(Number(search.get('page'))) || 1);
  const from = (page - 1) * A_PAGE;
  const shown = chosen.slice(from, from + A_PAGE);
  const address = (params: Record<string, string | undefined>) => addressOf(announcement.id, params);
  const open = announcement.state === 'review';
  const openHere = rows.filter((row) => standingOf(row) === 'open');
  return {
    title: announcement.title ?? announcement.file_name,
    kicker: announcement.title === null ? undefined : announcement.file_name,
    width: 'wide',
    breadcrumbs: [
      ...announcementCrumbs(visit),
      { href: announcementUrl(announcement.id), label: announcement.file_name, current: true },
    ],
    body: (
      <>
        <SameFile visit={visit} twins={twins} />
        <Facts facts={factsOf(visit, announcement)} />
        <WholeRemarks visit={visit} announcement={announcement} />
        <Counts
          counts={[
            {
              label: say('announcement.rows'),
              count: rows.length,
              href: address({}),
              current: show === undefined && rule === undefined,
            },
            ...STANDINGS.map((standing) => ({
              label: say(`announcement.standing.${standing}`),
              count: rows.filter((row) => standingOf(row) === standing).length,
              href: address({ show: standing }),
              current: show === standing && rule === undefined,
              tone: standing === 'open' ? ('late' as const) : undefined,
            })),
          ]}
        />
        <RuleCounts visit={visit} announcement={announcement} rows={rows} rule={rule} />
        {open && rule !== undefined ? (
          <AnswerRowsForm visit={visit} announcement={announcement} rule={rule} rows={openHere} />
        ) : null}
        {shown.length === 0 ? <EmptyState>{say('announcement.none-here')}</EmptyState> : null}
        {text === null ? (
          <RowTable visit={visit} announcement={announcement} rows={shown} catalogue={catalogue} />
        ) : (
          <ReviewPane
            id="review"
            text={text}
            rows={shown.map((row) => reviewRowOf(visit, announcement, row, catalogue))}
            textTitle={say('announcement.source')}
            rowsTitle={say('announcement.rows')}
          />
        )}
        {chosen.length > A_PAGE ? (
          <Pager
            from={from + 1}
            to={from + shown.length}
            total={chosen.length}
            previous={page > 1 ? address({ show, rule, page: String(page - 1) }) : undefined}
            next={from + A_PAGE < chosen.length ? address({ show, rule, page: String(page + 1) }) : undefined}
          />
        ) : null}
        <LifeForm visit={visit} announcement={announcement} />
        {open ? (
          <AnnounceForm
            visit={visit}
            announcement={announcement}
            rows={rows}
            catalogue={catalogue}
            units={units}
          />
        ) : null}
      </>
    ),
  };
}

function addressOf(id: string, params: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) if (value !== undefined) search.set(key, value);
  return search.size === 0 ? announcementUrl(id) : `${announcementUrl(id)}?${search}`;
}

function factsOf(visit: Visit, announcement: AnnouncementRow) {
  const say = announcementWords.in(visit.language);
  const { decision_number: number, decision_date: date, effective, state } = announcement;
  return [
    {
      label: say('announcement.state'),
      value: <AnnouncementStateTag state={state} words={visit.say(`announcement.state.${state}`)} />,
    },
    { label: say('announcement.kind'), value: visit.say(`announcement.kind.${announcement.kind}`) },
    { label: visit.say('decision.number'), value: number },
    { label: visit.say('decision.date'), value: date === null ? null : formatDate(date) },
    { label: visit.say('procedure.valid-from'), value: effective === null ? null : formatDate(effective) },
    ...(announcement.note === null
      ? []
      : [{ label: say('announcement.note'), value: <span lang="vi">{announcement.note}</span> }]),
  ];
}

function WholeRemarks({ visit, announcement }: { visit: Visit; announcement: AnnouncementRow }) {
  const remarks = wholeRemarks(announcement);
  if (remarks.length === 0) return null;
  return (
    <Notice tone="warning" title={announcementWords.in(visit.language)('announcement.whole-remarks')}>
      <ul>
        {remarks.map((remark) => (
          <li>{wholeRemarkWords(visit, remark)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** How often each doubtful point stands; each number leads to its rows. */
function RuleCounts(props: {
  visit: Visit;
  announcement: AnnouncementRow;
  rows: readonly KeptReview[];
  rule: RowRule | undefined;
}) {
  const { visit, announcement, rows, rule } = props;
  const counts = ROW_RULES.flatMap((one) => {
    const count = rows.filter(({ row }) => row.remarks.some((remark) => remark.rule === one)).length;
    return count === 0
      ? []
      : [
          {
            label: visit.say(`announcement.rule.${one}`),
            count,
            href: addressOf(announcement.id, { rule: one }),
            current: rule === one,
          },
        ];
  });
  return counts.length === 0 ? null : <Counts counts={counts} />;
}

function SameFile({ visit, twins }: { visit: Visit; twins: readonly AnnouncementRow[] }) {
  const say = announcementWords.in(visit.language);
  if (twins.length === 0) return null;
  return (
    <Notice tone="warning" title={say('announcement.same-file')}>
      <ul>
        {twins.map((twin) => (
          <li>
            <a href={announcementUrl(twin.id)}>{twin.title ?? twin.file_name}</a> (
            {visit.say(`announcement.state.${twin.state}`)}, {formatShortInstant(twin.uploaded_at)})
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Gives up what is under review, or takes it up again. */
function LifeForm({ visit, announcement }: { visit: Visit; announcement: AnnouncementRow }) {
  const actions: Readonly<Record<string, string>> = {
    review: 'announcement.abandon',
    abandoned: 'announcement.restore',
  };
  const action = actions[announcement.state];
  if (action === undefined) return null;
  return (
    <ActionForm
      visit={visit}
      action={action}
      params={{ announcement: announcement.id }}
      seq={announcement.seq}
      layout="inline"
    >
      <Button variant={announcement.state === 'review' ? 'danger' : 'main'} small>
        {visit.say(action)}
      </Button>
    </ActionForm>
  );
}

/** Says why a file could not be read and what to do; the file is kept. */
function unreadableShown(visit: Visit, announcement: AnnouncementRow): Shown {
  const say = announcementWords.in(visit.language);
  const { code, params } = announcement.problem as unknown as {
    code: string;
    params: Record<string, string | number>;
  };
  const secret = code === 'secret';
  const name = secret ? say('announcement.secret-file') : announcement.file_name;
  return {
    title: say('announcement.unreadable', { file: name }),
    breadcrumbs: [
      ...announcementCrumbs(visit),
      { href: announcementUrl(announcement.id), label: name, current: true },
    ],
    body: (
      <>
        <Notice tone="error">
          <p>{visit.say(problemKey(code), params)}</p>
          {secret ? null : <p>{say('announcement.file-kept')}</p>}
        </Notice>
        <h2>{say('announcement.other-file')}</h2>
        <UploadForm visit={visit} />
      </>
    ),
  };
}

/** What the extraction itself says is said as for plans; the rest is of announcements alone. */
function problemKey(code: string): string {
  const own = ['not-json', 'no-records', 'no-rows', 'too-many-rows', 'wrong-format'];
  return own.includes(code) ? `announcement.problem.${code}` : `unreadable.${code}`;
}
