import type { Child } from 'hono/jsx';
import type { EvidenceRevision } from '../../../evidence/index.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import {
  EvidenceChip,
  Facts,
  Notice,
  Shape,
  Tag,
  TimeLeft,
  type Tone,
} from '../../../platform/view/index.ts';
import { formatDate, formatLongDate } from '../../../pure/vietnamese/index.ts';
import { currentSubmission, type Milestone, type Submission, standingMilestones } from '../../domain/task.ts';
import { type Today, verdictsOn } from '../../domain/verdict.ts';
import { wantedDocumentType } from '../../domain/wanted-document.ts';
import { evidenceFileUrl } from '../../task-urls.ts';
import type { TaskView } from '../../task-view.ts';
import { taskWords } from '../../task-words.ts';
import { MILESTONE_TONES, milestoneName, timeLeftOf, VERDICT_TONES } from './say.ts';

/** One milestone: its window as written and as meant, both verdicts, and the evidence handed in. */
export function MilestoneSection({
  visit,
  view,
  milestone,
  today,
}: {
  visit: Visit;
  view: TaskView;
  milestone: Milestone;
  today: Today;
}) {
  const say = taskWords.in(visit.language);
  const { state } = milestone;
  const submission = currentSubmission(milestone);
  const alone = milestone.label === null && standingMilestones(view.state).length === 1;
  const open = submission === null && !view.state.withdrawn;
  const left = open && milestone.end !== null ? timeLeftOf(milestone.end, today) : null;
  return (
    <section id={`milestone-${milestone.no}`}>
      <h2>{alone ? say('milestone.only') : milestoneName(milestone)}</h2>
      <Facts
        facts={[
          {
            label: say('milestone.state'),
            value:
              state === 'withdrawn' ? null : (
                <Tag tone={MILESTONE_TONES[state]}>{say(`milestone.state.${state}`)}</Tag>
              ),
          },
          {
            label: say('milestone.window'),
            value: (
              <>
                {milestone.raw} (
                {milestone.end === null
                  ? say('milestone.undated')
                  : say('milestone.last-day', { date: formatDate(milestone.end) })}
                )
                {left === null || milestone.end === null ? null : (
                  <>
                    {' '}
                    <TimeLeft {...left} date={formatLongDate(milestone.end)} iso={milestone.end} />
                  </>
                )}
              </>
            ),
          },
          ...(milestone.requirementEnd === null
            ? []
            : [{ label: say('milestone.requirement-end'), value: formatDate(milestone.requirementEnd) }]),
          {
            label: say('milestone.verdict'),
            value: (
              <VerdictWords
                visit={visit}
                milestone={milestone}
                today={today}
                rhythmical={view.state.kind === 'duty'}
              />
            ),
          },
          {
            label: say('milestone.evidence'),
            value:
              milestone.submissions.length === 0 ? (
                say('milestone.evidence.none')
              ) : (
                <EvidenceList visit={visit} view={view} milestone={milestone} />
              ),
          },
        ]}
      />
      <WantedRemark visit={visit} view={view} submission={submission} />
    </section>
  );
}

/** Both verdicts with the words of both: by the due column, and by the requirement's own date. */
function VerdictWords({
  visit,
  milestone,
  today,
  rhythmical,
}: {
  visit: Visit;
  milestone: Milestone;
  today: Today;
  /** Whether the window comes from a duty's rhythm, not from the appendix. */
  rhythmical: boolean;
}) {
  const say = taskWords.in(visit.language);
  const verdicts = verdictsOn(
    { ...milestone, evidenceDate: currentSubmission(milestone)?.evidenceDate ?? null },
    today,
  );
  return (
    <>
      <Judged tone={VERDICT_TONES[verdicts.byWindow]}>
        {say(`verdict.${rhythmical ? 'rhythm' : 'window'}.${verdicts.byWindow}`)}
        {verdicts.byRequirement === null ? null : ';'}
      </Judged>{' '}
      {verdicts.byRequirement === null ? null : (
        <Judged tone={VERDICT_TONES[verdicts.byRequirement]}>
          {say(`verdict.requirement.${verdicts.byRequirement}`)}
        </Judged>
      )}
    </>
  );
}

/** A sentence with the shape of its state; unlike a tag it may go over several lines. */
function Judged({ tone, children }: { tone: Tone; children?: Child }) {
  return (
    <span class={`tone ${tone}`}>
      <Shape tone={tone} />
      <span>{children}</span>
    </span>
  );
}

function EvidenceList({ visit, view, milestone }: { visit: Visit; view: TaskView; milestone: Milestone }) {
  return (
    <ul class="plain-list">
      {milestone.submissions.toReversed().map((submission, index) => (
        <li>
          <Evidence visit={visit} view={view} submission={submission} newest={index === 0} />
        </li>
      ))}
    </ul>
  );
}

function Evidence({
  visit,
  view,
  submission,
  newest,
}: {
  visit: Visit;
  view: TaskView;
  submission: Submission;
  newest: boolean;
}) {
  const say = taskWords.in(visit.language);
  const revision = revisionOf(view, submission);
  if (revision === undefined) return null;
  const state = submission.answer?.kind ?? (newest ? 'submitted' : 'superseded');
  const tones = {
    submitted: 'waiting',
    confirmed: 'done',
    sent_back: 'late',
    reopened: 'late',
    superseded: 'neutral',
  } as const;
  const { file } = revision;
  return (
    <>
      <EvidenceChip
        number={revision.documentNumber ?? file?.name ?? say('evidence.event')}
        date={say('evidence.dated', { date: formatDate(revision.evidenceDate) })}
        abstract={revision.abstract}
        tone={tones[state]}
        state={`${say(`evidence.state.${state}`)}, ${say('evidence.revision', { no: revision.no })}`}
      />
      {file === null ? null : (
        <p>
          <a href={evidenceFileUrl(view.id, revision.evidenceId, revision.no)}>
            {say('evidence.download', { name: file.name })}
          </a>
        </p>
      )}
    </>
  );
}

function revisionOf(view: TaskView, submission: Submission): EvidenceRevision | undefined {
  return view.revisions.find(
    (one) => one.evidenceId === submission.evidenceId && one.no === submission.revision,
  );
}

/** A task that brings forth a document wants one of that kind: said, never refused. */
function WantedRemark({
  visit,
  view,
  submission,
}: {
  visit: Visit;
  view: TaskView;
  submission: Submission | null;
}) {
  const say = taskWords.in(visit.language);
  const wanted = wantedDocumentType(view.state.title, view.state.deliverable);
  const revision = submission === null ? undefined : revisionOf(view, submission);
  if (wanted === null || revision === undefined || revision.documentType === wanted) return null;
  return (
    <Notice tone="warning">
      {revision.documentType === null
        ? say('milestone.wants.no-document', { wanted })
        : say('milestone.wants', { wanted, given: revision.documentType })}
    </Notice>
  );
}
