import { randomUUID } from 'node:crypto';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverScope } from '../src/platform/policy/policy.ts';
import { uuid7 } from '../src/platform/uuid.ts';
import { addOfficial, Somebody } from './office.ts';
import { type OneStop, OWNER, openOneStop } from './one-stop.ts';

const SCRIPT = '<script>alert(1)</script>';
const EVERYWHERE = `${SCRIPT}"'><img src=x onerror=alert(2)>`;

let desk: OneStop;
let officer: Somebody;
/** Somebody with every right over dossiers that an agency gives, in another agency. */
let stranger: Somebody;
let dossier: string;
let code: string;
let file: string;

beforeAll(async () => {
  desk = await openOneStop();
  officer = await desk.as('one_stop_officer', 'MC');
  stranger = new Somebody(desk);
  await stranger.sitDown(desk, await strangerAccount());
  file = await uploaded(officer, 'đơn.txt', 'Đơn xin chuyển trường');
  ({ id: dossier, code } = await desk.takeIn({
    components: [{ key: 'c1', name: 'Đơn', there: true, originals: 1, copies: 0, file }],
  }));
});
afterAll(() => desk?.close());

async function strangerAccount(): Promise<string> {
  const agencyId = uuid7();
  return desk.house.database.write(serverScope([agencyId, desk.agencyId]), async (query) => {
    await query
      .insertInto('agency')
      .values({
        id: agencyId,
        code: 'THPT1',
        name: 'Trường THPT số 1',
        name_fold: 'truong thpt so 1',
        short_name: 'THPT số 1',
        symbol: 'THPT1',
        place: 'Hà Nội',
        kind: 'school',
        tier: 'department',
        parent_id: desk.agencyId,
        position: 1,
        valid_from: '2019-01-01',
        seq: 1,
      })
      .execute();
    const { accountId, personId } = await addOfficial(query, {
      agencyId,
      name: 'Hiệu trưởng',
      role: 'director',
      unitId: null,
      login: 'hieutruong',
      from: '2019-01-01',
    });
    for (const role of ['agency_clerk', 'records_clerk', 'inspector'] as const)
      await query
        .insertInto('post')
        .values({
          agency_id: agencyId,
          id: uuid7(),
          person_id: personId,
          role,
          unit_id: null,
          valid_from: '2019-01-01',
        })
        .execute();
    return accountId;
  });
}

async function send(who: Somebody, name: string, bytes: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  return desk.app.fetch(
    new Request('http://localhost/api/v1/files', {
      method: 'POST',
      body: bytes,
      headers: {
        cookie: who.cookie,
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(name),
        origin: 'http://localhost',
        host: 'localhost',
      },
    }),
  );
}

async function uploaded(
  who: Somebody,
  name: string,
  bytes: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const response = await send(who, name, bytes);
  const kept = (await response.json()) as { id?: string };
  if (response.status !== 201 || kept.id === undefined) throw new Error(`${name}: ${response.status}`);
  return kept.id;
}

function takenIn(who: Somebody, more: object): Promise<Response> {
  return who.api('/dossiers', {
    agency: desk.agencyId,
    procedure: desk.procedure,
    owner: OWNER,
    subject: 'Xin chuyển trường',
    alike: true,
    accept: true,
    ...more,
  });
}

const withFile = (id: string) => ({
  components: [{ key: 'c1', name: 'Đơn', there: true, originals: 1, copies: 0, file: id }],
});

test.each([
  ['page', () => `/dossiers/${dossier}`],
  ['explanation', () => `/dossiers/${dossier}/deadline`],
  ['file', () => `/dossiers/${dossier}/files/${file}`],
  ['receipt', () => `/dossiers/${dossier}/forms/receipt`],
  ['receipt for Word', () => `/dossiers/${dossier}/forms/receipt/word`],
  ['record', () => `/api/v1/dossiers/${dossier}`],
])('another agency’s dossier by its address: %s', async (_, url) => {
  const seen = await officer.get(url());
  expect(seen.status).toBe(200);
  const hidden = await stranger.get(url());
  expect(hidden.status).toBe(404);
  const words = await hidden.text();
  expect(words).not.toContain(code);
  // What does not exist looks the same.
  const none = await stranger.get(url().replace(dossier, randomUUID()));
  expect(none.status).toBe(404);
});

test('another agency’s dossiers are in no list, search, export, queue or count', async () => {
  for (const [url, shown] of [
    ['/dossiers', dossier],
    // What was searched for stands in the address; the row does not.
    [`/dossiers?q=${code}`, dossier],
    ['/dossiers?q=0912345678', dossier],
    ['/dossiers.csv', code],
    ['/api/v1/dossiers', code],
    ['/dossier-queue', code],
  ] as const) {
    expect(await (await officer.get(url)).text(), url).toContain(shown);
    const hidden = await stranger.get(url);
    expect(hidden.status, url).toBe(200);
    expect(await hidden.text(), url).not.toContain(shown);
  }
  const listed = (await (await stranger.get('/api/v1/dossiers')).json()) as { data: unknown[] };
  expect(listed.data).toEqual([]);
  const sheet = Buffer.from(await (await stranger.get('/dossiers.xlsx')).arrayBuffer());
  expect(sheet.subarray(0, 2).toString()).toBe('PK');
});

test('nothing can be done to another agency’s dossier, and it is not said that it exists', async () => {
  const before = await desk.count(`event WHERE stream = '${dossier}'`);
  for (const [path, input] of [
    ['hand-over', { toUnit: desk.units.GDTX }],
    ['withdrawal', { reason: 'x' }],
    ['proposal', { outcome: 'granted', note: 'x' }],
    ['signature', {}],
    ['result', { number: '1/QĐ-SGDĐT' }],
    ['correction', { subject: 'x', reason: 'x' }],
  ] as const)
    expect((await stranger.api(`/dossiers/${dossier}/${path}`, input)).status, path).toBe(404);
  expect((await takenIn(stranger, {})).status).toBe(404);
  expect(await desk.count(`event WHERE stream = '${dossier}'`)).toBe(before);
});

test('a file of somebody else is no component of one’s dossier', async () => {
  const foreign = await uploaded(stranger, 'bí mật.txt', 'Của trường');
  const colleague = await desk.as('head', 'GDTX');
  const others = await uploaded(colleague, 'của người khác.txt', 'Của phòng khác');
  for (const id of [foreign, others, randomUUID()]) {
    const refused = await takenIn(officer, withFile(id));
    expect(refused.status).toBe(422);
  }
});

const PROGRAM = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]);

test('an upload that lies about its type, or is a bomb, is refused or harmless', async () => {
  for (const [name, bytes] of [
    ['ảnh.jpg', PROGRAM],
    ['đơn.pdf', new TextEncoder().encode(`<html>${SCRIPT}</html>`)],
    ['đơn.docx', PROGRAM],
  ] as const) {
    const sent = await send(officer, name, new Uint8Array(bytes));
    if (sent.status !== 201) {
      expect(sent.status, name).toBe(422);
      continue;
    }
    const { id } = (await sent.json()) as { id: string };
    expect((await takenIn(officer, withFile(id))).status, name).toBe(422);
  }
  // A hundred megabytes of zeros in a hundred kilobytes: kept as it is, never unpacked for a dossier.
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(100_000_000) }, { level: 9 });
  const before = process.memoryUsage().rss;
  const kept = await uploaded(officer, 'đơn.docx', new Uint8Array(bomb));
  const taken = await takenIn(officer, withFile(kept));
  expect([201, 422]).toContain(taken.status);
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
});

test('a name with a path, or one that turns the direction of writing, stays a plain name, and is only ever downloaded', async () => {
  for (const name of [
    '../../etc/passwd.txt',
    'C:\\Windows\\đơn.txt',
    'đơn‮fdp.txt',
    `${'a'.repeat(400)}.txt`,
    'a"b\r\nx.txt',
  ]) {
    const id = await uploaded(officer, name, `Nội dung ${name}`);
    const taken = await takenIn(officer, withFile(id));
    expect(taken.status, name).toBe(201);
    const { id: made } = (await taken.json()) as { id: string };
    const download = await officer.get(`/dossiers/${made}/files/${id}`);
    const shown = download.headers.get('content-disposition') ?? '';
    expect(shown, name).toMatch(/^attachment;/);
    expect(decodeURIComponent(shown), name).not.toMatch(/[\\/‮\r\n]|\.\./);
    expect(download.headers.get('x-content-type-options')).toBe('nosniff');
    expect(download.headers.get('content-type')).toBe('application/octet-stream');
  }
});

test('a formula in a cell that is exported is text', async () => {
  for (const subject of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])
    expect((await takenIn(officer, { subject: `${subject} Xin chuyển trường` })).status, subject).toBe(201);
  // A name that begins so is refused at its field.
  const refused = await takenIn(officer, { owner: { ...OWNER, name: '=HYPERLINK("http://x")' } });
  expect(refused.status).toBe(422);
  const csv = await (await officer.get('/dossiers.csv')).text();
  expect(csv).not.toMatch(/(^|[,;\t\n]"?)[=+@]/);
});

test('a script in every field of text is shown as text, on every page of the dossier', async () => {
  const taken = await takenIn(officer, {
    subject: EVERYWHERE,
    components: [{ key: 'c1', name: EVERYWHERE, there: true, originals: 1, copies: 0 }],
  });
  expect(taken.status).toBe(201);
  const { id } = (await taken.json()) as { id: string };
  const unit = desk.units.GDTX;
  await desk.act(officer, `/dossiers/${id}/hand-over`, { toUnit: unit, note: EVERYWHERE });
  const head = await desk.as('head', 'GDTX');
  await desk.act(head, `/dossiers/${id}/hand-over/confirmation`);
  await desk.act(head, `/dossiers/${id}/assignment`, { person: desk.holder('officer', 'GDTX').personId });
  const handler = await desk.as('officer', 'GDTX');
  await desk.act(handler, `/dossiers/${id}/proposal`, { outcome: 'granted', note: EVERYWHERE });
  await desk.act(head, `/dossiers/${id}/return-to-officer`, { reason: EVERYWHERE });
  await desk.act(officer, `/dossiers/${id}/withdrawal`, { reason: EVERYWHERE });
  for (const url of [`/dossiers/${id}`, `/dossiers/${id}/deadline`, '/dossiers', '/dossier-queue']) {
    const page = await (await head.get(url)).text();
    expect(page, url).not.toContain(SCRIPT);
    expect(page, url).not.toContain('<img src=x');
  }
  expect(await (await head.get(`/dossiers/${id}`)).text()).toContain('&lt;script&gt;alert(1)');
});

test('words in NFD are kept in NFC and found either way; marks that turn the writing leave no trace in a name', async () => {
  const name = 'Phụ huynh học sinh Nguyên Bình';
  const taken = await takenIn(officer, {
    subject: 'Xin chuyển trường ở quận Hà Đông'.normalize('NFD'),
    owner: { ...OWNER, telephone: '0987654321', name: `‮${name.normalize('NFD')}‬` },
  });
  expect(taken.status).toBe(201);
  const { code: given } = (await taken.json()) as { code: string };
  for (const typed of ['nguyên bình', 'nguyên bình'.normalize('NFD'), 'nguyen binh', '0987654321', given]) {
    const list = (await (await officer.get(`/api/v1/dossiers?q=${encodeURIComponent(typed)}`)).json()) as {
      data: { code: string; owner: string }[];
    };
    expect(
      list.data.map((row) => row.code),
      typed,
    ).toContain(given);
    expect(list.data.find((row) => row.code === given)?.owner).toBe(name);
  }
  expect(await desk.count(`dossier WHERE subject <> normalize(subject, NFC)`)).toBe(0);
});
