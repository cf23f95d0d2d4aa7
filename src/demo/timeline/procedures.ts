import { AGENCIES_BELOW } from '../data/agencies.ts';
import { ANNOUNCED_BY, type DemoProcedure, JUDGED, LATE_ON_PORTAL, PROCEDURES } from '../data/procedures.ts';
import { randomFor } from '../random.ts';
import { atTime, OFFICE_MINUTES, type Scene, type Stage } from '../scene.ts';
import { onWorkingDay, workingDaysAfter } from './days.ts';
import { unitId } from './plan.ts';

const CLERK = 'chuyenvien.vp';
/** The code of Hà Nội, which a local catalogue appends to the national part. */
const OF_CITY = '.000.00.00.H26';

/** What comes later belongs to the third act, which begins when the plan is issued. */
const PLAN_UPLOADED = '2019-01-21';

/** What the key of a procedure's scene made. */
const made = (stage: Stage, key: string) => stage.made(`procedure.${key}`);

/** The catalogue as it stood on the first working day of the year: entered and announced, one after another. */
export function catalogueScenes(): Scene[] {
  return PROCEDURES.flatMap((procedure, index): Scene[] => [
    {
      key: `procedure.${procedure.key}`,
      at: atTime('2019-01-02', 5 + 2 * index),
      who: CLERK,
      action: 'procedure.save',
      input: async (stage) => fieldsOf(procedure, await unitId(stage, procedure.owner)),
    },
    {
      key: `procedure.${procedure.key}.announce`,
      at: atTime('2019-01-02', 6 + 2 * index),
      who: CLERK,
      action: 'procedure.announce',
      input: (stage) => ({ procedure: made(stage, procedure.key), ...ANNOUNCED_BY }),
    },
  ]);
}

/** What happens to the catalogue until the plan is issued: places, and what is made public in January. */
export function januaryScenes(): Scene[] {
  const portal = PROCEDURES.flatMap(({ key }): Scene[] => {
    const day = LATE_ON_PORTAL[key];
    return day === null
      ? []
      : [publication(`portal.${key}`, atTime(day ?? '2019-01-04', 60), CLERK, key, 'portal')];
  });
  const desk = PROCEDURES.filter(({ tier }) => tier === 'department').map(({ key }, index) =>
    publication(
      `desk.${key}`,
      atTime(index < 9 ? '2019-01-07' : '2019-01-11', 30 + index),
      'motcua1',
      key,
      'desk',
    ),
  );
  return [
    places('district', 'lower-transfer', 'desk', ({ kind }) => kind === 'district_office', true),
    places('schools', 'transfer', 'board', ({ code }) => code.startsWith('THPT'), false),
    ...belowScenes().filter(({ at }) => at < PLAN_UPLOADED),
    ...portal,
    ...desk,
  ];
}

/** The rest of the year: what those below made public, judgements, changed bases, a shorter limit, another online level. */
export function procedureScenes(): Scene[] {
  return [
    ...belowScenes().filter(({ at }) => at >= PLAN_UPLOADED),
    ...JUDGED.map(
      ([key, reason], index): Scene => ({
        key: `suitability.${key}`,
        at: atTime('2019-03-28', 20 + 8 * index),
        who: CLERK,
        action: 'suitability.assess',
        input: (stage) => ({
          procedure: made(stage, key),
          level: '3',
          result: reason === null ? 'suitable' : 'unsuitable',
          reason,
          assessedBy: 'Tổ công tác rà soát dịch vụ công trực tuyến của Sở',
          assessedOn: '2019-03-27',
        }),
      }),
    ),
    ...basisScenes(),
    ...amendmentScenes(),
    {
      key: 'procedure.amend.level-4',
      at: '2019-09-03T09:10',
      who: CLERK,
      action: 'procedure.reclassify',
      input: (stage) => ({
        procedure: made(stage, 'amend'),
        onlineLevel: '4',
        number: '1987/QĐ-SGDĐT',
        date: '2019-08-30',
        validFrom: '2019-09-03',
      }),
    },
  ];
}

function fieldsOf(procedure: DemoProcedure, owner: string, days = procedure.days) {
  const limit = `${days < 10 ? `0${days}` : days} ngày làm việc`;
  return {
    name: procedure.name,
    code: procedure.code === null ? null : `${procedure.code}${OF_CITY}`,
    field: procedure.field,
    tier: procedure.tier,
    handling: procedure.handling ?? 'one-stop',
    ownerUnit: owner,
    steps: `Nộp hồ sơ tại Bộ phận Một cửa${procedure.onlineLevel >= '3' ? ' hoặc trực tuyến' : ''}.\nBộ phận Một cửa kiểm tra hồ sơ, cấp giấy tiếp nhận và hẹn trả kết quả.\nPhòng chuyên môn giải quyết, trình ký kết quả.\nNhận kết quả tại Bộ phận Một cửa${procedure.postal.includes('return') ? ' hoặc qua bưu chính công ích' : ''}.`,
    components: procedure.components.map(([name, originals, copies]) => ({
      name,
      originals,
      copies,
      required: true,
    })),
    sets: 1,
    limits: [{ amount: days, unit: 'wd', text: `${limit} kể từ ngày nhận đủ hồ sơ hợp lệ` }],
    subjects: procedure.subjects,
    results: procedure.result,
    legalBases: procedure.legalBases.join('\n'),
    onlineLevel: procedure.onlineLevel,
    postal: procedure.postal,
    nextDayAfter: procedure.nextDayAfter,
  };
}

function places(
  name: string,
  procedure: string,
  kind: 'desk' | 'board',
  of: (agency: (typeof AGENCIES_BELOW)[number]) => boolean,
  handles: boolean,
): Scene {
  const codes = AGENCIES_BELOW.filter(of).map(({ code }) => code);
  return {
    key: `places.${name}`,
    at: handles ? '2019-01-03T09:00' : '2019-01-03T09:30',
    who: CLERK,
    action: 'place.save',
    input: async (stage) => ({
      procedure: made(stage, procedure),
      agencies: await stage.read(async (query) =>
        (await query.selectFrom('agency').select('id').where('code', 'in', codes).execute()).map(
          ({ id }) => id,
        ),
      ),
      kind,
      handles,
    }),
  };
}

/** Somebody says that a procedure is public at a place of theirs since that day. */
function publication(key: string, at: string, who: string, procedure: string, kind: string): Scene {
  return {
    key: `publication.${key}`,
    at,
    who,
    action: 'publication.record',
    input: async (stage) => {
      const { agencyId } = stage.actor;
      const found = await stage.house.database.read(
        stage.house.policy.scope(stage.actor, 'publication.read'),
        (query) =>
          query
            .selectFrom('procedure_place as place')
            .innerJoin('procedure_version as v', 'v.procedure_id', 'place.procedure_id')
            .select(['place.id', 'v.id as version'])
            .where('place.agency_id', '=', agencyId)
            .where('place.procedure_id', '=', made(stage, procedure))
            .where('place.kind', '=', kind)
            .where('v.announced', '=', true)
            .orderBy('v.no', 'desc')
            .executeTakeFirst(),
      );
      return found === undefined
        ? null
        : { owed: [`${found.id}/${found.version}`], publishedOn: at.slice(0, 10) };
    },
  };
}

/** District offices and schools hang it, most in time, some after Tết, some not by the summer. */
function belowScenes(): Scene[] {
  return AGENCIES_BELOW.flatMap((agency): Scene[] => {
    const isDistrict = agency.kind === 'district_office';
    if (!isDistrict && !agency.code.startsWith('THPT')) return [];
    const random = randomFor(`publication of ${agency.code}`);
    const roll = random.whole(1, 100);
    const minutes = random.whole(10, OFFICE_MINUTES - 10);
    if (roll > 92) return [];
    const day =
      roll <= 75
        ? workingDaysAfter('2019-01-03', random.whole(1, 5))
        : workingDaysAfter('2019-02-11', random.whole(1, 30));
    const procedure = isDistrict ? 'lower-transfer' : 'transfer';
    const who = `canbo.${agency.login}`;
    const kind = isDistrict ? 'desk' : 'board';
    return [publication(agency.code, atTime(day, minutes), who, procedure, kind)];
  });
}

/** A decree that amended another came before the year; the circular on diplomas is replaced at its end. */
function basisScenes(): Scene[] {
  const finish = (key: string, at: string, who: string, outcome: string, note: string): Scene => ({
    key: `basis-check.${key}`,
    at,
    who,
    action: 'basis_check.finish',
    input: async (stage) => {
      const check = await stage.read((query) =>
        query
          .selectFrom('basis_check')
          .select('id')
          .where('procedure_id', '=', made(stage, key))
          .where('finished_on', 'is', null)
          .executeTakeFirst(),
      );
      return check === undefined ? null : { check: check.id, outcome, note };
    },
  });
  return [
    {
      key: 'basis.decree-135',
      at: '2019-02-13T10:00',
      who: CLERK,
      action: 'basis_change.record',
      input: () => ({
        basis: '46/2017/NĐ-CP',
        change: 'amended',
        by: 'Nghị định số 135/2018/NĐ-CP ngày 04/10/2018',
        effectiveOn: '2018-11-20',
      }),
    },
    finish(
      'language-found',
      '2019-02-13T15:20',
      'truongphong.gdtx',
      'unaffected',
      'Thành phần hồ sơ không đổi',
    ),
    finish(
      'language-open',
      '2019-02-13T15:25',
      'truongphong.gdtx',
      'unaffected',
      'Thành phần hồ sơ không đổi',
    ),
    finish('school-open', '2019-02-20T09:40', 'truongphong.gdpt', 'unaffected', 'Thành phần hồ sơ không đổi'),
    {
      key: 'basis.circular-21',
      at: '2019-12-03T10:00',
      who: CLERK,
      action: 'basis_change.record',
      input: () => ({
        basis: '19/2015/TT-BGDĐT',
        change: 'replaced',
        by: 'Thông tư số 21/2019/TT-BGDĐT ngày 29/11/2019',
        effectiveOn: '2020-01-15',
      }),
    },
  ];
}

/** The time for a transfer is made shorter from July on. */
function amendmentScenes(): Scene[] {
  const key = 'transfer';
  return [
    {
      key: 'procedure.transfer.prepare',
      at: '2019-06-27T09:00',
      who: CLERK,
      action: 'procedure.save',
      input: async (stage) => {
        const procedure = PROCEDURES.find((one) => one.key === key);
        return procedure === undefined
          ? null
          : {
              procedure: made(stage, key),
              ...fieldsOf(procedure, await unitId(stage, procedure.owner), 2),
            };
      },
    },
    {
      key: 'procedure.transfer.amend',
      at: '2019-06-27T09:30',
      who: CLERK,
      action: 'procedure.announce',
      input: (stage) => ({
        procedure: made(stage, key),
        number: '3344/QĐ-UBND',
        date: '2019-06-25',
        validFrom: onWorkingDay('2019-07-01'),
        change: 'amended',
      }),
    },
    publication('portal.transfer.2', '2019-06-28T14:00', CLERK, key, 'portal'),
    publication('desk.transfer.2', '2019-07-01T08:20', 'motcua1', key, 'desk'),
  ];
}
