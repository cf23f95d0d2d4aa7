import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import type { Visit } from '../../../platform/http/visit.ts';
import { Button, DateInput, Radios, Select, TextArea, TextInput } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { announcementWords } from '../../announcement-words.ts';
import { type AnnouncementRow, type KeptReview, wholeRemarks } from '../../announcements.ts';
import type { RowRule } from '../../domain/announcement/read-announcement.ts';
import { type Catalogue, entriesOf, standingOf } from '../../domain/announcement/review.ts';
import { ROW_SEVERITIES } from '../../domain/announcement/row-remarks.ts';
import { procedureWords } from '../../words.ts';

/** Answers one doubtful point for all rows that have it and are open. */
export function AnswerRowsForm(props: {
  visit: Visit;
  announcement: AnnouncementRow;
  rule: RowRule;
  rows: readonly KeptReview[];
}) {
  const { visit, announcement, rule, rows } = props;
  const say = announcementWords.in(visit.language);
  const count = rows.filter(({ row }) => row.remarks.some((remark) => remark.rule === rule)).length;
  if (count === 0) return null;
  const params = { announcement: announcement.id };
  const field = fieldsOf(visit, 'announcement_row.answer', params);
  const error = ROW_SEVERITIES[rule] === 'error';
  return (
    <ActionForm visit={visit} action="announcement_row.answer" params={params} hidden={{ rule }}>
      <h2>{say('announcement.answer-all', { count })}</h2>
      <Radios
        label={say('announcement.treatment')}
        options={[
          ...(error ? [] : [{ value: 'accept', label: say('announcement.accept-all') }]),
          { value: 'skip', label: say('announcement.skip-all') },
        ]}
        {...field('treatment', error ? 'skip' : 'accept')}
      />
      <TextInput label={say('announcement.answer')} optional {...field('answer')} />
      <Button variant="secondary">{say('announcement.answer.save')}</Button>
    </ActionForm>
  );
}

/** The one act that enters everything: by which decision, from when on. */
export function AnnounceForm(props: {
  visit: Visit;
  announcement: AnnouncementRow;
  rows: readonly KeptReview[];
  catalogue: Catalogue;
  units: readonly { id: string; name: string }[];
}) {
  const { visit, announcement, rows, catalogue, units } = props;
  const say = announcementWords.in(visit.language);
  const said = procedureWords.in(visit.language);
  const params = { announcement: announcement.id };
  const field = fieldsOf(visit, 'announcement.announce', params);
  const open = rows.filter((row) => standingOf(row) === 'open').length;
  const deeds = rows.flatMap((row) => entriesOf(row, catalogue).map(({ deed }) => deed));
  const count = (deed: string) => deeds.filter((one) => one === deed).length;
  const { decision_date: date, effective } = announcement;
  return (
    <section>
      <h2>{say('announcement.announce')}</h2>
      <p>
        {say('announcement.will', {
          new: count('new'),
          version: count('version'),
          abolish: count('abolish'),
          same: count('same'),
        })}{' '}
        {open === 0 ? null : say('announcement.open', { count: open })}
      </p>
      <ActionForm visit={visit} action="announcement.announce" params={params} seq={announcement.seq}>
        <TextInput
          label={said('decision.number')}
          width="medium"
          {...field('number', announcement.decision_number)}
        />
        <DateInput
          label={said('decision.date')}
          {...field('date', date === null ? undefined : formatDate(date))}
        />
        <DateInput
          label={said('procedure.valid-from')}
          {...field('validFrom', effective === null ? undefined : formatDate(effective))}
        />
        <Select
          label={said('procedure.owner')}
          hint={say('announcement.owner.hint')}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          optional
          {...field('ownerUnit')}
        />
        {wholeRemarks(announcement).length === 0 ? null : (
          <TextArea
            label={say('announcement.note')}
            hint={say('announcement.note.hint')}
            rows={2}
            {...field('note')}
          />
        )}
        <Button>{say('announcement.announce')}</Button>
      </ActionForm>
    </section>
  );
}
