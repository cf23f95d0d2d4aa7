import { fromDayNumber, toDayNumber } from '../../pure/calendar/index.ts';
import { actingFor } from '../data/absences.ts';
import { REPORTERS } from '../data/reports.ts';
import type { Player } from '../player.ts';
import { randomFor } from '../random.ts';
import { atTime, type Scene } from '../scene.ts';
import { onWorkingDay, workingDaysAfter } from './days.ts';
import { UPLOAD } from './plan.ts';
import { personOf } from './tasks.ts';

/** A duty that is followed, as its ledger has it. */
interface DutyOfPlan {
  id: string;
  no: string;
  title: string;
  unit: string;
  milestones: { no: number; end: string | null }[];
}

const LAST_DAY = '2019-12-31';

/** What divisions do for their duties: given out after Tết, shown by a report each time that the rhythm asks for it. */
export async function dutyScenes(player: Player): Promise<Scene[]> {
  const plan = player.made(UPLOAD);
  return plan === undefined ? [] : (await dutiesOf(player, plan)).flatMap(scenesOf);
}

function scenesOf(duty: DutyOfPlan): Scene[] {
  const random = randomFor(`duty ${duty.no} of ${duty.unit}`);
  const [head, hand] = REPORTERS[duty.unit] ?? ['chanhvanphong', 'chuyenvien.vp'];
  const judge = duty.unit === 'VP' ? 'phogiamdoc.cchc' : 'chuyenvien.vp';
  const name = `duty.${duty.unit}.${duty.no}`;
  const assigned = workingDaysAfter('2019-02-12', random.whole(0, 4));
  const started = workingDaysAfter(assigned, random.whole(1, 4));
  return [
    {
      key: `${name}.assign`,
      at: atTime(assigned, random.whole(20, 300)),
      who: head,
      action: 'task.assign',
      input: async (stage) => ({ task: duty.id, person: await personOf(stage, hand) }),
    },
    {
      key: `${name}.start`,
      at: atTime(started, random.whole(20, 300)),
      who: hand,
      action: 'task.start',
      input: () => ({ task: duty.id }),
    },
    ...duty.milestones.flatMap(({ no, end }): Scene[] => {
      const roll = random.whole(1, 100);
      if (roll > 95) return [];
      const due = toDayNumber(end ?? '2019-12-20');
      const aimed = fromDayNumber(due + (roll > 84 ? random.whole(3, 12) : -random.whole(1, 6)));
      const first = workingDaysAfter(started, 1);
      const submitted = onWorkingDay([aimed, first].sort()[1] ?? aimed);
      if (submitted > LAST_DAY) return [];
      const answered = workingDaysAfter(submitted, random.whole(1, 5));
      const minutes = random.whole(15, 200);
      const number = `${random.whole(20, 400)}/BC-${duty.unit}`;
      return [
        {
          key: `${name}.${no}.submit`,
          at: atTime(submitted, minutes),
          who: actingFor(hand, submitted),
          action: 'milestone.submit',
          input: () => ({
            task: duty.id,
            milestone: no,
            kind: 'document',
            number,
            issueDate: submitted,
            abstract: `Kết quả thực hiện: ${shortened(duty.title)}`,
          }),
        },
        ...(answered > LAST_DAY
          ? []
          : [
              {
                key: `${name}.${no}.confirm`,
                at: atTime(answered, random.whole(215, 400)),
                who: actingFor(judge, answered),
                action: 'milestone.confirm',
                input: () => ({ task: duty.id, milestone: no }),
              },
            ]),
      ];
    }),
  ];
}

/** The beginning of a duty, up to the end of a word. */
function shortened(title: string): string {
  return title.length <= 90 ? title : `${title.slice(0, title.lastIndexOf(' ', 90))} …`;
}

async function dutiesOf(player: Player, plan: string): Promise<DutyOfPlan[]> {
  const rows = await player.read((query) =>
    query
      .selectFrom('task')
      .innerJoin('task_unit', (join) =>
        join.onRef('task_unit.task_id', '=', 'task.id').on('task_unit.role', '=', 'lead'),
      )
      .innerJoin('unit', 'unit.id', 'task_unit.unit_id')
      .innerJoin('milestone', 'milestone.task_id', 'task.id')
      .select([
        'task.id',
        'task.no',
        'task.title',
        'unit.code',
        'milestone.no as milestone',
        'milestone.due_end',
      ])
      .where('task.plan_id', '=', plan)
      .where('task.kind', '=', 'duty')
      .orderBy('task.position')
      .orderBy('milestone.no')
      .execute(),
  );
  const duties = new Map<string, DutyOfPlan>();
  for (const { id, no, title, code, milestone, due_end } of rows) {
    const duty = duties.get(id) ?? { id, no, title, unit: code, milestones: [] };
    duty.milestones.push({ no: milestone, end: due_end });
    duties.set(id, duty);
  }
  return [...duties.values()];
}
