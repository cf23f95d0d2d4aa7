import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { addAgencyBelow } from '../../test/small-plan.ts';
import { verifyHouse } from '../commands/verify.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { writeXlsx } from '../platform/sheet/index.ts';
import type { Damage } from '../platform/verify/index.ts';
import { DECISION, TABBED } from './domain/announcement/announcement.fixture.ts';
import { listProcedureVersions } from './index.ts';
import { secretAnnouncementsJob } from './secret-announcements.ts';
import { wordDecision } from './word-decision.fixture.ts';

let office: StaffedOffice;
let clerk: Somebody;

beforeAll(async () => {
  office = await openStaffedOffice('2025-03-20T08:00');
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk', 'VP');
});
afterAll(() => office?.close());

const BY = { number: '413/QĐ-UBND', date: '6/3/2025', validFrom: '15/3/2025' };

/** Uploads a file. @returns the address of its review */
async function upload(text: string | Uint8Array<ArrayBuffer>, name: string): Promise<string> {
  const sent = await clerk.send('/announcements/new', '/announcements', { file: new File([text], name) });
  expect(sent.status).toBe(303);
  return (sent.headers.get('location') ?? '').replace(/[?#].*/, '');
}

/** The same list with other codes: each test has procedures of its own. */
const tabbed = (from: string) => TABBED.replaceAll('1.9000', from);
const page = async (at: string) => (await clerk.get(at)).text();

async function procedures(code: string) {
  return office.house.database.read(serverScope([office.agencyId]), (query) =>
    query
      .selectFrom('procedure')
      .select(['id', 'code', 'name', 'tier', 'state', 'field_name', 'owner_unit_id'])
      .where('national_code', 'like', `${code}%`)
      .orderBy('national_code')
      .orderBy('tier')
      .execute(),
  );
}
const versions = (id: string) =>
  office.house.database.read(serverScope([office.agencyId]), (query) => listProcedureVersions(query, id));

test('a decision is read, reviewed and entered by one act, its versions by its number and day', async () => {
  const at = await upload(tabbed('1.9100'), 'Quyết định 413.txt');
  const shown = await page(at);
  expect(shown).toContain('Cấp bản sao văn bằng');
  expect(shown).toContain('3 thủ tục mới, 0 phiên bản mới');
  expect(await procedures('1.9100')).toEqual([]);
  const done = await clerk.send(at, `${at}/announcement`, { ...BY, ownerUnit: office.units.GDTX });
  expect(done.status).toBe(303);
  const entered = await procedures('1.9100');
  expect(entered).toMatchObject([
    {
      code: '1.910001.000.00.00.H99',
      tier: 'department',
      state: 'announced',
      field_name: 'Giáo dục trung học',
    },
    { code: '1.910002.000.00.00.H99', tier: 'department', owner_unit_id: office.units.GDTX },
    { code: '1.910003.000.00.00.H99', tier: 'commune' },
  ]);
  const [version] = await versions(entered[0]?.id ?? '');
  expect(version).toMatchObject({
    no: 1,
    change: 'new',
    decision: { number: '413/QĐ-UBND', date: '2025-03-06' },
    validFrom: '2025-03-15',
    limits: [{ budget: '20wd', text: '20 ngày làm việc' }],
    fees: [{ amount: 0 }],
  });
  expect(await page(at)).toContain('Đã vào danh mục');
  // What is done is done once.
  const again = await clerk.api(`${at}/announcement`, BY);
  expect(again.status).toBe(409);
});

test('the same file again says so, and what it says is known already: nothing is written', async () => {
  const text = tabbed('1.9200');
  const first = await upload(text, 'lần một.txt');
  expect((await clerk.send(first, `${first}/announcement`, BY)).status).toBe(303);
  const second = await upload(text, 'lần hai.txt');
  const shown = await page(second);
  expect(shown).toContain('Chính tệp này đã được tải lên trước đây');
  expect(shown).toContain('0 thủ tục mới, 0 phiên bản mới, 0 bãi bỏ; 3 giống hệt');
  expect((await clerk.api(`${second}/announcement`, BY)).status).toBe(409);
});

test('an amendment is another version that keeps what it does not say; an abolition ends the procedure', async () => {
  const first = await upload(tabbed('1.9300'), 'công bố.txt');
  await clerk.send(first, `${first}/announcement`, BY);
  const [known, gone] = await procedures('1.9300');
  const amended = tabbed('1.9300')
    .replace('MỚI BAN HÀNH', 'ĐƯỢC SỬA ĐỔI, BỔ SUNG')
    .replace('20 ngày làm việc', '12 ngày làm việc')
    .replace('\tx\tx\tKhông', '\tx\tx\t')
    .replace(/^2\t1\.930002.*\n/m, '')
    .replace(/^B\t[\s\S]*$/m, '')
    .replace('03 thủ tục hành chính (cấp tỉnh: 02 thủ tục, cấp xã: 01 thủ tục)', '01 thủ tục hành chính');
  const abolished = [
    '',
    'PHỤ LỤC II',
    'DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ',
    '',
    'STT\tMã TTHC\tTên thủ tục hành chính\tCăn cứ pháp lý',
    'I\tTHỦ TỤC HÀNH CHÍNH CẤP TỈNH\t\t',
    'Lĩnh vực Giáo dục trung học\t\t\t',
    '1\t1.930002\tCấp bản sao văn bằng\tNghị định số 1/2025/NĐ-CP',
  ].join('\n');
  const second = await upload(amended + abolished, 'sửa đổi.txt');
  expect(await page(second)).toContain('0 thủ tục mới, 1 phiên bản mới, 1 bãi bỏ');
  const by = { number: '500/QĐ-UBND', date: '18/3/2025', validFrom: '1/4/2025', note: 'Đã đối chiếu.' };
  const done = await clerk.send(second, `${second}/announcement`, by);
  expect(done.status).toBe(303);
  expect(await versions(known?.id ?? '')).toMatchObject([
    {
      no: 2,
      change: 'amended',
      limits: [{ budget: '12wd' }],
      fees: [{ amount: 0 }],
      validFrom: '2025-04-01',
    },
    { no: 1, limits: [{ budget: '20wd' }], validTo: '2025-03-31' },
  ]);
  expect((await procedures('1.9300')).find(({ id }) => id === gone?.id)).toMatchObject({
    state: 'abolished',
  });
});

test('what is doubtful is corrected, answered or left out before anything is entered; corrections are kept', async () => {
  const at = await upload(DECISION.replaceAll('2.9001', '2.9401'), 'Quyết định 412.txt');
  const shown = await page(at);
  expect(shown).toContain('đã được ghép lại thành 2.940101.000.00.00.H99');
  expect(shown).toContain('Quyết định ghi 4 thủ tục “Sửa đổi, bổ sung”, trong bảng có 5 dòng.');
  const by = { number: '412/QĐ-UBND', date: '5/3/2025', validFrom: '5/3/2025', note: 'Đã đếm lại.' };
  const refused = await clerk.api(`${at}/announcement`, by);
  expect(await refused.json()).toMatchObject({ code: 'conflict:announcement-open', params: { count: 4 } });
  // The first row stands for both levels, the third for one of them: one must go.
  const row = (no: number, changes: Record<string, string>) =>
    clerk.send(`${at}/rows/${no}`, `${at}/rows/${no}`, changes);
  expect((await row(3, { treatment: 'skip' })).status).toBe(303);
  expect((await row(4, { code: '2.940 1 50' })).status).toBe(303);
  const answered = await clerk.api(`${at}/answers`, {
    rule: 'code-missing',
    treatment: 'accept',
    answer: 'Chưa có mã',
  });
  expect(answered.status).toBe(201);
  expect(
    (await clerk.api(`${at}/answers`, { rule: 'tier-missing', treatment: 'accept', answer: 'x' })).status,
  ).toBe(422);
  expect(await page(`${at}/rows/4`)).toContain('value="2.940150"');
  const without = await clerk.api(`${at}/announcement`, { ...by, note: '' });
  expect(await without.json()).toMatchObject({ code: 'invalid:announcement-note' });
  expect((await clerk.send(at, `${at}/announcement`, by)).status).toBe(303);
  expect((await procedures('2.9401')).map(({ code, tier }) => [code, tier])).toEqual([
    ['2.940101.000.00.00.H99', 'commune'],
    ['2.940101.000.00.00.H99', 'department'],
    ['2.940104', 'commune'],
    ['2.940150', 'commune'],
  ]);
  expect(await page(at)).toContain('không có trong danh mục, không ghi gì');
  expect((await clerk.api(`${at}/rows/1`, { act: 'announced', treatment: 'skip' })).status).toBe(409);
});

test('a correction made from a form that was overtaken is refused', async () => {
  const at = await upload(tabbed('1.9500'), 'hai người.txt');
  const change = (limits: string) =>
    clerk.api(
      `${at}/rows/1`,
      {
        code: '1.950001',
        name: 'Tên',
        field: 'X',
        tiers: ['commune'],
        act: 'announced',
        limits,
        treatment: 'enter',
      },
      { 'if-match': '"1"' },
    );
  expect((await change('3 ngày')).status).toBe(201);
  expect((await change('4 ngày')).status).toBe(409);
});

test('one row that cannot be written keeps all of them out, and says why', async () => {
  const first = await upload(tabbed('1.9600'), 'công bố.txt');
  await clerk.send(first, `${first}/announcement`, BY);
  const text = tabbed('1.9600').replace('20 ngày', '21 ngày').replace('1.960003', '1.960009');
  const second = await upload(text, 'lùi ngày.txt');
  const refused = await clerk.api(`${second}/announcement`, { ...BY, validFrom: '1/3/2025' });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ code: 'conflict:announcement-row', params: { no: 1 } });
  expect(await procedures('1.960009')).toEqual([]);
});

test('a sheet reads as the table of a decision, from its own template', async () => {
  const template = await clerk.get('/announcements/template');
  expect(template.headers.get('content-type')).toContain('spreadsheetml');
  const heading = [
    'STT',
    'Mã TTHC',
    'Tên thủ tục hành chính',
    'Lĩnh vực',
    'Cấp thực hiện',
    'Thời hạn giải quyết',
  ];
  const columns = heading.map((title) => ({ title, type: 'text' as const }));
  const rows = [
    ['1', '1.970001', 'Thủ tục một', 'Thư viện', 'Cấp tỉnh', '05 ngày làm việc'],
    ['2', '', 'Thủ tục hai', 'Thư viện', 'Cấp xã', '03 ngày làm việc'],
  ];
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx([{ name: 'DS', columns, rows: ReadableStream.from([rows]) }]))
    parts.push(part);
  const at = await upload(Buffer.concat(parts), 'Danh sách.xlsx');
  expect(await page(at)).toContain('Dòng không có mã thủ tục');
  await clerk.api(`${at}/answers`, { rule: 'code-missing', treatment: 'skip' });
  expect((await clerk.send(at, `${at}/announcement`, BY)).status).toBe(303);
  expect(await procedures('1.9700')).toMatchObject([{ name: 'Thủ tục một', tier: 'department' }]);
});

test('records of the national catalogue bring papers, limits and fees', async () => {
  const record = {
    ma_thu_tuc: '1.980001',
    ten_thu_tuc: 'Đăng ký phòng đọc',
    cap_thuc_hien: 'Cấp xã',
    linh_vuc: 'Thư viện',
    cach_thuc_thuc_hien: 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp5 Ngày làm việcMiễn phíNộp tại xã.',
    thanh_phan_ho_so: '--Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đăng ký1 bản chính,2 bản sao',
  };
  const at = await upload(`${JSON.stringify(record)}\n`, 'quoc-gia.jsonl');
  expect((await clerk.send(at, `${at}/announcement`, BY)).status).toBe(303);
  const [known] = await procedures('1.9800');
  const [version] = await versions(known?.id ?? '');
  expect(version).toMatchObject({
    components: [{ key: 'c1', name: 'Đơn đăng ký', originals: 1, copies: 2 }],
    limits: [{ channel: 'direct', budget: '5wd' }],
    fees: [{ channel: 'direct', amount: 0 }],
  });
});

test.each([
  ['Thư mời.txt', 'Kính gửi: các trường. Mời họp.', 'Không tìm thấy bảng danh mục'],
  ['hỏng.docx', 'PK\u0003\u0004 không đọc được', 'Tệp bị hỏng'],
  ['hỏng.json', '{"ma_thu_tuc": ', 'không đúng cú pháp'],
  ['khác.json', '[{"x": 1}]', 'không có bản ghi thủ tục nào'],
  ['ảnh.png', '\u0089PNG', 'không thuộc loại đọc được'],
])('%s cannot be read: it says what to do and is kept', async (name, text, words) => {
  const bytes = name.endsWith('png')
    ? new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
    : text;
  const shown = await page(await upload(bytes, name));
  expect(shown).toContain(words);
  expect(shown).toContain('vẫn được giữ');
});

test('a file that is marked secret is removed, with its name', async () => {
  const at = await upload(`MẬT\n\n${tabbed('1.9900')}`, 'Danh mục nội bộ.txt');
  const shown = await page(at);
  expect(shown).toContain('Văn bản có dấu “Mật”');
  expect(shown).not.toContain('Danh mục nội bộ');
  await secretAnnouncementsJob.run(office.house, new AbortController().signal);
  const left = await office.house.database.read(serverScope([office.agencyId]), (query) =>
    query.selectFrom('stored_file').select('name').where('removed_at', 'is not', null).execute(),
  );
  expect(left).toEqual([{ name: '' }]);
});

test('a word file is read as its text is', async () => {
  const at = await upload(
    wordDecision((text) => text.replaceAll('1.9000', '1.9250')),
    'Quyết định 413.docx',
  );
  const shown = await page(at);
  expect(shown).toContain('3 thủ tục mới');
  expect((await clerk.send(at, `${at}/announcement`, BY)).status).toBe(303);
  expect((await procedures('1.9250')).map(({ code, tier, field_name }) => [code, tier, field_name])).toEqual([
    ['1.925001.000.00.00.H99', 'department', 'Giáo dục trung học'],
    ['1.925002.000.00.00.H99', 'department', 'Giáo dục trung học'],
    ['1.925003.000.00.00.H99', 'commune', 'Giáo dục mầm non'],
  ]);
});

test('only the Office imports; others are told so, other agencies see nothing', async () => {
  const at = await upload(tabbed('1.9150'), 'của Văn phòng.txt');
  const head = new Somebody(office);
  await head.become(office, 'head', 'GDTX');
  expect((await head.get('/announcements/new')).status).toBe(403);
  expect((await head.get(at)).status).toBe(403);
  expect((await head.api(`${at}/announcement`, BY)).status).toBe(404);
  const school = await addAgencyBelow(office, 'TH1');
  expect((await school.clerk.get(at)).status).toBe(403);
  expect((await school.clerk.api(`${at}/announcement`, BY)).status).toBe(404);
});

test('what was abandoned may be taken up again', async () => {
  const at = await upload(tabbed('1.9160'), 'bỏ.txt');
  expect((await clerk.send(at, `${at}/abandonment`, {})).status).toBe(303);
  expect((await clerk.api(`${at}/announcement`, BY)).status).toBe(409);
  expect((await clerk.send(at, `${at}/restoration`, {})).status).toBe(303);
  expect(await page(at)).toContain('Đang rà soát');
});

test('every version of every row of an announcement is kept', async () => {
  const damages: Damage[] = [];
  await verifyHouse(office.house, (damage) => damages.push(damage));
  expect(damages).toEqual([]);
  const { rows } = await office.house.database.read(serverScope([office.agencyId]), (query) =>
    sql<{ versions: string }>`SELECT count(*) AS versions FROM row_version
      WHERE table_name IN ('announcement', 'announcement_row')`.execute(query),
  );
  expect(Number(rows[0]?.versions)).toBeGreaterThan(50);
});
