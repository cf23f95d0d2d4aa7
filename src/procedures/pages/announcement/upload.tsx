import { keptFileName } from '../../../evidence/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { ListView, listPage } from '../../../platform/lists/index.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { writeXlsx, XLSX_TYPE } from '../../../platform/sheet/index.ts';
import { UUID } from '../../../platform/uuid.ts';
import { Button, FileUpload, Notice } from '../../../platform/view/index.ts';
import { announcementList } from '../../announcement-list.tsx';
import { announcementWords } from '../../announcement-words.ts';
import { announcementsUrl, announcementTemplateUrl, newAnnouncementUrl, proceduresUrl } from '../../urls.ts';
import { procedureWords } from '../../words.ts';

export const ANNOUNCEMENT_FILES = '.docx,.pdf,.txt,.md,.html,.htm,.xlsx,.csv,.json,.jsonl';

/** Why a visitor may not import procedures; null where they may. */
export function importersOnly(visit: Visit): Refusal | null {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const verdict = visit.may('procedure.import', { agencyId: visit.actor.agencyId });
  return verdict.allowed ? null : verdict.reason;
}

/** Ways back to the catalogue and to the list of files. */
export function announcementCrumbs(visit: Visit) {
  return [
    { href: proceduresUrl(), label: procedureWords.in(visit.language)('procedures.title') },
    { href: announcementsUrl(), label: announcementWords.in(visit.language)('announcements.title') },
  ];
}

/** The files from which procedures were entered, or are to be. */
export const announcementsPage = listPage(announcementList, async (visit, page) => ({
  width: 'wide',
  act: (
    <Button href={newAnnouncementUrl()}>{announcementWords.in(visit.language)('announcement.new')}</Button>
  ),
  body: <ListView visit={visit} list={announcementList} read={page} captionHidden />,
}));

/** Uploading a file that announces procedures. */
export const newAnnouncementPage = definePage(newAnnouncementUrl(), async (visit) => {
  const refused = importersOnly(visit);
  if (refused !== null) return refused;
  const say = announcementWords.in(visit.language);
  return {
    title: say('announcement.new'),
    lead: say('announcement.new.lead'),
    breadcrumbs: [
      ...announcementCrumbs(visit),
      { href: newAnnouncementUrl(), label: say('announcement.new'), current: true },
    ],
    act: (
      <Button href={announcementTemplateUrl()} variant="secondary">
        {say('announcement.template')}
      </Button>
    ),
    body: (
      <>
        <Notice tone="warning">{say('announcement.no-secrets')}</Notice>
        <UploadForm visit={visit} />
      </>
    ),
  };
});

/** The form that takes the file; one that was refused is sent again. */
export async function UploadForm({ visit }: { visit: Visit }) {
  const say = announcementWords.in(visit.language);
  const { value, ...field } = fieldsOf(visit, 'announcement.upload')('file');
  const kept =
    value === undefined || !UUID.test(value)
      ? undefined
      : await visit.read('procedure.import', (query) => keptFileName(query, visit.actor.accountId, value));
  return (
    <ActionForm visit={visit} action="announcement.upload" files>
      <FileUpload
        label={say('announcement.file')}
        hint={say('announcement.file.hint')}
        accept={ANNOUNCEMENT_FILES}
        {...field}
        kept={kept === undefined || value === undefined ? undefined : { value, name: kept }}
      />
      <Button>{say('announcement.upload')}</Button>
    </ActionForm>
  );
}

/** The columns of a sheet; what heads them is what decisions write, too. */
const SHEET_HEADINGS = [
  'STT',
  'Mã TTHC',
  'Tên thủ tục hành chính',
  'Lĩnh vực',
  'Cấp thực hiện',
  'Nội dung công bố',
  'Thời hạn giải quyết',
  'Cách thức, địa điểm thực hiện',
  'Mức độ trực tuyến',
  'Phí, lệ phí',
  'Đối tượng thực hiện',
  'Kết quả thực hiện',
  'Căn cứ pháp lý',
] as const;

/** An empty sheet with the columns that are read. */
export const announcementTemplatePage = definePage(announcementTemplateUrl(), async (visit) => {
  const refused = importersOnly(visit);
  if (refused !== null) return refused;
  const name = announcementWords.in(visit.language)('announcement.sheet');
  const columns = SHEET_HEADINGS.map((title) => ({ title, type: 'text' as const }));
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx([{ name, columns, rows: ReadableStream.from([]) }])) parts.push(part);
  return { download: Buffer.concat(parts), type: XLSX_TYPE, name: `${name}.xlsx` };
});
