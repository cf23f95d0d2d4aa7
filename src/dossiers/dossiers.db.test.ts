import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OneStop, OWNER, openOneStop } from '../../test/one-stop.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { findDossier } from './queries.ts';

let desk: OneStop;

beforeAll(async () => {
  desk = await openOneStop('2019-01-30T14:00');
});
afterAll(() => desk?.close());

const stateOf = async (id: string) => {
  const found = await desk.house.database.read(serverScope([desk.agencyId]), (query) =>
    findDossier(query, id),
  );
  if (found === undefined) throw new Error('no such dossier');
  return found.state;
};

test('a dossier goes from the counter to the result, on time over Tết', async () => {
  desk.at('2019-01-30T14:00');
  const { id, code } = await desk.takeIn();
  expect(code).toBe('000.00.01.H26-190130-0001');
  expect(await stateOf(id)).toMatchObject({
    status: 'accepted',
    budget: '3wd',
    originalDue: '2019-02-11T10:00:00Z',
  });
  const oneStop = await desk.as('one_stop_officer', 'MC');
  const receipt = await oneStop.get(`/dossiers/${id}/forms/receipt`);
  expect(receipt.headers.get('content-type')).toBe('application/pdf');
  expect(new TextDecoder('latin1').decode(await receipt.arrayBuffer())).toMatch(/^%PDF-/);
  expect((await oneStop.get(`/dossiers/${id}/forms/receipt/word`)).status).toBe(200);
  expect((await oneStop.get(`/dossiers/${id}/forms/apology`)).status).toBe(404);
  expect(await desk.count(`form_issue WHERE dossier_id = '${id}'`)).toBe(1);
  const head = await desk.as('head', 'GDTX');
  const officer = await desk.as('officer', 'GDTX');
  await desk.act(oneStop, `/dossiers/${id}/hand-over`, { toUnit: desk.units.GDTX });
  await desk.act(head, `/dossiers/${id}/hand-over/confirmation`);
  await desk.act(head, `/dossiers/${id}/assignment`, { person: desk.holder('officer', 'GDTX').personId });
  await desk.act(officer, `/dossiers/${id}/proposal`, { outcome: 'granted', note: 'Đủ điều kiện' });
  await desk.act(head, `/dossiers/${id}/agreement`);
  await desk.act(await desk.as('deputy_director'), `/dossiers/${id}/signature`);
  desk.at('2019-02-11T16:59');
  await desk.act(await desk.as('records_clerk'), `/dossiers/${id}/result`, { number: '45/QĐ-SGDĐT' });
  desk.at('2019-02-14T09:00');
  await desk.act(oneStop, `/dossiers/${id}/result/return`, { by: 'direct' });
  expect(await stateOf(id)).toMatchObject({
    status: 'returned',
    outcome: 'granted',
    endedAt: '2019-02-11T09:59:00Z',
  });
  const page = await (await oneStop.get(`/dossiers/${id}`)).text();
  expect(page).toContain('000.00.01.H26-190130-0001');
  expect(page).toContain('Giải quyết đúng hạn');
  expect(page).toContain('Cấp số 45/QĐ-SGDĐT, chuyển kết quả về Một cửa');
});

test('codes of a day follow one another without a gap, whoever accepts at the same time', async () => {
  desk.at('2019-03-04T08:00');
  const taken = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      desk.takeIn({ owner: { ...OWNER, telephone: `09${String(10000000 + index)}` } }),
    ),
  );
  expect(taken.map(({ code }) => code).sort()).toEqual(
    Array.from({ length: 12 }, (_, index) => `000.00.01.H26-190304-${String(index + 1).padStart(4, '0')}`),
  );
});

test('a refused acceptance leaves no gap', async () => {
  desk.at('2019-03-05T08:00');
  const who = await desk.as('one_stop_officer', 'MC');
  const refused = await who.api('/dossiers', {
    agency: desk.agencyId,
    procedure: desk.procedure,
    owner: { ...OWNER, name: '' },
    subject: 'Xin chuyển trường',
    accept: true,
  });
  expect(refused.status).toBe(422);
  expect((await desk.takeIn()).code).toBe('000.00.01.H26-190305-0001');
});

test('a second dossier of the same owner and procedure is only taken in by who has looked', async () => {
  desk.at('2019-03-06T08:00');
  await desk.takeIn();
  const who = await desk.as('one_stop_officer', 'MC');
  const again = await who.api('/dossiers', {
    agency: desk.agencyId,
    procedure: desk.procedure,
    owner: { ...OWNER, identityNumber: '001080000012' },
    subject: 'Xin chuyển trường',
    accept: true,
  });
  expect(again.status).toBe(201);
  const third = await who.api('/dossiers', {
    agency: desk.agencyId,
    procedure: desk.procedure,
    owner: { ...OWNER, identityNumber: '001080000012' },
    subject: 'Xin chuyển trường',
    accept: true,
  });
  expect(third.status).toBe(409);
});

test('a supplement gives back the working days that the applicant took', async () => {
  desk.at('2019-04-01T08:00');
  const { id } = await desk.takeIn();
  const head = await desk.as('head', 'GDTX');
  const oneStop = await desk.as('one_stop_officer', 'MC');
  await desk.act(oneStop, `/dossiers/${id}/hand-over`, { toUnit: desk.units.GDTX });
  await desk.act(head, `/dossiers/${id}/hand-over/confirmation`);
  await desk.act(head, `/dossiers/${id}/supplement-request`, {
    items: [{ component: 'c2', what: 'Học bạ', reason: 'Thiếu trang điểm lớp 10' }],
    basis: 'Nghị định 61/2018/NĐ-CP, điều 17',
  });
  expect((await stateOf(id)).status).toBe('awaiting-supplement');
  desk.at('2019-04-05T10:00');
  await desk.act(oneStop, `/dossiers/${id}/supplement`, {
    components: [{ key: 'c2', name: 'Học bạ', there: true, originals: 0, copies: 1 }],
  });
  expect(await stateOf(id)).toMatchObject({
    status: 'processing',
    originalDue: '2019-04-04T10:00:00Z',
    due: '2019-04-10T10:00:00Z',
  });
});

test('another agency, another unit and a visitor know nothing of it', async () => {
  desk.at('2019-05-02T08:00');
  const { id } = await desk.takeIn();
  for (const who of [
    await desk.as('head', 'KHTC'),
    await desk.as('officer', 'TCCB'),
    await desk.as('administrator'),
  ]) {
    expect((await who.get(`/dossiers/${id}`)).status).toBe(404);
    expect((await who.api(`/dossiers/${id}/withdrawal`, { reason: 'x' })).status).toBe(404);
    expect(await (await who.get('/dossiers')).text()).not.toContain(id);
  }
});

test('what was handed over is confirmed by the other unit alone', async () => {
  desk.at('2019-05-03T08:00');
  const { id } = await desk.takeIn();
  const oneStop = await desk.as('one_stop_officer', 'MC');
  await desk.act(oneStop, `/dossiers/${id}/hand-over`, { toUnit: desk.units.GDTX });
  expect((await oneStop.api(`/dossiers/${id}/hand-over/confirmation`, {})).status).toBe(403);
  expect(
    (await (await desk.as('head', 'KHTC')).api(`/dossiers/${id}/hand-over/confirmation`, {})).status,
  ).toBe(404);
  expect(
    (await (await desk.as('officer', 'GDTX')).api(`/dossiers/${id}/hand-over/confirmation`, {})).status,
  ).toBe(201);
});

test('a code that another system gave is passed over', async () => {
  desk.at('2019-05-06T08:00');
  const client = new pg.Client(desk.owner);
  await client.connect();
  await client.query(
    'INSERT INTO dossier_code (code, agency_id, dossier_id) VALUES ($1, $2, gen_random_uuid())',
    ['000.00.01.H26-190506-0001', desk.agencyId],
  );
  await client.end();
  expect((await desk.takeIn()).code).toBe('000.00.01.H26-190506-0002');
});

test('a case that the procedure does not have is refused', async () => {
  desk.at('2019-05-07T08:00');
  const who = await desk.as('one_stop_officer', 'MC');
  const refused = await who.api('/dossiers', {
    agency: desk.agencyId,
    procedure: desk.procedure,
    case: 'Trường hợp không có',
    owner: OWNER,
    subject: 'Xin chuyển trường',
    alike: true,
    accept: true,
  });
  expect(refused.status).toBe(422);
});

test('the result’s document names the procedure, not whose it is, and its number is given once', async () => {
  desk.at('2019-05-08T08:00');
  const settle = async () => {
    const { id } = await desk.takeIn({ subject: 'Nội dung riêng của một người' });
    const head = await desk.as('head', 'GDTX');
    await desk.act(await desk.as('one_stop_officer', 'MC'), `/dossiers/${id}/hand-over`, {
      toUnit: desk.units.GDTX,
    });
    await desk.act(head, `/dossiers/${id}/hand-over/confirmation`);
    await desk.act(head, `/dossiers/${id}/proposal`, { outcome: 'granted', note: 'Đủ điều kiện' });
    await desk.act(head, `/dossiers/${id}/agreement`);
    await desk.act(await desk.as('director'), `/dossiers/${id}/signature`);
    return id;
  };
  const [first, second] = [await settle(), await settle()];
  const records = await desk.as('records_clerk');
  await desk.act(records, `/dossiers/${first}/result`, { number: '77/QĐ-SGDĐT' });
  expect((await records.api(`/dossiers/${second}/result`, { number: '77/QĐ-SGDĐT' })).status).toBe(409);
  expect(await desk.count("document WHERE abstract LIKE '%riêng của một người%'")).toBe(0);
});
