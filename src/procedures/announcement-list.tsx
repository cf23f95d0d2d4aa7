import type { Reader } from '../platform/database/database.ts';
import { defineList } from '../platform/lists/index.ts';
import type { Scope } from '../platform/policy/policy.ts';
import { Tag, type Tone } from '../platform/view/index.ts';
import { announcementsUrl, announcementUrl } from './urls.ts';

export const ANNOUNCEMENT_STATES = ['review', 'unreadable', 'announced', 'abandoned'] as const;

const TONES: Readonly<Record<string, Tone>> = {
  review: 'waiting',
  unreadable: 'late',
  announced: 'done',
  abandoned: 'neutral',
};

/** How the state of an announcement looks. */
export function AnnouncementStateTag({ state, words }: { state: string; words: string }) {
  return <Tag tone={TONES[state] ?? 'neutral'}>{words}</Tag>;
}

const announcements = (query: Reader, scope: Scope) =>
  query
    .selectFrom('announcement')
    .select([
      'id',
      'kind',
      'state',
      'file_name',
      'title',
      'decision_number',
      'decision_date',
      'effective',
      'uploaded_at',
    ])
    .where('agency_id', 'in', [...scope.whole])
    .$if(scope.whole.length === 0, (none) => none.where('id', 'is', null));

/** Files from which procedures were entered, or are to be. */
export const announcementList = defineList({
  name: 'announcements',
  path: announcementsUrl(),
  permission: 'procedure.import',
  title: 'announcements.title',
  empty: 'announcements.empty',
  query: announcements,
  order: ['announcement.uploaded_at desc', 'announcement.id'],
  id: (row) => row.id,
  columns: [
    {
      key: 'file',
      label: 'announcement.file',
      rowHeader: true,
      width: 'broad',
      value: (row, say) => row.title ?? (row.file_name || say('announcement.secret-file')),
      cell: (row, visit) => (
        <a href={announcementUrl(row.id)} lang="vi">
          {row.title ?? (row.file_name || visit.say('announcement.secret-file'))}
        </a>
      ),
    },
    { key: 'number', label: 'decision.number', value: (row) => row.decision_number, nowrap: true },
    { key: 'date', label: 'decision.date', type: 'date', value: (row) => row.decision_date },
    {
      key: 'kind',
      label: 'announcement.kind',
      value: (row, say) => say(`announcement.kind.${row.kind}`),
      code: (row) => row.kind,
    },
    {
      key: 'state',
      label: 'announcement.state',
      value: (row, say) => say(`announcement.state.${row.state}`),
      code: (row) => row.state,
      cell: (row, visit) => (
        <AnnouncementStateTag state={row.state} words={visit.say(`announcement.state.${row.state}`)} />
      ),
    },
    {
      key: 'uploaded',
      label: 'announcement.uploaded-at',
      type: 'instant',
      value: (row) => row.uploaded_at,
      sort: 'announcement.uploaded_at',
    },
  ],
  filters: [
    {
      kind: 'select',
      name: 'state',
      label: 'announcement.state',
      options: (_query, _scope, { say }) =>
        ANNOUNCEMENT_STATES.map((state) => ({ value: state, label: say(`announcement.state.${state}`) })),
      apply: (builder, state) => builder.where('state', '=', state),
    },
  ],
});
