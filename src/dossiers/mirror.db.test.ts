import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Somebody } from '../../test/office.ts';
import { type OneStop, openOneStop } from '../../test/one-stop.ts';
import { value } from '../measures/queries.ts';
import { asOfDay } from '../platform/measure/as-of.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { dossierMeasures } from './measures.ts';

let desk: OneStop;
let clerk: Somebody;

const SOURCE = 'Một cửa điện tử thành phố';
const RECORD = {
  MaHoSo: '000.00.01.H26-190131-0007',
  MaTTHC: '1.001088',
  ChuHoSo: 'Phụ huynh học sinh',
  LoaiDoiTuong: '1',
  TrichYeuHoSo: 'Xin chuyển trường',
  TrangThaiHoSo: 4,
  NgayTiepNhan: '20190131080000',
  NgayHenTra: '20190212170000',
  KenhThucHien: '2',
};
const ENDED = { ...RECORD, TrangThaiHoSo: '9', NgayKetThucXuLy: '20190213090000' };

beforeAll(async () => {
  desk = await openOneStop('2019-01-30T14:00');
  desk.at('2019-02-20T08:00');
  clerk = await desk.as('office_clerk', 'VP');
});
afterAll(() => desk?.close());

const send = async (at: string, dossiers: object[], source = SOURCE) => {
  const response = await clerk.api('/mirrored-dossiers', { agency: desk.agencyId, source, at, dossiers });
  return { status: response.status, said: (await response.json()) as Record<string, unknown> };
};
const idOf = async (code: string): Promise<string> => {
  const { id } = await desk.house.database.read(serverScope([desk.agencyId]), (query) =>
    query.selectFrom('dossier').select('id').where('code', '=', code).executeTakeFirstOrThrow(),
  );
  return id;
};
const rows = (where: string) => desk.count(`dossier WHERE mirror_source IS NOT NULL AND ${where}`);

test('a dossier of another system counts by its own times, and the same list twice changes nothing', async () => {
  expect((await send('20190201180000', [RECORD])).said).toMatchObject({ added: 1, refused: [] });
  expect(
    await rows(`status = 'processing' AND accepted_at = '2019-01-31T01:00:00Z' AND channel = 'online'`),
  ).toBe(1);
  const events = await desk.count('event');
  expect((await send('20190201180000', [RECORD])).said).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  expect((await send('20190202180000', [RECORD])).said).toMatchObject({ unchanged: 1 });
  expect(await desk.count('event')).toBe(events);
  expect((await send('20190214180000', [ENDED])).said).toMatchObject({ changed: 1, refused: [] });
  expect(await rows(`status = 'finished' AND ended_at = '2019-02-13T02:00:00Z' AND ended_at > due_at`)).toBe(
    1,
  );
  expect(
    await desk.count(
      `dossier_period WHERE status = 'processing' AND from_at = '2019-01-31T01:00:00Z' AND to_at = '2019-02-13T02:00:00Z'`,
    ),
  ).toBe(1);
  expect(await desk.count(`party`)).toBe(1);
});

test.each([
  ['2019-01-30', 'dossier.within', 0],
  ['2019-02-05', 'dossier.within', 1],
  ['2019-02-12', 'dossier.ended-late', 0],
  ['2019-02-14', 'dossier.within', 0],
  ['2019-02-14', 'dossier.ended-late', 1],
])('as of %s the measure %s counts it %i times', async (day, id, times) => {
  const measure = dossierMeasures.find((one) => one.id === id);
  if (measure === undefined) throw new Error(`no measure ${id}`);
  const scope = serverScope([desk.agencyId]);
  const at = asOfDay(day, desk.house.clock);
  const found = await desk.house.database.read(scope, (query) => value(query, scope, measure, at));
  expect(found.numerator).toBe(times);
});

test('what is wrong is listed at its field, the others go in', async () => {
  const own = await desk.takeIn();
  const other = { ...RECORD, MaHoSo: '000.00.01.H26-190131-0008' };
  const { said } = await send('20190215180000', [
    { ...other, MaHoSo: own.code },
    { ...other, MaTTHC: '9.999999' },
    { ...other, TrangThaiHoSo: '11' },
    { ...other, TrangThaiHoSo: '10' },
    { ...other, NgayHenTra: '20190230170000' },
    { ...other, TrangThaiHoSo: '9', NgayKetThucXuLy: '20190130090000' },
    { ...other, ChuHoSo: '' },
    other,
    other,
    RECORD,
  ]);
  expect(said).toMatchObject({
    added: 1,
    changed: 1,
    refused: [
      { row: 1, field: 'MaHoSo', refusal: 'conflict:dossier-own' },
      { row: 2, field: 'MaTTHC', refusal: 'invalid:mirror-procedure' },
      { row: 3, field: 'TrangThaiHoSo', refusal: 'invalid:mirror-status' },
      { row: 4, field: 'NgayKetThucXuLy', refusal: 'invalid:required' },
      { row: 5, field: 'NgayHenTra', refusal: 'invalid:mirror-time' },
      { row: 6, field: 'NgayKetThucXuLy', refusal: 'invalid:mirror-order' },
      { row: 7, field: 'ChuHoSo', refusal: 'invalid:required' },
      { row: 9, field: 'MaHoSo', refusal: 'conflict:mirror-twice' },
    ],
  });
});

test('a mirrored dossier is read, not acted on', async () => {
  const mirrored = { ...RECORD, MaHoSo: '000.00.01.H26-190131-0009', TrangThaiHoSo: '2' };
  await send('20190216180000', [mirrored]);
  const id = await idOf(mirrored.MaHoSo);
  const oneStop = await desk.as('one_stop_officer', 'MC');
  const refused = await oneStop.api(`/dossiers/${id}/hand-over`, { toUnit: desk.units.GDTX });
  expect(refused.status).toBe(409);
  expect(JSON.stringify(await refused.json())).toContain('conflict:dossier-mirrored');
  const page = await (await oneStop.get(`/dossiers/${id}`)).text();
  expect(page).toContain('Hồ sơ đồng bộ từ hệ thống khác, chỉ để xem');
  expect(page).toContain(`<span lang="vi">${SOURCE}</span>`);
  expect(page).not.toContain('class="acts"');
  expect(await (await oneStop.get(`/dossiers/${id}/deadline`)).text()).toContain('không tính lại ở đây');
  expect(await (await oneStop.get('/dossiers')).text()).toContain(SOURCE);
});

test.each([
  ['what was said earlier', '20190215170000', SOURCE, 'conflict:mirror-older'],
  ['another source', '20190219170000', 'Cổng dịch vụ công của bộ', 'conflict:mirror-source'],
])('%s does not replace what is here', async (_, at, source, refusal) => {
  const changed = { ...ENDED, MaHoSo: '000.00.01.H26-190131-0008' };
  await send('20190218170000', [{ ...changed, TrichYeuHoSo: 'Chuyển trường' }]);
  const parties = await desk.count('party');
  const { said } = await send(at, [{ ...changed, ChuHoSo: 'Người giám hộ' }], source);
  expect(said).toMatchObject({ changed: 0, refused: [{ refusal }] });
  expect(await desk.count('party')).toBe(parties);
});

test('a list is refused whole where its time is ahead, or whoever sends it may not', async () => {
  expect((await send('20190221080000', [RECORD])).status).toBe(422);
  const officer = await desk.as('officer', 'GDTX');
  const body = { agency: desk.agencyId, source: SOURCE, at: '20190219180000', dossiers: [RECORD] };
  expect([403, 404]).toContain((await officer.api('/mirrored-dossiers', body)).status);
});
