import { expect, test } from 'vitest';
import { forwardedFor, isLoopback, plainAddress } from './client.ts';
import { cleanFileName } from './file-name.ts';
import { encodeFileName, localPath } from './security.ts';

test.each([
  ['/tasks?page=2#open', '/tasks?page=2#open'],
  ['/', '/'],
  ['//evil.example', null],
  ['/\\evil.example', null],
  ['/\t/evil.example', null],
  ['/\n/evil.example', null],
  ['/..//evil.example', null],
  ['/.//evil.example', null],
  ['https://evil.example/', null],
  ['javascript:alert(1)', null],
  ['tasks', null],
  ['', null],
])('going on to %j leads to %j', (address, path) => expect(localPath(address)).toBe(path));

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['198.51.100.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
  ['10.0.0.2', '10.0.0.2'],
  ['2001:DB8::7', '2001:db8::7'],
  ['somebody', '10.0.0.1'],
  ['', '10.0.0.1'],
])('of “%s”, which a trusted proxy hands on, %s is believed', (header, address) => {
  expect(forwardedFor(header, '10.0.0.1', ['10.0.0.1', '10.0.0.2'])).toBe(address);
});

test.each(['localhost', '127.0.0.1', '127.9.9.9', '[::1]', '::1', 'LOCALHOST'])(
  '%s is this machine',
  (host) => expect(isLoopback(host)).toBe(true),
);
test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1', '0.0.0.0'])(
  '%s is not this machine',
  (host) => expect(isLoopback(host)).toBe(false),
);
test('an IPv4 address over IPv6 is that address', () =>
  expect(plainAddress('::ffff:10.0.0.1')).toBe('10.0.0.1'));

test.each([
  ['Kế hoạch 375.docx', 'Kế hoạch 375.docx'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\An\\báo cáo.pdf', 'báo cáo.pdf'],
  ['báo cáo\u202Efdp.exe', 'báo cáofdp.exe'],
  ['a\r\nSet-Cookie: b.pdf', 'a Set-Cookie: b.pdf'],
  ['Báo cáo.pdf'.normalize('NFD'), 'Báo cáo.pdf'],
  ['..', 'tep'],
  ['/', 'tep'],
  ['\uD800.pdf', '\uFFFD.pdf'],
  [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(196)}.pdf`],
])('a file named %j is kept as %j', (given, kept) => expect(cleanFileName(given)).toBe(kept));

test("a file's name in a header has no sign that ends it", () => {
  expect(encodeFileName("Báo cáo (1)'*.pdf")).toBe('B%C3%A1o%20c%C3%A1o%20%281%29%27%2A.pdf');
});
