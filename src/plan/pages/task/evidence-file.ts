import { findRevisions } from '../../../evidence/index.ts';
import { definePage } from '../../../platform/http/page.ts';
import { refuse } from '../../../platform/refusal.ts';
import { findTask } from '../../task-state.ts';
import { evidenceFileUrl } from '../../task-urls.ts';

/** A file handed in as evidence, for those who may read the task that it was handed in for. */
export const evidenceFilePage = definePage(
  evidenceFileUrl(':task', ':evidence', ':revision'),
  async (visit) => {
    const evidence = visit.param('evidence');
    const file = await visit.read('task.read', async (query) => {
      const task = await findTask(query, visit.param('task'));
      const submissions = task?.state.milestones.flatMap((milestone) => milestone.submissions) ?? [];
      if (task === undefined || !submissions.some((one) => one.evidenceId === evidence)) return undefined;
      const revisions = await findRevisions(query, task.agencyId, [evidence]);
      return revisions.find((one) => String(one.no) === visit.param('revision'))?.file ?? undefined;
    });
    if (file === undefined)
      return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
    return {
      download: await visit.house.files.get(file.sha256),
      type: 'application/octet-stream',
      name: file.name,
    };
  },
);
