import { formatDate } from '../../pure/vietnamese/index.ts';
import { ABSENCES, actingFor } from '../data/absences.ts';
import type { Player } from '../player.ts';
import { type Random, randomFor } from '../random.ts';
import { atTime, OFFICE_MINUTES, type Scene, type Stage } from '../scene.ts';
import { abstractOf, numberOf } from './documents.ts';
import { UPLOAD } from './plan.ts';
import { type MilestoneOfPlan, type Told, tell } from './telling.ts';

/** A task as the plan has it. */
interface TaskOfPlan {
  id: string;
  no: string;
  title: string;
  unit: string;
  milestones: MilestoneOfPlan[];
}

/** The task that the department's periodic reports prove, each when it is sent. */
const REPORT_TASK = '66';

/** Whoever confirms the Office's own tasks, and everybody else's. */
const JUDGE_OF_OFFICE = 'phogiamdoc.cchc';
const JUDGE = 'chuyenvien.vp';

/** Tasks of the Office by who has them in hand. */
const OFFICE_HANDS: readonly (readonly [login: string, tasks: (no: number) => boolean])[] = [
  ['cntt.vp', (no) => no >= 55 && no <= 63],
  ['kiemsoat.vp', (no) => no >= 38 && no <= 53],
];

/** The year of all tasks: given to people, begun, evidence handed in and judged; and who is away meanwhile. */
export async function taskScenes(player: Player): Promise<Scene[]> {
  const plan = player.made(UPLOAD);
  const tasks = plan === undefined ? [] : await tasksOf(player, plan);
  return [...absenceScenes(), ...tasks.flatMap(scenesOf)];
}

function absenceScenes(): Scene[] {
  return ABSENCES.map(({ who, deputy, from, to, said, reason }) => ({
    key: `absence.${who}`,
    at: atTime(said, 420),
    who,
    action: 'absence.save',
    input: async (stage) => ({
      person: stage.actor.personId,
      deputy: await personOf(stage, deputy),
      from,
      to,
      reason,
    }),
  }));
}

function scenesOf(task: TaskOfPlan): Scene[] {
  const random = randomFor(`task ${task.no}`);
  const { head, hand } = peopleFor(task, random);
  const told = task.milestones.map(
    (milestone) =>
      [
        milestone.no,
        tell(task.no, milestone, randomFor(`task ${task.no} milestone ${milestone.no}`)),
      ] as const,
  );
  const first = told[0]?.[1];
  if (first === undefined) return [];
  const { assigned, started } = first;
  return [
    {
      key: `task.${task.no}.assign`,
      at: atTime(assigned, random.whole(0, OFFICE_MINUTES - 60)),
      who: actingFor(head, assigned),
      action: 'task.assign',
      input: async (stage) => ({ task: task.id, person: await personOf(stage, hand) }),
    },
    {
      key: `task.${task.no}.start`,
      // Given out and begun on one day, it is begun in the last half hour.
      at: atTime(started, OFFICE_MINUTES - (started === assigned ? 30 : random.whole(60, OFFICE_MINUTES))),
      who: actingFor(hand, started),
      action: 'task.start',
      input: () => ({ task: task.id }),
    },
    ...told.flatMap(([no, one]) => milestoneScenes(task, no, one, hand, random)),
  ];
}

function milestoneScenes(
  task: TaskOfPlan,
  milestone: number,
  { attempts, notes, reopened, number }: Told,
  hand: string,
  random: Random,
): Scene[] {
  const name = `task.${task.no}.${milestone}`;
  const judge = task.unit === 'VP' ? JUDGE_OF_OFFICE : JUDGE;
  const scenes: Scene[] = notes.map(({ day, text }, index) => ({
    key: `${name}.note.${index}`,
    at: atTime(day, OFFICE_MINUTES - 20),
    who: actingFor(hand, day),
    action: 'task.record-progress',
    input: () => ({ task: task.id, note: text }),
  }));
  attempts.forEach(({ dated, submitted, answered, reason }, index) => {
    // On one day the answer comes in the afternoon. What the department reports is handed in when it is sent.
    if (task.no !== REPORT_TASK)
      scenes.push({
        key: `${name}.submit.${index}`,
        at: atTime(submitted, random.whole(15, 200)),
        who: actingFor(hand, submitted),
        action: 'milestone.submit',
        input: async (stage) => ({
          task: task.id,
          milestone,
          ...(await evidenceOf(
            stage,
            task,
            dated,
            number ?? numberOf(task.title, task.unit, dated, Number(task.no)),
          )),
        }),
      });
    if (answered === null) return;
    scenes.push({
      key: `${name}.answer.${index}`,
      at: atTime(answered, random.whole(215, 400)),
      who: actingFor(judge, answered),
      action: reason === undefined ? 'milestone.confirm' : 'milestone.send-back',
      input: () => ({ task: task.id, milestone, ...(reason === undefined ? {} : { reason }) }),
    });
  });
  if (reopened !== undefined)
    scenes.push({
      key: `${name}.reopen`,
      at: atTime(reopened.day, 240),
      who: actingFor(judge, reopened.day),
      action: 'milestone.reopen',
      input: () => ({ task: task.id, milestone, reason: reopened.reason }),
    });
  return scenes;
}

/** A meeting is shown by its day, a thing made by a file, everything else by a document. */
async function evidenceOf(stage: Stage, task: TaskOfPlan, dated: string, number: string): Promise<object> {
  const abstract = abstractOf(task.title);
  if (/^(tổ chức|hướng dẫn, kiểm tra)/i.test(task.title)) return { kind: 'event', day: dated, abstract };
  if (!/^(công khai|thực hiện việc)/i.test(task.title))
    return { kind: 'document', number, issueDate: dated, abstract };
  const content = `MÔ PHỎNG - không phải tài liệu thật\n\n${abstract}\nKết quả tính đến ngày ${formatDate(dated)}.\n`;
  return {
    kind: 'file',
    day: dated,
    abstract,
    file: await stage.file(`Ket qua nhiem vu ${task.no}.txt`, content),
  };
}

/** Who gives a task out, and who does it. */
function peopleFor(task: TaskOfPlan, random: Random): { head: string; hand: string } {
  const number = Number(task.no);
  switch (task.unit) {
    case 'VP':
      return {
        head: 'chanhvanphong',
        hand: OFFICE_HANDS.find(([, has]) => has(number))?.[0] ?? 'chuyenvien.vp',
      };
    case 'TTr':
      return { head: 'chanhthanhtra', hand: random.pick(['thanhtravien1', 'thanhtravien2']) };
    default: {
      const unit = task.unit.toLowerCase();
      return {
        head: `truongphong.${unit}`,
        hand: random.pick([`chuyenvien1.${unit}`, `chuyenvien2.${unit}`]),
      };
    }
  }
}

export function personOf(stage: Stage, login: string): Promise<string> {
  return stage.read(async (query) => {
    const account = await query
      .selectFrom('account')
      .select('person_id')
      .where('login', '=', login)
      .executeTakeFirstOrThrow();
    return account.person_id;
  });
}

async function tasksOf(player: Player, plan: string): Promise<TaskOfPlan[]> {
  const rows = await player.read((query) =>
    query
      .selectFrom('task')
      .innerJoin('task_unit', (join) =>
        join
          .onRef('task_unit.task_id', '=', 'task.id')
          .on('task_unit.role', '=', 'lead')
          .on('task_unit.position', '=', 0),
      )
      .innerJoin('unit', 'unit.id', 'task_unit.unit_id')
      .innerJoin('milestone', 'milestone.task_id', 'task.id')
      .select(['task.id', 'task.no', 'task.title', 'unit.code'])
      .select(['milestone.no as milestone', 'milestone.due_start', 'milestone.due_end'])
      .where('task.plan_id', '=', plan)
      .where('task.kind', '=', 'task')
      .orderBy('task.position')
      .orderBy('milestone.no')
      .execute(),
  );
  const tasks = new Map<string, TaskOfPlan>();
  for (const { id, no, title, code, milestone, due_start, due_end } of rows) {
    const task = tasks.get(id) ?? { id, no, title, unit: code, milestones: [] };
    task.milestones.push({ no: milestone, start: due_start, end: due_end });
    tasks.set(id, task);
  }
  return [...tasks.values()];
}
