import { expect, test } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

test('without any setting the server is for this machine alone, with its own database', () => {
  expect(readSettings({}, [], '/office')).toEqual({
    port: 8019,
    host: '127.0.0.1',
    dataDir: '/office/data',
    databaseUrl: null,
    migrateDatabaseUrl: null,
    clock: null,
    mailUrl: null,
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
      CLOCK: '2019-06-03T08:00',
      MAIL_URL: 'smtps://office@mail:465',
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
    clock: '2019-06-03T08:00',
    mailUrl: 'smtps://office@mail:465',
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
  ['a port in words', { PORT: 'eighty' }, [], /^PORT=eighty .* number from 0 to 65535$/],
  ['a port too high', { PORT: '65536' }, [], /^PORT=65536 /],
  ['a negative port', { PORT: '-1' }, [], /^PORT=-1 /],
  ['a port with a fraction', { PORT: '80.5' }, [], /^PORT=80.5 /],
  ['a host that is an address of a page', { HOST: 'http://localhost' }, [], /^HOST=http:\/\/localhost /],
  ['a host with a port', { HOST: 'localhost:80' }, [], /^HOST=localhost:80 /],
  ['a clock in words', { CLOCK: 'tomorrow' }, [], /^CLOCK=tomorrow .* 2019-06-03T08:00$/],
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
    /MIGRATE_DATABASE_URL .* without DATABASE_URL/,
  ],
  [
    'another migrator',
    { DATABASE_URL: 'postgres://db/m', MIGRATE_DATABASE_URL: 'file:/m' },
    [],
    /^MIGRATE_DATABASE_URL=file:/,
  ],
  ['mail by another way', { MAIL_URL: 'https://mail' }, [], /^MAIL_URL=https:\/\/mail .*smtp:\/\//],
  ['a flag that is none', {}, ['--dem'], /^--dem is not known/],
  ['both flags', {}, ['--demo', '--empty'], /exclude each other/],
])('%s is refused in one line', (_what, env, flags, message) => {
  const read = () => readSettings(env, flags, '/office');
  expect(read).toThrow(SettingsError);
  expect(read).toThrow(message);
  expect(read).not.toThrow(/\n/);
});

test('a password in an address is not repeated', () => {
  const env = { DATABASE_URL: 'mysql://office:geheim@db/minhchung' };
  expect(() => readSettings(env, [], '/')).toThrow(/^DATABASE_URL=mysql:\/\/office:\*\*\*@db\/minhchung /);
});
