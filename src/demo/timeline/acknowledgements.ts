import { addWorkingDays, officialCalendar } from '../../pure/calendar/index.ts';
import { AGENCIES_BELOW } from '../data/agencies.ts';
import { randomFor } from '../random.ts';
import { atTime, OFFICE_MINUTES, type Scene, type Stage } from '../scene.ts';
import { UPLOAD } from './plan.ts';

/** Logins by which units acknowledge, and on which working day after the plan was issued. */
const UNIT_ANSWERS: readonly (readonly [code: string, login: string, day: number])[] = [
  ['VP', 'chanhvanphong', 0],
  ['TCCB', 'truongphong.tccb', 1],
  ['KHTC', 'truongphong.khtc', 1],
  ['TTr', 'chanhthanhtra', 1],
  ['GDTX', 'truongphong.gdtx', 2],
  ['GDPT', 'truongphong.gdpt', 2],
  ['QLT', 'photruongphong.qlt', 3],
  ['GDMN', 'truongphong.gdmn', 4],
  ['CTTT', 'truongphong.cttt', 8],
  ['MC', 'motcua1', 1],
];

const ISSUED = '2019-01-28';

/** Units, district offices and schools say that the plan has arrived; some wait till after Tết, some never do. */
export function acknowledgementScenes(): Scene[] {
  const units = UNIT_ANSWERS.map(([code, who, day], index) =>
    acknowledgement(code, who, day, 400 - 31 * index, 'unit'),
  );
  const agencies = AGENCIES_BELOW.flatMap((agency) => {
    const random = randomFor(`acknowledgement of ${agency.code}`);
    // One in eleven never answers.
    if (random.chance(9)) return [];
    const day = random.chance(60) ? random.whole(1, 4) : random.whole(5, 24);
    return acknowledgement(
      agency.code,
      `canbo.${agency.login}`,
      day,
      random.whole(5, OFFICE_MINUTES),
      'agency',
    );
  });
  return [...units, ...agencies];
}

function acknowledgement(
  code: string,
  who: string,
  workingDay: number,
  minutes: number,
  kind: 'unit' | 'agency',
): Scene {
  const day = workingDay === 0 ? ISSUED : addWorkingDays(ISSUED, workingDay, officialCalendar);
  if (day === null) throw new Error('the calendar of 2019 is known');
  return {
    key: `acknowledge.${code}`,
    at: atTime(day, minutes),
    who,
    action: 'plan.acknowledge',
    input: async (stage) => {
      const plan = stage.made(UPLOAD);
      const recipient = await recipientKey(stage, plan, code, kind);
      return recipient === undefined
        ? null
        : { plan, recipient, responsible: kind === 'unit' ? 'Lãnh đạo đơn vị' : 'Cán bộ đầu mối CCHC' };
    },
  };
}

async function recipientKey(
  stage: Stage,
  plan: string,
  code: string,
  kind: 'unit' | 'agency',
): Promise<string | undefined> {
  const row = await stage.read((query) =>
    query
      .selectFrom('plan_recipient')
      .leftJoin('unit', 'unit.id', 'plan_recipient.recipient_unit')
      .leftJoin('agency', 'agency.id', 'plan_recipient.recipient_agency')
      .select('plan_recipient.key')
      .where('plan_recipient.plan_id', '=', plan)
      .where(kind === 'unit' ? 'unit.code' : 'agency.code', '=', code)
      .executeTakeFirst(),
  );
  return row?.key;
}
