import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment, PASSWORD, SET_UP } from '../../test/department.ts';
import { Somebody } from '../../test/office.ts';

let department: Department;

beforeAll(async () => {
  department = await openDepartment();
});
afterAll(() => department.close());

/** Tries a password from an address. @returns the error of the answer, null where it signed in */
async function attempt(login: string, password: string, address = '198.51.100.7'): Promise<string | null> {
  const response = await department.app.fetch(
    new Request('http://localhost/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ login, password }),
      headers: { origin: 'http://localhost', host: 'localhost' },
    }),
    { client: { address, local: false, ownHost: true } },
  );
  return new URL(response.headers.get('location') ?? '', 'http://localhost').searchParams.get('error');
}

test('guessing has to wait, the right password too, and the page says how long', async () => {
  await department.person('bidoan', 'officer');
  for (let at = 0; at < 5; at++) expect(await attempt('bidoan', `không phải ${at}`)).toBe('invalid:sign-in');
  expect(await attempt('bidoan', PASSWORD)).toBe('throttled:wait');
  const page = await new Somebody(department).get('/sign-in?error=throttled:wait&minutes=1');
  expect(page.status).toBe(429);
  expect(await page.text()).toContain('Hãy đợi 1 phút');
});

test('who guesses keeps out neither the owner at another address nor a colleague at the same', async () => {
  await department.person('chutaikhoan', 'officer');
  for (let at = 0; at < 8; at++) await attempt('chutaikhoan', 'đoán mò');
  expect(await attempt('chutaikhoan', PASSWORD)).toBe('throttled:wait');
  expect(await attempt('chutaikhoan', PASSWORD, '203.0.113.9')).toBeNull();
  expect(await attempt(SET_UP.login, PASSWORD)).toBeNull();
});

test('a computer with a whole IPv6 network counts as one', async () => {
  await department.person('maytinh', 'officer');
  for (let at = 1; at <= 5; at++) await attempt('maytinh', 'đoán mò', `2001:db8::${at}`);
  expect(await attempt('maytinh', PASSWORD, '2001:db8::99')).toBe('throttled:wait');
});

test('passwords that are tried at once are counted one by one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 25 }, (_, at) => attempt('cungluc', `đoán ${at}`, '203.0.113.50')),
  );
  expect(answers.filter((error) => error === 'invalid:sign-in')).toHaveLength(5);
  expect(answers.filter((error) => error === 'throttled:wait')).toHaveLength(20);
});

test('signing in takes back what had failed before', async () => {
  await department.person('nham', 'officer');
  for (let round = 0; round < 3; round++) {
    for (let at = 0; at < 4; at++) await attempt('nham', 'nhầm phím', '203.0.113.60');
    expect(await attempt('nham', PASSWORD, '203.0.113.60')).toBeNull();
  }
});

test('a new password is typed twice, and is neither the login nor guessed soon', async () => {
  const { who } = await department.person('datmatkhau', 'officer');
  const change = (password: string, again = password) =>
    who.send('/password', '/password', { current: PASSWORD, password, again });
  for (const [password, again, words] of [
    ['một câu rất riêng', 'một câu rất chung', 'Hai lần nhập mật khẩu mới không giống nhau'],
    ['một câu rất riêng', '', 'Hai lần nhập mật khẩu mới không giống nhau'],
    ['datmatkhau', undefined, 'không được là tên đăng nhập'],
    ['người đặt mật khẩu', undefined, 'không được là tên đăng nhập'],
    ['1234567890', undefined, 'quá dễ đoán'],
  ] as const) {
    const response = await change(password, again);
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining(words)]);
  }
  expect((await change('một câu rất riêng')).status).toBe(303);
});

test('the page says nothing that its address makes up', async () => {
  const page = await new Somebody(department).get('/sign-in?error=conflict:last-administrator');
  expect([page.status, await page.text()]).toEqual([200, expect.not.stringContaining('quản trị duy nhất')]);
});

test('it leads on to this server alone', async () => {
  const who = new Somebody(department);
  const response = await who.send('/sign-in?next=/people', '/sign-in', {
    login: SET_UP.login,
    password: PASSWORD,
    next: '/\t/evil.example',
  });
  expect(response.headers.get('location')).toBe('/');
});
