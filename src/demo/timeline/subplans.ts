import { groupOf } from '../../plan/index.ts';
import { serverScope } from '../../platform/policy/policy.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { actingFor } from '../data/absences.ts';
import { AGENCIES_BELOW, type AgencyBelow } from '../data/agencies.ts';
import {
  DIVISION_PLANS,
  SUBPLAN_ANSWERS,
  SUBPLAN_CHASES,
  SUBPLAN_COMMENTS,
  SUBPLAN_REASONS,
  WITHOUT_PLAN,
} from '../data/subplans.ts';
import { type Random, randomFor } from '../random.ts';
import { atTime, OFFICE_MINUTES, type Scene, type Stage } from '../scene.ts';
import { onWorkingDay, workingDaysAfter } from './days.ts';
import { UPLOAD, unitId } from './plan.ts';

const OFFICE = 'chuyenvien.vp';
/** The day after the plan was issued; few have their own plan before Tết. */
const FIRST_DAY = '2019-01-29';
const AFTER_TET = '2019-02-11';

type Kind = 'own' | 'district';

/** What an agency brings, and when; null where it never does. */
interface Brought {
  agency: AgencyBelow;
  kind: Kind;
  sent: string | null;
  random: Random;
}

/** Agencies below and divisions bring their plans; the Office chases, judges and comments. */
export function subplanScenes(): Scene[] {
  const brought = AGENCIES_BELOW.flatMap((agency): Brought[] => {
    const kinds: Kind[] = agency.kind === 'district_office' ? ['own', 'district'] : ['own'];
    return kinds.map((kind) => {
      const random = randomFor(`${kind} plan of ${agency.code}`);
      return { agency, kind, sent: dayOf(agency, kind, random), random };
    });
  });
  return [
    ...DIVISION_PLANS.map(divisionScene),
    ...brought.flatMap(scenesOf),
    draftOfSchool,
    ...SUBPLAN_CHASES.flatMap(({ day, until }) => chaseScenes(brought, day, until)),
  ];
}

/** A third before the printed day, most of the others in the weeks after Tết, some only when they are chased. */
function dayOf(agency: AgencyBelow, kind: Kind, random: Random): string | null {
  const late = WITHOUT_PLAN[agency.code];
  if (late !== undefined && !(agency.code === 'PGD-BADINH' && kind === 'own')) return late;
  const roll = random.whole(1, 100);
  if (roll <= 34) return workingDaysAfter(FIRST_DAY, random.whole(1, 3));
  if (roll <= 84) return workingDaysAfter(AFTER_TET, random.whole(1, 22));
  return workingDaysAfter('2019-03-18', random.whole(1, 44));
}

function scenesOf({ agency, kind, sent, random }: Brought): Scene[] {
  if (sent === null) return [];
  const name = `subplan.${agency.code}.${kind}`;
  // Chosen here and not when it happens: the same year comes again from wherever it is told.
  const leaderIs = random.chance(92) ? 'head' : 'deputy';
  const number = `${random.whole(11, 180)}/KH-${agency.symbol}`;
  const send = (key: string, day: string, minutes: number): Scene => ({
    key,
    at: atTime(day, minutes),
    who: `canbo.${agency.login}`,
    action: 'subplan.save',
    input: async (stage) => ({
      ...(await subplanOf(stage, agency.code, kind)),
      leader: agency.head,
      leaderIs,
      officer: agency.focalOfficer ? 'Cán bộ đầu mối cải cách hành chính' : 'Cán bộ văn phòng',
      number,
      issueDate: day,
      source: 'parent',
      items: await itemsFor(stage, agency),
      send: true,
    }),
  });
  const scenes = [send(`${name}.send`, sent, random.whole(20, OFFICE_MINUTES - 60))];
  const judged = workingDaysAfter(sent, random.whole(2, 8));
  if (judged > '2019-12-20') return scenes;
  const judge = (key: string, day: string, action: string, more: object = {}): Scene => ({
    key,
    at: atTime(day, random.whole(30, 400)),
    who: actingFor(OFFICE, day),
    action,
    input: async (stage) => ({ ...(await subplanOf(stage, agency.code, kind)), ...more }),
  });
  if (agency.kind === 'district_office') {
    if (random.chance(20))
      scenes.push(
        judge(`${name}.comment`, judged, 'subplan.comment', { text: random.pick(SUBPLAN_COMMENTS) }),
      );
    return scenes;
  }
  if (random.chance(6) && judged < '2019-05-20') {
    const again = workingDaysAfter(judged, random.whole(2, 5));
    const reason = random.pick(SUBPLAN_REASONS);
    scenes.push(
      judge(`${name}.send-back`, judged, 'subplan.send-back', { reason }),
      send(`${name}.send-again`, again, random.whole(20, 300)),
      judge(`${name}.confirm`, workingDaysAfter(again, 2), 'subplan.confirm'),
    );
  } else if (!random.chance(12)) scenes.push(judge(`${name}.confirm`, judged, 'subplan.confirm'));
  return scenes;
}

/** A school's clerk began and never sent it: what a visitor can take up. */
const draftOfSchool: Scene = {
  key: 'subplan.THPT17.own.draft',
  at: atTime('2019-05-23', 300),
  who: 'canbo.thpt17',
  action: 'subplan.save',
  input: async (stage) => ({
    ...(await subplanOf(stage, 'THPT17', 'own')),
    leader: 'Hiệu trưởng',
    officer: 'Cán bộ văn phòng',
    source: 'parent',
    items: [],
  }),
};

function divisionScene([unit, who, number, day, section]: (typeof DIVISION_PLANS)[number]): Scene {
  return {
    key: `subplan.${unit}`,
    at: atTime(day, 330),
    who,
    action: 'subplan.save',
    input: async (stage) => ({
      plan: stage.made(UPLOAD),
      recipient: `unit:${await unitId(stage, unit)}`,
      kind: 'own',
      number,
      issueDate: day,
      section,
      send: true,
    }),
  };
}

/** One letter to each agency whose plan is not there; about half of them answer. */
function chaseScenes(brought: readonly Brought[], day: string, until: string): Scene[] {
  const missing = brought.filter(
    ({ agency, sent }, index) =>
      (sent === null || sent > day) && brought.findIndex((one) => one.agency === agency) === index,
  );
  const [chases, answers]: [Scene, Scene[]] = [
    {
      key: `subplan.chase.${day}`,
      at: atTime(day, 90),
      who: OFFICE,
      action: 'subplan.chase',
      input: async (stage) => ({
        plan: stage.made(UPLOAD),
        chases: await Promise.all(
          missing.map(async ({ agency }) => ({
            recipient: (await subplanOf(stage, agency.code, 'own')).recipient,
            text: `Kính gửi ${agency.name},\n\nĐến ngày ${formatDate(day)}, Văn phòng Sở chưa nhận được kế hoạch cải cách hành chính năm 2019 của đơn vị. Đề nghị đơn vị gửi kế hoạch, hoặc trả lời nêu rõ vướng mắc, trước khi hết ngày ${until}.\n\nTrân trọng.`,
            send: true,
          })),
        ),
      }),
    },
    missing
      .filter(({ random }) => random.chance(55))
      .map(({ agency, kind, random }) => ({ agency, kind, random, said: random.pick(SUBPLAN_ANSWERS) }))
      .map(({ agency, kind, random, said }) => ({
        key: `subplan.${agency.code}.${kind}.answer.${day}`,
        at: atTime(workingDaysAfter(onWorkingDay(day), random.whole(1, 4)), random.whole(30, 400)),
        who: `canbo.${agency.login}`,
        action: 'subplan.answer-chase',
        input: async (stage) => {
          const subplan = await subplanOf(stage, agency.code, kind);
          // What stands on the agency's own ledger, the department's server does not look at.
          const own = serverScope([stage.actor.agencyId]);
          const chase = await stage.house.database.read(own, (query) =>
            query
              .selectFrom('event')
              .select('payload')
              .where('action', '=', 'subplan.chase')
              .where('agency_id', '=', stage.actor.agencyId)
              .orderBy('id', 'desc')
              .executeTakeFirst(),
          );
          const id = (chase?.payload as { chase?: string } | undefined)?.chase;
          return id === undefined ? null : { ...subplan, chase: id, text: said };
        },
      })),
  ];
  return [chases, ...answers];
}

/** Names a subplan of an agency. */
async function subplanOf(
  stage: Stage,
  code: string,
  kind: Kind,
): Promise<{ plan: string; recipient: string; kind: Kind }> {
  const agency = await stage.read((query) =>
    query.selectFrom('agency').select('id').where('code', '=', code).executeTakeFirstOrThrow(),
  );
  return { plan: stage.made(UPLOAD), recipient: `agency:${agency.id}`, kind };
}

/** The duties of the plan that are given to agencies of this kind. */
async function itemsFor(stage: Stage, { kind }: AgencyBelow): Promise<{ key: string; take: true }[]> {
  const group = kind === 'district_office' ? 'district_offices' : 'affiliated';
  const rows = await stage.read((query) =>
    query
      .selectFrom('plan_item')
      .select(['key', 'content'])
      .where('plan_id', '=', stage.made(UPLOAD))
      .where('kind', '=', 'duty')
      .where('version_to', 'is', null)
      .orderBy('position')
      .execute(),
  );
  return rows
    .filter(({ content }) => groupOf((content as { fields: { unit: string } }).fields.unit) === group)
    .map(({ key }) => ({ key, take: true }));
}
