import { findRootAgency } from '../../agencies/index.ts';
import { findActor } from '../../people/index.ts';
import { perform } from '../../platform/actions/perform.ts';
import type { House } from '../../platform/http/visit.ts';
import { type Actor, serverScope } from '../../platform/policy/policy.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { UnitCode } from '../data/department.ts';

/** What the department of the demo is asked for, the most wanted first. */
const PROCEDURES: readonly { name: string; code: string; field: string; unit: UnitCode; days: number }[] = [
  {
    name: 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc',
    code: '1.005092',
    field: 'Văn bằng, chứng chỉ',
    unit: 'QLT',
    days: 1,
  },
  {
    name: 'Chuyển trường đối với học sinh trung học phổ thông',
    code: '1.001088',
    field: 'Giáo dục trung học',
    unit: 'GDPT',
    days: 3,
  },
  {
    name: 'Chỉnh sửa nội dung văn bằng, chứng chỉ',
    code: '2.001914',
    field: 'Văn bằng, chứng chỉ',
    unit: 'QLT',
    days: 5,
  },
  {
    name: 'Xếp hạng trung tâm ngoại ngữ, tin học',
    code: '1.005061',
    field: 'Giáo dục thường xuyên',
    unit: 'GDTX',
    days: 15,
  },
  {
    name: 'Cho phép trung tâm ngoại ngữ, tin học hoạt động',
    code: '1.005053',
    field: 'Giáo dục thường xuyên',
    unit: 'GDTX',
    days: 15,
  },
  {
    name: 'Xác nhận hoạt động giáo dục kỹ năng sống',
    code: '1.001000',
    field: 'Giáo dục phổ thông',
    unit: 'CTTT',
    days: 5,
  },
  {
    name: 'Công nhận trường mầm non đạt chuẩn quốc gia',
    code: '1.000288',
    field: 'Giáo dục mầm non',
    unit: 'GDMN',
    days: 20,
  },
  {
    name: 'Tuyển dụng viên chức ngành giáo dục',
    code: '1.005393',
    field: 'Tổ chức cán bộ',
    unit: 'TCCB',
    days: 30,
  },
];

/** Who opens the desk, which unit is it, and which one stands for a unit of the demo. */
interface Opening {
  login: string;
  desk: string;
  unit(code: UnitCode): string;
}

const OF_THE_DEMO: Opening = { login: 'chuyenvien.vp', desk: 'MC', unit: (code) => code };

/**
 * Gives the demo's department a one-stop desk and procedures by the actions of its people, where it has none: dossiers cannot
 * be without them. The house's clock stands at the first day of the dossiers.
 */
export async function openDesk(
  house: House,
  day: CivilDate,
  { login, desk: deskCode, unit: codeOf }: Opening = OF_THE_DEMO,
): Promise<void> {
  const { root, units, desk, procedures } = await house.database.unscoped(async (query) => {
    const found = await findRootAgency(query);
    if (found === undefined) throw new Error('there is no department');
    const rows = await query
      .selectFrom('unit')
      .select(['id', 'code'])
      .where('agency_id', '=', found.id)
      .execute();
    return {
      root: found.id,
      units: new Map(rows.map(({ id, code }) => [code, id])),
      ...(await present(house, found.id)),
    };
  });
  const actor = await actorOf(house, root, login);
  const act = async (name: string, input: object): Promise<string> => {
    const action = house.actions.get(name);
    if (action === undefined) throw new Error(`there is no action ${name}`);
    const outcome = await perform(house, action, actor, input);
    if (!outcome.done)
      throw new Error(`${name} is refused: ${outcome.refusal.code} ${outcome.refusal.field ?? ''}`);
    return 'id' in outcome.result ? String(outcome.result.id) : '';
  };
  if (!desk)
    await act('desk.save', {
      agency: root,
      unit: units.get(deskCode),
      identifier2018: '000.00.22.H26',
      identifier2025: 'H26.22',
    });
  if (procedures) return;
  for (const { name, code, field, unit, days } of PROCEDURES) {
    const procedure = await act('procedure.save', {
      name,
      code: `${code}.000.00.00.H26`,
      field,
      tier: 'department',
      ownerUnit: units.get(codeOf(unit)),
      components: [
        { name: 'Đơn đề nghị theo mẫu', originals: 1, required: true },
        { name: 'Giấy tờ kèm theo', copies: 1, required: true },
      ],
      limits: [{ amount: days, unit: 'wd' }],
    });
    await act('procedure.announce', { procedure, number: '1/QĐ-UBND', date: day, validFrom: day });
  }
}

async function present(house: House, agency: string): Promise<{ desk: boolean; procedures: boolean }> {
  return house.database.read(serverScope([agency]), async (query) => {
    const desk = await query
      .selectFrom('desk')
      .select('id')
      .where('agency_id', '=', agency)
      .executeTakeFirst();
    const version = await query
      .selectFrom('procedure_version')
      .select('id')
      .where('announced', '=', true)
      .executeTakeFirst();
    return { desk: desk !== undefined, procedures: version !== undefined };
  });
}

async function actorOf(house: House, agency: string, login: string): Promise<Actor> {
  const found = await house.database.read(serverScope([agency]), async (query) => {
    const account = await query
      .selectFrom('account')
      .select(['id', 'person_id'])
      .where('login', '=', login)
      .executeTakeFirst();
    return account && findActor(query, agency, account.person_id, account.id, house.clock.today());
  });
  if (found === undefined) throw new Error(`nobody signs in as ${login}`);
  return found.actor;
}
