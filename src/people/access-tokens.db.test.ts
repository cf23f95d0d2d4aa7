import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { dueOn, openPlanOfTasks, plannedTask } from '../../test/tasks.ts';
import { sealBatch } from '../platform/ledger/seals.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { verifySeals } from '../platform/verify/seals.ts';

let office: StaffedOffice;
let ids: ReadonlyMap<string, string>;
let head: Somebody;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  ({ ids } = await openPlanOfTasks(office, [
    plannedTask(office, 'KHTC', { key: '1', title: 'Nhiệm vụ 1', milestones: [dueOn('2019-06-14')] }),
    plannedTask(office, 'TCCB', { key: '2', title: 'Nhiệm vụ 2', milestones: [dueOn('2019-06-14')] }),
  ]));
  head = new Somebody(office);
  await head.become(office, 'head', 'KHTC');
});
afterAll(() => office?.close());

/** Makes a token on the page. @returns what the page shows once */
async function make(fields: Record<string, string>, by = head): Promise<string> {
  const form = { kind: 'api', acts: '', ...fields };
  const done = await by.send('/account/tokens', '/account/tokens', form);
  const page = await (await by.get(done.headers.get('location') ?? '')).text();
  const token = /readonly[^>]*>(mc_[\w-]{43})</.exec(page)?.[1];
  if (token === undefined) throw new Error(`no token: ${done.status}`);
  return token;
}

function call(token: string, url: string, body?: unknown, headers: Record<string, string> = {}) {
  return office.app.fetch(
    new Request(`http://localhost/api/v1${url}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    }),
  );
}

const assignment = (task: string) => `/tasks/${ids.get(task)}/assignment`;
const given = () => ({ unit: office.units.KHTC, person: office.holder('officer', 'KHTC').personId });
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { code?: string }).code,
];

test('a token that reads, reads what its person may, and changes nothing', async () => {
  const token = await make({ name: 'Bảng tổng hợp' });
  const list = (await (await call(token, '/tasks')).json()) as { data: unknown[] };
  expect(list.data).toHaveLength(2);
  expect(await codeOf(await call(token, assignment('1'), given()))).toEqual([403, 'forbidden:token-reads']);
  expect(await codeOf(await call(token, '/files', {}))).toEqual([403, 'forbidden:token-reads']);
  expect(await office.count('access_token WHERE used_at IS NOT NULL')).toBe(1);
});

test('a token that acts does what its person may, no more, and the audit trail names it', async () => {
  const token = await make({ name: 'Phần mềm giao việc', acts: 'on' });
  // Another site could not send it, so nothing is asked of where it comes from.
  const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  expect((await call(token, assignment('1'), given(), elsewhere)).status).toBe(201);
  expect((await call(token, assignment('2'), given())).status).toBe(403);
  expect(await codeOf(await call(token, '/account/tokens', {}))).toEqual([422, 'invalid:choose']);
  const own = { kind: 'api', name: 'Mã khác', secret: 'x'.repeat(40) };
  expect(await codeOf(await call(token, '/account/tokens', own))).toEqual([403, 'forbidden:token-account']);
  const administrator = new Somebody(office);
  await administrator.become(office, 'administrator');
  const trail = await (await administrator.get('/audit-trail.csv')).text();
  expect(trail).toContain('Phần mềm giao việc');
  const named = `(SELECT id FROM access_token WHERE name = 'Phần mềm giao việc')`;
  expect(await office.count(`audit_trail WHERE token = ${named} AND outcome = 'done'`)).toBe(1);
  expect(await office.count(`audit_trail WHERE token = ${named} AND outcome = 'refused'`)).toBe(2);
});

test('a token of some permissions has these alone, and says so', async () => {
  const token = await make({ name: 'Chỉ xem nhiệm vụ', acts: 'on', permissions: 'task.assign' });
  expect(await codeOf(await call(token, '/tasks'))).toEqual([403, 'forbidden:token-permission']);
  // What it may act on, it may know of: a refusal is told from what is not there.
  expect((await call(token, assignment('1'), given())).status).toBe(409);
  expect(await codeOf(await call(token, `/tasks/${ids.get('1')}/start`, {}))).not.toContain(201);
});

test('a token is shown once, in the session that made it, and stands nowhere', async () => {
  const token = await make({ name: 'Hiện một lần' });
  const same = new Somebody(office);
  await same.become(office, 'head', 'KHTC');
  const [{ id = '' } = {}] = await office.house.database.unscoped((query) =>
    query.selectFrom('access_token').select('id').where('name', '=', 'Hiện một lần').execute(),
  );
  const page = await (await same.get(`/account/tokens?made=${id}`)).text();
  expect(page).toContain('Hiện một lần');
  expect(page).not.toContain(token);
  expect(await office.count(`access_token WHERE access_token::text LIKE '%${token}%'`)).toBe(0);
  expect(await office.count(`request WHERE request::text LIKE '%${token}%'`)).toBe(0);
});

test('one that was revoked, or has expired, or never was, is told apart by nobody', async () => {
  const revoked = await make({ name: 'Thu hồi' });
  const expired = await make({ name: 'Hết hạn', days: '30' });
  await office.house.database.unscoped(async (query) => {
    const at = office.house.clock.real().subtract({ hours: 1 }).toString();
    await query.updateTable('access_token').set({ expires_at: at }).where('name', '=', 'Hết hạn').execute();
  });
  const [{ id = '' } = {}] = await office.house.database.unscoped((query) =>
    query.selectFrom('access_token').select('id').where('name', '=', 'Thu hồi').execute(),
  );
  const other = new Somebody(office);
  await other.become(office, 'officer', 'KHTC');
  expect((await other.api(`/account/tokens/${id}/end`, {})).status).toBe(404);
  expect((await call(revoked, '/tasks')).status).toBe(200);
  await head.send('/account/tokens', `/account/tokens/${id}/end`, {});
  for (const token of [revoked, expired, 'mc_never', '']) {
    const answer = await call(token, '/tasks');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await codeOf(answer)).toEqual([401, 'unauthenticated:token']);
  }
});

test('a closed account has no tokens, also when it is opened again', async () => {
  const officer = new Somebody(office);
  await officer.become(office, 'officer', 'TCCB');
  const token = await make({ name: 'Của chuyên viên' }, officer);
  const { personId } = office.holder('officer', 'TCCB');
  const administrator = new Somebody(office);
  await administrator.become(office, 'administrator');
  expect((await administrator.api(`/people/${personId}/account/closure`, {})).status).toBe(201);
  expect((await call(token, '/tasks')).status).toBe(401);
  expect((await administrator.api(`/people/${personId}/account/reopening`, {})).status).toBe(201);
  expect((await call(token, '/tasks')).status).toBe(401);
});

test('what a proxy in front asks a browser for is no token', async () => {
  const headers = { cookie: head.cookie, authorization: 'Basic dmFuOnRodQ==' };
  const answer = await office.app.fetch(new Request('http://localhost/api/v1/tasks', { headers }));
  expect(answer.status).toBe(200);
});

test('after many wrong ones from an address it waits; one that is good does not, and nobody is kept from signing in', async () => {
  const good = await make({ name: 'Còn tốt' });
  let last = await call('mc_wrong', '/tasks');
  for (let tries = 0; tries < 60; tries++) last = await call('mc_wrong', '/tasks');
  expect([last.status, Number(last.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect((await call(good, '/tasks')).status).toBe(200);
  const visitor = new Somebody(office);
  const tried = await visitor.send('/sign-in', '/sign-in', { login: 'head.khtc', password: 'sai mật khẩu' });
  expect(tried.headers.get('location')).toContain('error=invalid%3Asign-in');
});

test('what a token did is sealed with its name', async () => {
  const scope = serverScope([office.agencyId]);
  const { real } = office.house.clock;
  await office.house.database.write(scope, (query) => sealBatch(query, real()));
  const damages = () =>
    office.house.database.read(scope, async (query) => {
      const found: string[] = [];
      const findings = {
        rows: 0,
        damage: (...damage: unknown[]) => found.push(damage.join(' ')),
        progress: () => undefined,
      };
      await verifySeals(query, findings as unknown as Parameters<typeof verifySeals>[1]);
      return found;
    });
  expect(await damages()).toEqual([]);
  const owner = new pg.Client(office.owner);
  await owner.connect();
  await owner.query('UPDATE audit_trail SET token = NULL WHERE token IS NOT NULL');
  await owner.end();
  expect(await damages()).not.toEqual([]);
});
