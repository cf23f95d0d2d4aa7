import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { refuse } from '../../../platform/refusal.ts';
import { UUID } from '../../../platform/uuid.ts';
import {
  Button,
  Checkboxes,
  Notice,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../../platform/view/index.ts';
import { announcementWords } from '../../announcement-words.ts';
import { findAnnouncement, type KeptReview, reviewedRows } from '../../announcements.ts';
import { ANNOUNCED_ACTS } from '../../domain/announcement/read-announcement.ts';
import { linesOf, TREATMENTS } from '../../domain/announcement/review.ts';
import { TIERS } from '../../domain/procedure.ts';
import { type ProcedureHit, searchProcedures } from '../../search.ts';
import { announcementRowUrl, announcementUrl } from '../../urls.ts';
import { procedureWords } from '../../words.ts';
import { rowRemarkWords } from './review-rows.tsx';
import { announcementCrumbs, importersOnly } from './upload.tsx';

/** One row of an announcement: as it was read, to be corrected, answered, or left out. */
export const announcementRowPage = definePage(announcementRowUrl(':announcement', ':no'), async (visit) => {
  if (!UUID.test(visit.param('announcement'))) return refuse('missing:thing');
  const refused = importersOnly(visit);
  if (refused !== null) return refused;
  const no = Number(visit.param('no'));
  const found = await visit.read('procedure.import', async (query) => {
    const announcement = await findAnnouncement(query, visit.param('announcement'));
    if (announcement === undefined || announcement.agency_id !== visit.actor.agencyId) return undefined;
    const kept = (await reviewedRows(query, announcement.id)).find((row) => row.no === no);
    if (kept === undefined) return undefined;
    const near = await searchProcedures(query, [announcement.agency_id], kept.row.name, {
      day: visit.house.clock.today(),
      limit: 10,
    });
    return { announcement, kept, near };
  });
  if (found === undefined) return refuse('missing:thing');
  const { announcement, kept, near } = found;
  const say = announcementWords.in(visit.language);
  const title = say('announcement.row', { no });
  return {
    title,
    kicker: <span lang="vi">{kept.row.section ?? announcement.title ?? announcement.file_name}</span>,
    breadcrumbs: [
      ...announcementCrumbs(visit),
      { href: announcementUrl(announcement.id), label: announcement.file_name },
      { href: announcementRowUrl(announcement.id, no), label: title, current: true },
    ],
    body: (
      <>
        {kept.row.remarks.length === 0 ? null : (
          <Notice tone="warning" title={say('announcement.row.remarks')}>
            <ul>
              {kept.row.remarks.map((remark) => (
                <li>{rowRemarkWords(visit, remark)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {announcement.state === 'review' ? (
          <RowForm visit={visit} announcement={announcement.id} kept={kept} near={near} />
        ) : (
          <p>{say('announcement.closed')}</p>
        )}
      </>
    ),
  };
});

function RowForm(props: {
  visit: Visit;
  announcement: string;
  kept: KeptReview;
  near: readonly ProcedureHit[];
}) {
  const { visit, announcement, kept, near } = props;
  const say = announcementWords.in(visit.language);
  const said = procedureWords.in(visit.language);
  const { row } = kept;
  const params = { announcement, no: String(kept.no) };
  const field = fieldsOf(visit, 'announcement_row.correct', params);
  return (
    <ActionForm visit={visit} action="announcement_row.correct" params={params} seq={kept.seq}>
      <TextInput
        label={said('procedure.code')}
        hint={
          row.codeAsWritten === null || row.codeAsWritten === row.code
            ? undefined
            : say('announcement.as-written', { code: row.codeAsWritten })
        }
        width="medium"
        optional
        {...field('code', row.code ?? row.codeAsWritten)}
      />
      <TextArea label={said('procedure.name')} rows={3} {...field('name', row.name)} />
      <TextInput label={said('procedure.field')} {...field('field', row.field)} />
      <Checkboxes
        label={said('procedure.tier')}
        hint={say('announcement.tiers.hint')}
        options={TIERS.map((tier) => ({ value: tier, label: said(`procedure.tier.${tier}`) }))}
        {...field.many('tiers', row.tiers)}
      />
      <Select
        label={say('announcement.act')}
        empty={null}
        options={ANNOUNCED_ACTS.map((act) => ({ value: act, label: say(`announcement.act.${act}`) }))}
        {...field('act', row.act)}
      />
      <TextArea
        label={said('procedure.limits')}
        hint={say('announcement.limits.hint')}
        rows={3}
        optional
        {...field('limits', linesOf(row.limits))}
      />
      <TextArea
        label={said('procedure.fees')}
        hint={say('announcement.fees.hint')}
        rows={2}
        optional
        {...field('fees', linesOf(row.fees))}
      />
      <TextArea
        label={said('procedure.legal-bases')}
        hint={said('procedure.lines.hint')}
        rows={4}
        optional
        {...field('legalBases', row.legalBases.join('\n'))}
      />
      <Radios
        label={say('announcement.treatment')}
        options={TREATMENTS.map((one) => ({ value: one, label: say(`announcement.treatment.${one}`) }))}
        {...field('treatment', kept.treatment)}
      />
      <Select
        label={say('announcement.target')}
        hint={say('announcement.target.hint')}
        options={near.map((hit) => ({
          value: hit.procedureId,
          label: [hit.code, hit.name, visit.say(`procedure.tier.${hit.tier}`)].filter(Boolean).join(' – '),
        }))}
        optional
        {...field('target', kept.targetId)}
      />
      <TextInput
        label={say('announcement.answer')}
        hint={say('announcement.answer.hint')}
        optional
        {...field('answer', kept.answer)}
      />
      <Button>{say('announcement.row.save')}</Button>
    </ActionForm>
  );
}
