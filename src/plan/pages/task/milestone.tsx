import type { Child } from 'hono/jsx';
import type { EvidenceRevision } from '../../../evidence/index.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { formatLongDate } from '../../../platform/i18n/format.ts';
import {
  EvidenceChip,
  Facts,
  Notice,
  Shape,
  Tag,
  TimeLeft,
  type Tone,
} from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import {
  currentSubmission,
  type Milestone,
  type Submission,
  standingMilestones,
  submissionState,
} from '../../domain/task.ts';
import { type Today, verdictsOn } from '../../domain/verdict.ts';
import { unwanted, wantedDocumentTypes } from '../../domain/wanted-document.ts';
import { evidenceFileUrl, evidenceUrl, milestoneUrl } from '../../task-urls.ts';
import type { TaskView } from '../../task-view.ts';
import { taskWords } from '../../task-words.ts';
import { MILESTONE_TONES, milestoneName, timeLeftOf, USE_TONES, VERDICT_TONES } from './say.ts';

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
  const state = submissionState(submission, newest);
  const { file } = revision;
  return (
    <>
      <EvidenceChip
        number={revision.documentNumber ?? file?.name ?? say('evidence.event')}
        href={revision.origin ?? undefined}
        date={say('evidence.dated', { date: formatDate(revision.evidenceDate) })}
        abstract={revision.abstract}
        tone={USE_TONES[state]}
        state={`${say(`evidence.state.${state}`)}, ${say('evidence.revision', { no: revision.no })}`}
      />
      {file === null ? null : (
        <p>
          <a href={evidenceFileUrl(view.id, revision.evidenceId, revision.no)}>
            {say('evidence.download', { name: file.name })}
          </a>
        </p>
      )}
      <EvidenceUses visit={visit} view={view} submission={submission} />
    </>
  );
}

/** Where else the same piece is used, and in which of its sections this deliverable stands. */
function EvidenceUses({ visit, view, submission }: { visit: Visit; view: TaskView; submission: Submission }) {
  const say = taskWords.in(visit.language);
  const { evidenceId, use } = submission;
  const others = view.uses.filter(
    (one, index, all) =>
      one.evidenceId === evidenceId &&
      one.taskId !== view.id &&
      all.findIndex((other) => other.taskId === one.taskId && other.evidenceId === evidenceId) === index,
  );
  return (
    <>
      {use?.section ? <p>{say('evidence.hosted', { section: use.section })}</p> : null}
      {others.length === 0 ? null : (
        <ul class="plain-list spaced">
          {others.map((one) => (
            <li>
              {use?.section && !one.borrowed
                ? say('evidence.host')
                : say(one.section === null ? 'evidence.also' : 'evidence.hosts', {
                    section: one.section ?? '',
                  })}{' '}
              <a href={milestoneUrl(one.taskId, one.milestone)}>
                {one.no}. {one.title}
              </a>{' '}
              ({say(`evidence.state.${one.state}`)})
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={evidenceUrl(evidenceId)}>{say('evidence.open')}</a>
      </p>
    </>
  );
}

function revisionOf(view: TaskView, submission: Submission): EvidenceRevision | undefined {
  return view.revisions.find(
    (one) => one.evidenceId === submission.evidenceId && one.no === submission.revision,
  );
}

/** What was handed in before a document of the wanted kind was asked for stays, and is said. */
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
  const revision = submission === null ? undefined : revisionOf(view, submission);
  if (revision === undefined || submission?.use?.section) return null;
  const types = wantedDocumentTypes(view.state.title, view.state.deliverable);
  if (unwanted(types, revision.documentType) === null) return null;
  const wanted = types.join(', ');
  return (
    <Notice tone="warning">
      {revision.documentType === null
        ? say('milestone.wants.no-document', { wanted })
        : say('milestone.wants', { wanted, given: revision.documentType })}
    </Notice>
  );
}
