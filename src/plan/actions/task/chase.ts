import { z } from 'zod';
import { listUnits } from '../../../agencies/index.ts';
import { defineAction, type Performing } from '../../../platform/actions/action.ts';
import { id, many, optionalDay, text, ticked } from '../../../platform/actions/fields.ts';
import type { Reader } from '../../../platform/database/database.ts';
import type { Subject } from '../../../platform/policy/policy.ts';
import { isRefusal, RefusalError, refuse } from '../../../platform/refusal.ts';
import { uuid7 } from '../../../platform/uuid.ts';
import { chaseAnswered, remind, type Telling } from '../../../reminders/index.ts';
import * as decide from '../../domain/task-decisions.ts';
import { findPlan } from '../../queries.ts';
import { chaseSubject } from '../../task-rights.ts';
import { findTask } from '../../task-state.ts';
import { chasesUrl, myWorkUrl, taskUrl } from '../../task-urls.ts';
import { ofTask, onTask, taskWork } from './common.ts';

/** Sends chases, one to each unit, in one act: each is recorded on every task that it names. */
export const sendChases = defineAction({
  name: 'chase.send',
  path: '/plans/:plan/chases',
  permission: 'task.chase',
  sees: 'task.read',
  input: z.object({
    plan: id(),
    chases: z
      .array(z.object({ unit: id(), tasks: many(id()), text: text(8000), send: ticked() }))
      .max(200, 'too-many')
      .default([]),
  }),
  subject: (query, input) => ofPlan(query, input.plan),
  async perform(performing, { plan, chases }) {
    // In the order of their ids, so that two senders wait for each other instead of for themselves.
    const sent = chases
      .map((chase, index) => ({ ...chase, index, id: uuid7() }))
      .filter((chase) => chase.send)
      .flatMap((chase) => [...new Set(chase.tasks)].map((task) => ({ ...chase, task })))
      .sort((one, other) => (one.task < other.task ? -1 : 1));
    const unfounded = chases.findIndex((chase) => chase.send && chase.tasks.length === 0);
    if (unfounded >= 0)
      throw new RefusalError(refuse('invalid:chase-of-nothing', {}, { field: `chases.${unfounded}.send` }));
    if (sent.length === 0) throw new RefusalError(refuse('invalid:no-chase', {}, { field: 'chases.0.send' }));
    await ofThisPlan(performing, plan, new Set(sent.map(({ task }) => task)));
    for (const { task, id: chase, unit, text: words, index } of sent) {
      await onTask(unguarded(performing), task, (state) => {
        const decided = decide.chase(state, chase, unit, words);
        return isRefusal(decided) ? { ...decided, field: `chases.${index}.text` } : decided;
      });
    }
    const letters = chases.filter(({ send }) => send).length;
    await tellHeads(performing, plan, sent);
    return { id: plan, count: letters };
  },
  next: (input) => chasesUrl(input.plan),
});

/** The chased unit says how the task stands, and when it expects to be done. */
export const answerChase = defineAction({
  name: 'chase.answer',
  path: '/tasks/:task/chases/:chase/answer',
  permission: 'task.work',
  sees: 'task.read',
  input: ofTask.extend({ chase: id(), text: text(2000), day: optionalDay() }),
  subject: (query, input) => taskWork(query, input.task),
  async perform(performing, input) {
    const { query, clock } = performing;
    const expected = input.day === null ? null : { day: input.day, today: clock.today() };
    const answered = await onTask(performing, input.task, (state, judge) =>
      decide.answerChase(state, input.chase, input.text, judge, expected),
    );
    const waiting = await query
      .selectFrom('task_chase')
      .select('task_id')
      .where('chase_id', '=', input.chase)
      .where('answered_at', 'is', null)
      .executeTakeFirst();
    const task = await findTask(query, input.task);
    const chase = task?.state.chases.find((one) => one.chase === input.chase);
    if (task !== undefined && chase !== undefined) {
      const unit = (await listUnits(query, task.agencyId)).find(({ id }) => id === chase.unitId);
      await chaseAnswered(performing, {
        chase: input.chase,
        thing: `${input.chase}:${input.task}`,
        sender: chase.by,
        title: `${unit?.name}: ${[task.state.no, task.state.title].filter((part) => part !== '').join('. ')}`,
        href: taskUrl(input.task),
        answer: input.text,
        waits: waiting !== undefined,
      });
    }
    return answered;
  },
  next: (input) => taskUrl(input.task),
});

async function ofPlan(query: Reader, planId: string): Promise<Subject | undefined> {
  const plan = await findPlan(query, planId);
  return plan && chaseSubject(plan.agencyId, await listUnits(query, plan.agencyId));
}

/** Each chase goes into the inboxes of the heads of its unit too, whatever person holds the task. */
async function tellHeads(
  { query, clock }: Performing,
  planId: string,
  sent: readonly { id: string; unit: string; task: string; text: string }[],
): Promise<void> {
  const plan = await findPlan(query, planId);
  if (plan === undefined) return;
  const byChase = Map.groupBy(sent, ({ id }) => id);
  const tellings = [...byChase].flatMap(([chase, [first, ...more]]): Telling[] =>
    first === undefined
      ? []
      : [
          {
            agencyId: plan.agencyId,
            kind: 'chase',
            thing: chase,
            day: clock.today(),
            title: plan.number ?? plan.title ?? plan.fileName,
            href: more.length === 0 ? taskUrl(first.task) : myWorkUrl('unit'),
            lastDay: null,
            letter: first.text,
            charges: [{ unitId: first.unit, personId: null }],
          },
        ],
  );
  await remind(query, tellings, clock);
}

async function ofThisPlan({ query }: Performing, plan: string, tasks: ReadonlySet<string>): Promise<void> {
  const rows = await query
    .selectFrom('task')
    .select('id')
    .where('id', 'in', [...tasks])
    .where('plan_id', '=', plan)
    .execute();
  if (rows.length < tasks.size) throw new RefusalError(refuse('missing:thing'));
}

/** The form is of many tasks, so its seq is none of theirs; the decision looks at each as it stands. */
function unguarded(performing: Performing): Performing {
  return {
    ...performing,
    append: (ledger, agencyId, streamId, decideOn) =>
      performing.append(ledger, agencyId, streamId, decideOn, false),
  };
}
