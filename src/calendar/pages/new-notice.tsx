import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { Button, DateInput, FileUpload, TextArea, TextInput } from '../../platform/view/index.ts';
import { NOTICE_COLUMNS } from '../actions/save-notice.ts';
import { KIND_WORDS } from '../domain/notice.ts';
import { installationSubject } from '../notices.ts';
import { calendarUrl, newNoticeUrl } from '../urls.ts';
import { calendarWords } from '../words.ts';

/** As notices say it, in the language of the law. */
const SENTENCES =
  'Nghỉ Tết Nguyên đán từ ngày 16/02/2026 đến ngày 20/02/2026. Hoán đổi ngày làm việc từ thứ Sáu 02/01/2026 sang thứ Bảy 10/01/2026.';

/** The form that takes a notice of official days: as sentences, as a table, or as a file. */
export const newNoticePage = definePage(newNoticeUrl(), async (visit) => {
  const subject = await visit.read('calendar.read', installationSubject);
  const verdict = visit.may('calendar.enter', subject ?? { agencyId: visit.actor.agencyId });
  if (!verdict.allowed) return verdict.reason;
  const say = calendarWords.in(visit.language);
  const field = fieldsOf(visit, 'calendar_notice.save');
  const { name, error } = field('file');
  return {
    title: say('notices.enter'),
    lead: say('notice.enter.lead'),
    breadcrumbs: [{ href: calendarUrl(), label: say('calendar.menu') }],
    body: (
      <ActionForm visit={visit} action="calendar_notice.save" files>
        <TextInput label={say('notice.number')} hint={say('notice.number.hint')} {...field('number')} />
        <DateInput label={say('notice.announced-on')} {...field('announcedOn')} />
        <TextArea
          label={say('notice.text')}
          hint={
            <>
              {say('notice.text.hint')} <span lang="vi">{SENTENCES}</span>
            </>
          }
          rows={10}
          optional
          {...field('text')}
        />
        <FileUpload
          label={say('notice.file')}
          hint={
            <>
              {say('notice.file.hint')}{' '}
              <span lang="vi">{NOTICE_COLUMNS.map(({ headings }) => headings[0]).join(', ')}</span>.{' '}
              {say('notice.file.kinds')} <span lang="vi">{KIND_WORDS.join(', ')}</span>.
            </>
          }
          accept=".xlsx,.csv"
          optional
          name={name}
          error={error}
        />
        <Button>{say('notice.enter.save')}</Button>
      </ActionForm>
    ),
  };
});
