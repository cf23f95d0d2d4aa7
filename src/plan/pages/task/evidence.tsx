import { type EvidenceRevision, findEvidence } from '../../../evidence/index.ts';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { refuse } from '../../../platform/refusal.ts';
import { DataTable, Tag } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { type EvidenceUseRow, listUses } from '../../evidence-uses.ts';
import { evidenceFileUrl, evidenceUrl, milestoneUrl, taskUrl } from '../../task-urls.ts';
import { taskWords } from '../../task-words.ts';
import { USE_TONES } from './say.ts';

/** A piece of evidence: its revisions with their digests, and where it is used with what became of each use. */
export const evidencePage = definePage(evidenceUrl(':evidence'), async (visit) => {
  const say = taskWords.in(visit.language);
  const id = visit.param('evidence');
  const found = await visit.read('task.read', async (query, scope) => {
    const evidence = await findEvidence(query, id);
    if (evidence === undefined || !scope.whole.includes(evidence.agencyId)) return undefined;
    return { ...evidence, uses: await listUses(query, evidence.agencyId, [id]) };
  });
  const last = found?.revisions.at(-1);
  if (found === undefined || last === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { revisions, uses } = found;
  const [first] = uses;
  const name = last.documentNumber ?? last.file?.name ?? say('evidence.event');
  return {
    title: last.abstract,
    kicker: `${say('milestone.evidence')} · ${name} · ${say('evidence.dated', { date: formatDate(last.evidenceDate) })}`,
    width: 'wide',
    breadcrumbs:
      first === undefined
        ? []
        : [
            { href: taskUrl(first.taskId), label: `${first.no}. ${first.title}` },
            { href: evidenceUrl(id), label: say('milestone.evidence'), current: true },
          ],
    body: (
      <>
        <Uses visit={visit} uses={uses} />
        <Revisions visit={visit} revisions={revisions} task={first?.taskId} />
      </>
    ),
  };
});

function Uses({ visit, uses }: { visit: Visit; uses: readonly EvidenceUseRow[] }) {
  const say = taskWords.in(visit.language);
  return (
    <DataTable
      id="uses"
      caption={say('evidence.uses')}
      rows={uses}
      empty={{ text: say('evidence.uses.none') }}
      columns={[
        {
          key: 'task',
          label: say('task.title'),
          rowHeader: true,
          width: 'broad',
          cell: ({ taskId, no, title, milestone }) => (
            <a href={milestoneUrl(taskId, milestone)}>
              {no}. {title}
            </a>
          ),
        },
        { key: 'milestone', label: say('evidence.milestone'), cell: ({ label }) => label ?? '–' },
        {
          key: 'section',
          label: say('existing.section'),
          cell: ({ borrowed, section }) => section ?? say(borrowed ? 'evidence.whole' : 'evidence.own'),
        },
        {
          key: 'revision',
          label: say('evidence.revision.short'),
          align: 'end',
          cell: ({ revision }) => revision,
        },
        {
          key: 'state',
          label: say('task.state'),
          cell: ({ state }) => <Tag tone={USE_TONES[state]}>{say(`evidence.state.${state}`)}</Tag>,
        },
        { key: 'reason', label: say('evidence.reason'), cell: ({ reason }) => reason ?? '–' },
      ]}
    />
  );
}

function Revisions(props: {
  visit: Visit;
  revisions: readonly EvidenceRevision[];
  task: string | undefined;
}) {
  const { visit, revisions, task } = props;
  const say = taskWords.in(visit.language);
  return (
    <DataTable
      id="revisions"
      caption={say('evidence.revisions')}
      rows={revisions}
      empty={{ text: '–' }}
      columns={[
        { key: 'no', label: say('evidence.revision.short'), align: 'end', cell: ({ no }) => no },
        {
          key: 'what',
          label: say('evidence.what'),
          rowHeader: true,
          width: 'broad',
          cell: ({ documentNumber, abstract }) =>
            documentNumber === null ? abstract : `${documentNumber}: ${abstract}`,
        },
        {
          key: 'date',
          label: say('evidence.date'),
          nowrap: true,
          cell: (one) => formatDate(one.evidenceDate),
        },
        {
          key: 'file',
          label: say('evidence.file-name'),
          cell: ({ file, evidenceId, no }) =>
            file === null ? (
              '–'
            ) : task === undefined ? (
              file.name
            ) : (
              <a href={evidenceFileUrl(task, evidenceId, no)}>{file.name}</a>
            ),
        },
        {
          key: 'sha256',
          label: 'SHA-256',
          cell: ({ file }) => (file === null ? '–' : <code>{file.sha256}</code>),
        },
      ]}
    />
  );
}
