import { expect, test } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

test('without any setting the server is for this machine alone, with its own database', () => {
  expect(readSettings({}, [], '/office')).toEqual({
    port: 8019,
    host: '127.0.0.1',
    dataDir: '/office/data',
    databaseUrl: null,
    migrateDatabaseUrl: null,
    preparedStatements: true,
    clock: null,
    mail: null,
    trustedProxies: [],
    demo: null,
    empty: false,
  });
});

test('each setting is taken over', () => {
  const settings = readSettings(
    {
      PORT: '80',
      HOST: '::',
      DATA_DIR: '../kept',
      DATABASE_URL: 'postgresql://minhchung_app@db/minhchung',
      MIGRATE_DATABASE_URL: 'postgres://owner@db/minhchung',
      PREPARED_STATEMENTS: 'off',
      CLOCK: '2019-06-03T08:00',
      MAIL_URL: 'smtps://office@mail:465',
      MAIL_FROM: 'cchc@office.example',
      BASE_URL: 'https://minhchung.example/',
      TRUSTED_PROXY: '127.0.0.1, 2001:DB8::1',
    },
    [],
    '/office/app',
  );
  expect(settings).toMatchObject({
    port: 80,
    host: '::',
    dataDir: '/office/kept',
    databaseUrl: 'postgresql://minhchung_app@db/minhchung',
    migrateDatabaseUrl: 'postgres://owner@db/minhchung',
    preparedStatements: false,
    clock: '2019-06-03T08:00',
    mail: {
      url: 'smtps://office@mail:465',
      from: 'cchc@office.example',
      baseUrl: 'https://minhchung.example',
    },
    trustedProxies: ['127.0.0.1', '2001:db8::1'],
  });
});

test('the demo is for an empty embedded database, unless it is asked for or refused', () => {
  const server = { DATABASE_URL: 'postgresql://db/minhchung' };
  expect(readSettings({}, [], '/').demo).toBe(null);
  expect(readSettings({}, ['--demo'], '/').demo).toBe(true);
  expect(readSettings({}, ['--empty'], '/')).toMatchObject({ demo: false, empty: true });
  expect(readSettings(server, [], '/').demo).toBe(false);
  expect(readSettings(server, ['--demo'], '/').demo).toBe(true);
});

test.each<[string, Record<string, string>, string[], RegExp]>([
  [
    'a port in words',
    { PORT: 'eighty' },
    [],
    /^PORT=eighty không dùng được: hãy ghi một số từ 0 đến 65535\.$/,
  ],
  ['a port too high', { PORT: '65536' }, [], /^PORT=65536 /],
  ['a negative port', { PORT: '-1' }, [], /^PORT=-1 /],
  ['a port with a fraction', { PORT: '80.5' }, [], /^PORT=80.5 /],
  ['a host that is an address of a page', { HOST: 'http://localhost' }, [], /^HOST=http:\/\/localhost /],
  ['a host with a port', { HOST: 'localhost:80' }, [], /^HOST=localhost:80 /],
  ['a clock in words', { CLOCK: 'tomorrow' }, [], /^CLOCK=tomorrow .* 2019-06-03T08:00\.$/],
  ['a day that is none', { CLOCK: '2019-02-30T08:00' }, [], /^CLOCK=2019-02-30T08:00 /],
  [
    'a database without scheme',
    { DATABASE_URL: 'db/minhchung' },
    [],
    /^DATABASE_URL=db\/minhchung .*postgresql:\/\//,
  ],
  ['another database', { DATABASE_URL: 'mysql://db/minhchung' }, [], /^DATABASE_URL=mysql:/],
  [
    'the migrator alone',
    { MIGRATE_DATABASE_URL: 'postgres://db/minhchung' },
    [],
    /^Đã đặt MIGRATE_DATABASE_URL mà chưa đặt DATABASE_URL: /,
  ],
  [
    'another migrator',
    { DATABASE_URL: 'postgres://db/m', MIGRATE_DATABASE_URL: 'file:/m' },
    [],
    /^MIGRATE_DATABASE_URL=file:/,
  ],
  ['mail from nobody', { MAIL_URL: 'smtp://mail' }, [], /^Đã đặt MAIL_URL mà chưa đặt MAIL_FROM: /],
  [
    'mail from a name',
    { MAIL_URL: 'smtp://mail', MAIL_FROM: 'Sở <a@b>', BASE_URL: 'http://a' },
    [],
    /^MAIL_FROM=Sở <a@b> /,
  ],
  [
    'mail with links into a folder',
    { MAIL_URL: 'smtp://mail', MAIL_FROM: 'a@b', BASE_URL: 'http://a/b' },
    [],
    /^BASE_URL=http:\/\/a\/b /,
  ],
  ['mail by another way', { MAIL_URL: 'https://mail' }, [], /^MAIL_URL=https:\/\/mail .*smtp:\/\//],
  ['half a switch', { PREPARED_STATEMENTS: 'no' }, [], /^PREPARED_STATEMENTS=no .*on hoặc off\.$/],
  ['a proxy by name', { TRUSTED_PROXY: 'nginx' }, [], /^TRUSTED_PROXY=nginx .*127\.0\.0\.1\.$/],
  ['mail without a host', { MAIL_URL: 'smtp:mail' }, [], /^MAIL_URL=smtp:mail .*smtp:\/\//],
  ['a flag that is none', {}, ['--dem'], /^Không có lựa chọn --dem: /],
  ['both flags', {}, ['--demo', '--empty'], /^Không dùng --demo cùng với --empty: /],
])('%s is refused in one line', (_what, env, flags, message) => {
  const read = () => readSettings(env, flags, '/office');
  expect(read).toThrow(SettingsError);
  expect(read).toThrow(message);
  expect(read).not.toThrow(/\n/);
});

test.each([
  ['mysql://office:geheim@db/minhchung', 'mysql://office:***@db/minhchung'],
  ['postgresql://office:ge@h:ei/m@db/minhchung', 'postgresql://office:***@db/minhchung'],
  ['office:geheim@db/minhchung', 'office:***@db/minhchung'],
  ['mysql://db/minhchung?user=office&password=geheim', 'mysql://db/minhchung?user=office&password=***'],
])('a password in an address is not repeated: %s', (address, shown) => {
  const read = () => readSettings({ DATABASE_URL: address }, [], '/');
  expect(read).toThrow(`DATABASE_URL=${shown} không dùng được`);
});

test('a clock is kept to the minute, however it was written', () => {
  for (const written of ['2019-06-03T08:00', '2019-06-03 08:00', '2019-06-03T08:00:00'])
    expect(readSettings({ CLOCK: written }, [], '/').clock).toBe('2019-06-03T08:00');
  expect(readSettings({ CLOCK: '2019-06-03' }, [], '/').clock).toBe('2019-06-03T00:00');
});
