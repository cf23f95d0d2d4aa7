import type { Child } from 'hono/jsx';
import type { Visit } from '../../../platform/http/visit.ts';
import { DataTable, type ReviewRow, Tag, type Tone } from '../../../platform/view/index.ts';
import { announcementWords } from '../../announcement-words.ts';
import type { AnnouncementRow, KeptReview } from '../../announcements.ts';
import type { ReadRemark, RowRule, WholeRule } from '../../domain/announcement/read-announcement.ts';
import {
  type Catalogue,
  type Entry,
  entriesOf,
  type RowStanding,
  severityOf,
  standingOf,
} from '../../domain/announcement/review.ts';
import type { RowSeverity } from '../../domain/announcement/row-remarks.ts';
import { limitWords } from '../../domain/limit-words.ts';
import { announcementRowUrl, procedureUrl } from '../../urls.ts';

const SEVERITY_TONES: Readonly<Record<RowSeverity, Tone>> = {
  error: 'late',
  warning: 'due-soon',
  note: 'neutral',
};
const STANDING_TONES: Readonly<Record<RowStanding, Tone | undefined>> = {
  open: 'late',
  ready: undefined,
  'left-out': 'neutral',
};

/** A doubtful point of the whole in words; its parameters may be codes. */
export function wholeRemarkWords(visit: Visit, { rule, params }: ReadRemark<WholeRule>): string {
  return visit.say(`announcement.rule.${rule}.says`, {
    ...params,
    ...(params.tier === undefined ? {} : { tier: visit.say(`procedure.tier.${params.tier}`) }),
    ...(params.act === undefined ? {} : { act: visit.say(`announcement.act.${params.act}`) }),
  });
}

/** A row beside its words in the source. */
export function reviewRowOf(
  visit: Visit,
  announcement: AnnouncementRow,
  kept: KeptReview,
  catalogue: Catalogue,
): ReviewRow {
  const standing = standingOf(kept);
  return {
    id: `r${kept.no}`,
    label: kept.row.no ?? String(kept.no),
    title: standing === 'left-out' ? <s>{kept.row.name}</s> : kept.row.name,
    spans: kept.row.span === null ? [] : [kept.row.span],
    tone: STANDING_TONES[standing],
    group: kept.row.section ?? undefined,
    children: <RowDetails visit={visit} announcement={announcement} kept={kept} catalogue={catalogue} />,
  };
}

/** Rows that were read from no text, a line each. */
export function RowTable(props: {
  visit: Visit;
  announcement: AnnouncementRow;
  rows: readonly KeptReview[];
  catalogue: Catalogue;
}) {
  const { visit, announcement, rows, catalogue } = props;
  const say = announcementWords.in(visit.language);
  return (
    <DataTable
      id="rows"
      caption={say('announcement.rows')}
      captionHidden
      rows={rows}
      empty={{ text: say('announcement.none-here') }}
      columns={[
        { key: 'no', label: say('announcement.row.no'), align: 'end', cell: (kept) => kept.no },
        {
          key: 'name',
          label: visit.say('procedure.name'),
          rowHeader: true,
          width: 'broad',
          cell: (kept) => <span lang="vi">{kept.row.name}</span>,
        },
        {
          key: 'outcome',
          label: say('announcement.row.outcome'),
          cell: (kept) => (
            <RowDetails visit={visit} announcement={announcement} kept={kept} catalogue={catalogue} />
          ),
        },
      ]}
    />
  );
}

function RowDetails(props: {
  visit: Visit;
  announcement: AnnouncementRow;
  kept: KeptReview;
  catalogue: Catalogue;
}) {
  const { visit, announcement, kept, catalogue } = props;
  const say = announcementWords.in(visit.language);
  const { row } = kept;
  return (
    <>
      <ul class="plain-list">
        <li>
          {row.code ?? row.codeAsWritten ?? say('announcement.row.no-code')} ·{' '}
          <span lang="vi">{row.field ?? '–'}</span>
        </li>
        {row.limits.map(({ text, budget }) => (
          <li lang="vi">
            {text}
            {budget === null || limitWords(budget) === text
              ? null
              : ` (${say('announcement.computed', { limit: limitWords(budget) })})`}
          </li>
        ))}
        {row.fees.map(({ text }) => (
          <li lang="vi">{text}</li>
        ))}
        {entryLines(visit, announcement, kept, catalogue).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {row.remarks.map((remark) => (
        <p>
          <Tag tone={kept.answer === null ? SEVERITY_TONES[severityOf(remark)] : 'done'}>
            {say(`announcement.severity.${severityOf(remark)}`)}
          </Tag>{' '}
          {rowRemarkWords(visit, remark)}
        </p>
      ))}
      {kept.answer === null ? null : (
        <p>
          {say('announcement.answered')} <span lang="vi">{kept.answer}</span>
        </p>
      )}
      {kept.correction === null ? null : (
        <p>
          <Tag tone="done">{say('announcement.corrected')}</Tag>
        </p>
      )}
      {announcement.state === 'review' ? (
        <p>
          <a href={announcementRowUrl(announcement.id, kept.no)}>
            {say('announcement.row.correct')}
            <span class="hidden">: {kept.no}</span>
          </a>
        </p>
      ) : null}
    </>
  );
}

/** A doubtful point of a row, in words. */
export function rowRemarkWords(visit: Visit, { rule, params }: ReadRemark<RowRule>): string {
  return visit.say(`announcement.rule.${rule}.says`, params);
}

/** What comes of a row, or what came of it, a level a line. */
function entryLines(
  visit: Visit,
  announcement: AnnouncementRow,
  kept: KeptReview,
  catalogue: Catalogue,
): Child[] {
  if (announcement.state === 'announced')
    return (kept.entered ?? []).map(({ tier, deed, procedure }) =>
      entryLine(visit, tier, `announcement.done.${deed}`, procedure),
    );
  return entriesOf(kept, catalogue).map(({ tier, deed, known }: Entry) =>
    entryLine(visit, tier, `announcement.deed.${deed}`, known?.id ?? null, known?.name),
  );
}

function entryLine(visit: Visit, tier: string, key: string, procedure: string | null, name?: string): Child {
  const words = `${visit.say(`procedure.tier.${tier}`)}: ${visit.say(key)}`;
  return procedure === null ? (
    words
  ) : (
    <>
      {words}{' '}
      <a href={procedureUrl(procedure)}>
        {name === undefined ? visit.say('announcement.open-procedure') : <span lang="vi">{name}</span>}
      </a>
    </>
  );
}
