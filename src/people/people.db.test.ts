import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOn, type Department, openDepartment, PASSWORD, SET_UP } from '../../test/department.ts';
import { openEmptyOffice, Somebody } from '../../test/office.ts';

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

describe('set-up from empty', () => {
  test('leads the first visitor of any page to it, once', async () => {
    const office = await openEmptyOffice();
    const visitor = new Somebody(office);
    for (const page of ['/', '/people', '/sign-in', '/nowhere'])
      expect((await visitor.get(page)).headers.get('location')).toBe('/set-up');
    const done = await visitor.send('/set-up', '/set-up', SET_UP);
    expect(done.headers.get('location')).toBe('/sign-in?next=%2Fset-up%2Fsteps&done=installation.set-up');
    await visitor.signIn(SET_UP.login, PASSWORD);
    const steps = await (await visitor.get('/set-up/steps')).text();
    expect(steps).toContain('Thiết lập: đã xong 2/6 bước');
    expect((await new Somebody(office).get('/set-up')).status).toBe(404);
    expect((await new Somebody(office).get('/set-up/steps')).headers.get('location')).toContain('/sign-in');
    await office.close();
  });

  test('two visitors at once: one of them sets it up', async () => {
    const office = await openEmptyOffice();
    const answers = await Promise.all(
      ['mot', 'hai'].map((login) => new Somebody(office).api('/set-up', { ...SET_UP, login, code: login })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 404]);
    await office.close();
  });

  test('asks for a login that can be typed anywhere', async () => {
    const office = await openEmptyOffice();
    const response = await new Somebody(office).send('/set-up', '/set-up', { ...SET_UP, login: 'quản trị' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Tên đăng nhập chỉ gồm chữ thường không dấu');
    await office.close();
  });
});

describe('people and posts', () => {
  test('a name typed decomposed is kept composed and found without accents', async () => {
    const name = 'Đặng Thị Ễnh';
    const { id } = await department.done('/people', { name: name.normalize('NFD'), position: 'Chuyên viên' });
    const [row] = await asOwner<{ name: string }>('SELECT name FROM person WHERE id = $1', [id]);
    expect(row?.name).toBe(name);
    expect(await (await department.administrator.get('/people?q=dang+enh')).text()).toContain(name);
    expect(await (await department.administrator.get('/people?q=khong+co')).text()).not.toContain(name);
    const csv = await (await department.administrator.get('/people.csv?q=enh')).text();
    expect(csv).toContain(name);
  });

  test('a change keeps the version before; a change from an old page is told', async () => {
    const { id } = await department.done('/people', { name: 'Một người', position: 'Cũ' });
    await department.administrator.send(`/people/${id}`, '/people', { name: 'Một người', position: 'Mới' });
    const page = await (await department.administrator.get(`/people/${id}`)).text();
    expect(page).toContain('<del>Cũ</del> → <ins>Mới</ins>');
    const late = await department.administrator.api(
      '/people',
      { person: id, name: 'Một người', position: 'Muộn' },
      { 'if-match': '1' },
    );
    expect(late.status).toBe(409);
  });

  test('a post holds from its first day to its last, and heads need a unit', async () => {
    const unit = await department.done('/units', { code: 'P1', name: 'Phòng Một', kind: 'division' });
    const { id } = await department.done('/people', { name: 'Trưởng phòng', position: 'Trưởng phòng' });
    const without = await department.administrator.api(`/people/${id}/posts`, { role: 'head' });
    expect(await without.json()).toMatchObject({ code: 'invalid:role-needs-unit' });
    const post = await department.done(`/people/${id}/posts`, { role: 'head', unit: unit.id });
    const twice = await department.administrator.api(`/people/${id}/posts`, { role: 'head', unit: unit.id });
    expect(await twice.json()).toMatchObject({ code: 'conflict:post-held' });
    const response = await department.administrator.send(`/people/${id}`, `/posts/${post.id}/end`, {
      day: '2/6/2019',
    });
    expect(response.status).toBe(422);
    await department.administrator.send(`/people/${id}`, `/posts/${post.id}/end`, { day: '30/6/2019' });
    const [row] = await asOwner<{ valid_to: string }>('SELECT valid_to::text FROM post WHERE id = $1', [
      post.id,
    ]);
    expect(row?.valid_to).toBe('2019-06-30');
  });

  test('nobody but the administrator manages people, and the last administrator stays', async () => {
    const { who, id } = await department.person('chuyenvien', 'officer');
    expect((await who.api('/people', { name: 'A', position: 'B' })).status).toBe(403);
    expect((await who.api(`/people/${id}/posts`, { role: 'administrator' })).status).toBe(403);
    expect((await who.get('/people/new')).status).toBe(403);
    expect((await who.get('/people/import')).status).toBe(403);
    expect((await who.get('/set-up/steps')).status).toBe(403);
    expect((await who.get(`/people/${id}`)).status).toBe(200);
    const [post] = await asOwner<{ id: string }>(`SELECT id FROM post WHERE role = 'administrator'`);
    const ended = await department.administrator.api(`/posts/${post?.id}/end`, {});
    expect(await ended.json()).toMatchObject({ code: 'conflict:last-administrator' });
  });
});

describe('accounts and invitations', () => {
  test('a code signs in until a password is set, and never again', async () => {
    const { id } = await department.done('/people', { name: 'Trần Văn Bình', position: 'Chuyên viên' });
    await department.done(`/people/${id}/posts`, { role: 'officer' });
    const page = await (await department.administrator.get(`/people/${id}`)).text();
    expect(page).toContain('value="binhtv"');
    const opened = await department.administrator.send(`/people/${id}`, `/people/${id}/account`, {
      login: 'BinhTV',
    });
    const slips = opened.headers.get('location') ?? '';
    const code = codeOn(await (await department.administrator.get(slips)).text());
    const who = new Somebody(department);
    await who.signIn('binhtv', code.toLowerCase().replaceAll('-', ' '));
    expect((await who.get('/account')).headers.get('location')).toBe('/password');
    expect(await (await who.get('/password')).text()).not.toContain('name="current"');
    await who.send('/password', '/password', { password: 'mật khẩu của riêng Bình' });
    await expect(who.signIn('binhtv', code)).rejects.toThrow();
    await who.signIn('binhtv', 'mật khẩu của riêng Bình');
    expect((await who.get('/account')).status).toBe(200);
    expect(await (await department.administrator.get(slips)).text()).toContain('Không còn phiếu nào để in');
  });

  test('slips are shown to their maker in the session that made them, and nobody else', async () => {
    const { id } = await department.done('/people', { name: 'Lê Thị Chín', position: 'Chuyên viên' });
    const opened = await department.administrator.send(`/people/${id}`, `/people/${id}/account`, {
      login: 'chinlt',
    });
    const slips = opened.headers.get('location') ?? '';
    const again = new Somebody(department);
    await again.signIn(SET_UP.login, PASSWORD);
    expect(await (await again.get(slips)).text()).not.toMatch(/[2-9B-Z]{4}-[2-9B-Z]{4}-/);
    expect((await new Somebody(department).get(slips)).status).toBe(303);
    const stored = await asOwner<{ text: string }>(
      `SELECT concat(i::text, r::text, a::text) AS text FROM invitation i, request r, audit_trail a`,
    );
    const code = codeOn(await (await department.administrator.get(slips)).text());
    expect(stored.some(({ text }) => text.includes(code))).toBe(false);
  });

  test('a new code ends the one before; the old password ends when it is used', async () => {
    const { id, who } = await department.person('quenmatkhau', 'officer');
    const invite = async () => {
      const response = await department.administrator.send(`/people/${id}`, '/invitations', {});
      return codeOn(
        await (await department.administrator.get(response.headers.get('location') ?? '')).text(),
      );
    };
    const first = await invite();
    const second = await invite();
    await expect(new Somebody(department).signIn('quenmatkhau', first)).rejects.toThrow();
    expect((await who.get('/account')).status).toBe(200);
    await new Somebody(department).signIn('quenmatkhau', second);
    expect((await who.get('/account')).status).toBe(303);
    await expect(new Somebody(department).signIn('quenmatkhau', PASSWORD)).rejects.toThrow();
  });

  test('a closed account signs nobody in until it is opened again; nobody closes their own', async () => {
    const { id, who } = await department.person('dongtaikhoan', 'officer');
    await department.done(`/people/${id}/account/closure`, {});
    expect((await who.get('/account')).status).toBe(303);
    await expect(who.signIn('dongtaikhoan', PASSWORD)).rejects.toThrow();
    await department.done(`/people/${id}/account/reopening`, {});
    await who.signIn('dongtaikhoan', PASSWORD);
    const [own] = await asOwner<{ person_id: string }>(`SELECT person_id FROM account WHERE login = $1`, [
      SET_UP.login,
    ]);
    const response = await department.administrator.api(`/people/${own?.person_id}/account/closure`, {});
    expect(await response.json()).toMatchObject({ code: 'conflict:own-account' });
  });

  test('a login is one in the installation', async () => {
    const { id } = await department.done('/people', { name: 'Trùng tên', position: 'Chuyên viên' });
    const response = await department.administrator.api(`/people/${id}/account`, { login: 'QuanTri' });
    expect(await response.json()).toMatchObject({ code: 'conflict:login' });
  });
});
