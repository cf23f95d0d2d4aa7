import { OfficeClock, officeInstant } from '../src/platform/clock/clock.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from './office.ts';

type Who = Parameters<StaffedOffice['holder']>;

/** An office with a one-stop desk and a procedure of three working days. */
export interface OneStop extends StaffedOffice {
  procedure: string;
  /** Somebody who has sat down as whoever holds a role. */
  as(...who: Who): Promise<Somebody>;
  /** Does something to a dossier through the API; fails the test where it is refused. */
  act(who: Somebody, path: string, input?: object): Promise<{ id: string; seq: number; code?: string }>;
  /** Takes a dossier in at the counter. */
  takeIn(more?: object): Promise<{ id: string; code: string }>;
  /** Moves the office's clock. */
  at(wallTime: string): void;
}

export const OWNER = { kind: 'individual', name: 'Phụ huynh học sinh', telephone: '0912345678' };
export const TRANSFER = 'Chuyển trường đối với học sinh trung học phổ thông';

/** Opens it at an hour of the office's clock, which stands until the test moves it. */
export async function openOneStop(clock = '2019-01-30T14:00'): Promise<OneStop> {
  return oneStopOn(await openStaffedOffice(clock), clock);
}

/** The same in an office of any database. */
export async function oneStopOn(office: StaffedOffice, clock: string): Promise<OneStop> {
  const moved = new OfficeClock(officeInstant(clock), 'stands');
  office.house.clock = moved;
  const as: OneStop['as'] = async (...who) => {
    const somebody = new Somebody(office);
    await somebody.become(office, ...who);
    return somebody;
  };
  const act: OneStop['act'] = async (who, path, input = {}) => {
    const response = await who.api(path, input);
    const result = await response.json();
    if (response.status !== 201) throw new Error(`${path}: ${response.status} ${JSON.stringify(result)}`);
    return result as Awaited<ReturnType<OneStop['act']>>;
  };
  const clerk = await as('office_clerk', 'VP');
  const { id: procedure } = await act(clerk, '/procedures', {
    name: TRANSFER,
    code: '1.001088.000.00.00.H26',
    field: 'Giáo dục trung học',
    tier: 'department',
    ownerUnit: office.units.GDTX,
    components: [
      { name: 'Đơn xin chuyển trường', originals: 1, required: true },
      { name: 'Học bạ', copies: 1, required: true },
    ],
    limits: [{ amount: 3, unit: 'wd' }],
  });
  const day = clock.slice(0, 10);
  await act(clerk, `/procedures/${procedure}/announcements`, {
    number: '1234/QĐ-UBND',
    date: day,
    validFrom: day,
  });
  await act(clerk, `/agencies/${office.agencyId}/desk`, {
    unit: office.units.MC,
    identifier2018: '000.00.01.H26',
    identifier2025: 'H26.03',
  });
  return {
    ...office,
    procedure,
    as,
    act,
    at: (wallTime) => moved.pin(officeInstant(wallTime)),
    takeIn: async (more = {}) => {
      const desk = await as('one_stop_officer', 'MC');
      const { id, code = '' } = await act(desk, '/dossiers', {
        agency: office.agencyId,
        procedure,
        owner: OWNER,
        subject: 'Xin chuyển trường cho học sinh lớp 10',
        components: [{ key: 'c1', name: 'Đơn xin chuyển trường', there: true, originals: 1, copies: 0 }],
        alike: true,
        accept: true,
        ...more,
      });
      return { id, code };
    },
  };
}
