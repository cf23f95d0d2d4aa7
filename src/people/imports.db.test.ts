import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOn, type Department, openDepartment } from '../../test/department.ts';
import { Somebody } from '../../test/office.ts';
import { readXlsxRows } from '../platform/extract/index.ts';
import { writeXlsx } from '../platform/sheet/index.ts';

let department: Department;

beforeAll(async () => {
  department = await openDepartment();
});
afterAll(() => department.close());

async function asOwner<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client(department.owner);
  await client.connect();
  const { rows } = await client.query<T>(sql, values);
  await client.end();
  return rows;
}

async function workbook(rows: readonly (readonly string[])[]): Promise<File> {
  const [head = [], ...body] = rows;
  const columns = head.map((title) => ({ title, type: 'text' as const }));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of writeXlsx([{ name: 'Danh sách', columns, rows: ReadableStream.from([body]) }]))
    parts.push(new Uint8Array(part));
  return new File(parts, 'danh-sach.xlsx');
}

const csv = (...lines: string[]) => new File([`\uFEFF${lines.join('\r\n')}\r\n`], 'danh-sach.csv');

/** Uploads a list. @returns the address of the page that shows its rows */
async function upload(base: string, file: File, who = department.administrator): Promise<string> {
  const response = await who.send(base, '/imports', { file });
  const location = response.headers.get('location');
  if (location === null) throw new Error(await response.text());
  return location.replace(/\?.*/, '');
}

test('units come from a workbook; a row with a known code is left alone, one that contradicts is refused', async () => {
  await department.done('/units', { code: 'VP', name: 'Văn phòng Sở', kind: 'office' });
  const page = await upload(
    '/units/import',
    await workbook([
      ['Mã', 'Tên phòng, bộ phận', 'Loại'],
      ['VP', 'Văn phòng Sở', ''],
      ['KHTC', 'Phòng Kế hoạch - Tài chính'.normalize('NFD'), 'Phòng'],
      ['MC', 'Bộ phận Một cửa', ''],
      ['khtc', 'Một phòng khác', ''],
      ['X', '', 'ghế'],
    ]),
  );
  const shown = await (await department.administrator.get(page)).text();
  expect(shown).toContain('Thêm 2 dòng, bỏ qua 2 dòng có lỗi');
  expect(shown).toContain('Trùng với dòng 3 của tệp.');
  expect(shown).toContain('Không biết loại “ghế”');
  expect((await department.administrator.get(`${page}?state=wrong`)).status).toBe(200);
  const done = await department.administrator.send(page, '/units/import', {});
  expect(done.headers.get('location')).toBe('/agencies?done=unit.import');
  expect(
    await asOwner(`SELECT code, name, kind FROM unit WHERE code IN ('KHTC', 'MC') ORDER BY code`),
  ).toEqual([
    { code: 'KHTC', name: 'Phòng Kế hoạch - Tài chính', kind: 'division' },
    { code: 'MC', name: 'Bộ phận Một cửa', kind: 'desk' },
  ]);
  expect(await asOwner(`SELECT 1 FROM row_version WHERE table_name = 'unit'`)).toHaveLength(3);
  const again = await department.administrator.send(page, '/units', {}).catch(() => 'no form');
  expect(again).toBe('no form');
  expect(await (await department.administrator.get(page)).text()).toContain('Không có dòng nào để thêm');
});

test('what cannot be read is said, and another file can be sent at once', async () => {
  const { administrator } = department;
  const page = await upload('/units/import', csv('Cột lạ', 'x'));
  expect(await (await administrator.get(page)).text()).toContain('Không thấy cột “Mã”');
  const broken = new Uint8Array(await (await workbook([['Mã'], ['1']])).arrayBuffer()).slice(0, 900);
  const response = await administrator.send('/units/import', '/imports', {
    file: new File([broken], 'hong.xlsx'),
  });
  const shown =
    response.status === 303
      ? await (await administrator.get(response.headers.get('location') ?? '')).text()
      : await response.text();
  expect(shown).toMatch(/Không đọc được tệp này như một bảng|Loại tệp này không dùng được ở đây/);
  const pdf = await administrator.send('/units/import', '/imports', {
    file: new File(['%PDF-1.7'], 'a.xlsx'),
  });
  expect(pdf.status).toBe(422);
  expect(await pdf.text()).toContain('Hãy dùng: XLSX, CSV');
});

test('a template holds the headings that are read', async () => {
  for (const base of ['/units/import', '/agencies/import', '/people/import']) {
    const response = await department.administrator.get(`${base}/template`);
    const rows = await readXlsxRows(new Uint8Array(await response.arrayBuffer()));
    expect(rows[0]?.length).toBeGreaterThan(3);
    const page = await upload(base, await workbook([rows[0] ?? [], ['A', 'B']]));
    expect(await (await department.administrator.get(page)).text()).toContain('Từng dòng của tệp');
  }
});

test('affiliated agencies come from CSV, share all with the department, and get their clerks', async () => {
  const { administrator } = department;
  const agencies = await upload(
    '/agencies/import',
    csv(
      'Mã;Tên đơn vị;Loại',
      'PGD01;Phòng GD&ĐT quận Một;',
      'THPT01;Trường THPT Số 1;Trường',
      'TT01;Trung tâm GDNN-GDTX Số 1;',
      'SGDDT;Trùng mã của Sở;Khác',
    ),
  );
  expect(await (await administrator.get(agencies)).text()).toContain('Thêm 3 dòng, bỏ qua 1 dòng có lỗi');
  await administrator.send(agencies, '/agencies/import', {});
  expect(
    await asOwner(`SELECT a.code, a.kind, a.tier FROM agency a JOIN share s ON s.agency_id = a.id
      WHERE s.kind = '*' AND s.to_agency = a.parent_id ORDER BY a.code`),
  ).toEqual([
    { code: 'PGD01', kind: 'district_office', tier: 'district' },
    { code: 'THPT01', kind: 'school', tier: 'department' },
    { code: 'TT01', kind: 'centre', tier: 'department' },
  ]);
  const people = await upload(
    '/people/import',
    csv(
      'Họ và tên,Chức vụ,Cơ quan,Thư điện tử,Vai trò',
      'Cán bộ Một,Văn thư,THPT01,mot@thpt1.vn,',
      'Cán bộ Hai,Hiệu trưởng,Phòng GD&ĐT quận Một,,Quản trị hệ thống',
      'Cán bộ Ba,,Trường không có,,',
      'Cán bộ Bốn,,,sai@,',
    ),
  );
  const shown = await (await administrator.get(people)).text();
  expect(shown).toContain('Không có cơ quan “Trường không có”');
  expect(shown).toContain('Địa chỉ thư điện tử không đúng dạng');
  expect(shown).toContain('motcb');
  const done = await administrator.send(people, '/people/import', {});
  const slips = await (await administrator.get(done.headers.get('location') ?? '')).text();
  expect(slips.match(/class="slip"/g)).toHaveLength(2);
  expect(slips).toContain('http://localhost/sign-in');

  const clerk = new Somebody(department);
  await clerk.signIn('motcb', codeOn(slips.slice(slips.indexOf('motcb'))));
  await clerk.send('/password', '/password', { password: 'mật khẩu riêng của tôi' });
  await clerk.signIn('motcb', 'mật khẩu riêng của tôi');
  const own = await (await clerk.get('/people')).text();
  expect(own).toContain('Cán bộ Một');
  expect(own).not.toContain('Cán bộ Hai');
  const all = await (await administrator.get('/people')).text();
  expect(all).toContain('Cán bộ Hai');
});

test('an administrator of an affiliated agency manages that one and no other', async () => {
  const child = await department.done('/agencies', { code: 'TH01', name: 'Trường Số 2', kind: 'school' });
  const sister = await department.done('/agencies', { code: 'TH02', name: 'Trường Số 3', kind: 'school' });
  // Lineage is part of who one is, read at each request.
  const { who } = await department.person('quantri-truong', 'administrator', undefined, child.id);
  const other = await department.person('cua-truong-khac', 'agency_clerk', undefined, sister.id);
  const added = await who.api('/people', { name: 'Người mới', position: 'Giáo viên' });
  expect(added.status).toBe(201);
  expect((await who.api('/people', { agency: sister.id, name: 'A', position: 'B' })).status).toBe(404);
  expect((await who.api(`/people/${other.id}/posts`, { role: 'officer' })).status).toBe(404);
  expect((await who.get(`/people/${other.id}`)).status).toBe(404);
  expect((await who.get(`/people?agency=${sister.id}`)).status).toBe(422);
  const saved = await who.api('/agencies', {
    agency: sister.id,
    code: 'TH02',
    name: 'Tên khác',
    kind: 'school',
  });
  expect(saved.status).toBe(404);
  const unit = await department.done('/units', { code: 'BM', name: 'Ban Một', kind: 'division' });
  expect(
    (await who.api('/units', { unit: unit.id, code: 'BM', name: 'Tên khác', kind: 'office' })).status,
  ).toBe(404);
  expect((await who.api(`/agencies/${child.id}/end`, { day: '2025-06-30' })).status).toBe(404);
});

test('an agency that ends keeps its name and its versions, and names its successor', async () => {
  const { administrator, done } = department;
  const old = await done('/agencies', {
    code: 'PGD77',
    name: 'Phòng GD&ĐT quận Cũ',
    kind: 'district_office',
  });
  const heir = await done('/agencies', {
    code: 'PGD78',
    name: 'Phòng GD&ĐT quận Mới',
    kind: 'district_office',
  });
  const early = await administrator.api(`/agencies/${old.id}/end`, { day: '2019-06-02' });
  expect(await early.json()).toMatchObject({ code: 'invalid:end-before-start' });
  await administrator.send(`/agencies/${old.id}`, `/agencies/${old.id}/end`, {
    day: '30/6/2025',
    successor: heir.id,
  });
  const page = await (await administrator.get(`/agencies/${old.id}`)).text();
  expect(page).toContain('<ins>30/06/2025</ins>');
  expect(page).toContain('<ins>Phòng GD&amp;ĐT quận Mới</ins>');
  await done(`/agencies/${old.id}/end`, {});
  const [row] = await asOwner('SELECT valid_to, successor_id, seq FROM agency WHERE id = $1', [old.id]);
  expect(row).toEqual({ valid_to: null, successor_id: null, seq: 3 });
});

test('ten thousand people come from one workbook, each with an account and a code', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [
    `Người Thứ ${at}`,
    'Chuyên viên',
    at % 2 === 0 ? 'VP' : 'Văn phòng Sở',
    `nguoi${at}@so.vn`,
  ]);
  const page = await upload(
    '/people/import',
    await workbook([['Họ và tên', 'Chức vụ', 'Phòng, bộ phận', 'Thư điện tử'], ...rows]),
  );
  expect(await (await department.administrator.get(page)).text()).toContain('Thêm 10000 dòng');
  const done = await department.administrator.send(page, '/people/import', {});
  const slips = await (await department.administrator.get(done.headers.get('location') ?? '')).text();
  expect(slips).toContain('10000 phiếu');
  const [count] =
    await asOwner(`SELECT count(DISTINCT login)::int AS logins, count(DISTINCT i.id)::int AS codes
    FROM account a JOIN invitation i ON i.account_id = a.id JOIN person p ON p.id = a.person_id
    JOIN post ON post.person_id = p.id JOIN row_version v ON v.row_id = p.id
    WHERE p.email LIKE 'nguoi%'`);
  expect(count).toEqual({ logins: 10_000, codes: 10_000 });
  expect((await department.administrator.get('/people?sort=name&page=100')).status).toBe(200);
}, 120_000);
