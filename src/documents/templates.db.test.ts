import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { shippedTemplate } from '../platform/word/shipped.ts';
import { templateWith } from '../platform/word/testing.ts';
import { templateInForce } from './templates.ts';

let office: StaffedOffice;
let clerk: Somebody;
const RULES = 'nd30-2020';
const shipped = new Uint8Array(readFileSync(`templates/document-${RULES}.docx`));

beforeAll(async () => {
  office = await openStaffedOffice('2026-06-03T08:00');
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk', 'VP');
});
afterAll(() => office?.close());

const inForce = () =>
  office.house.database.read(serverScope([office.agencyId]), (query) =>
    templateInForce(query, office.house.files, office.agencyId, RULES),
  );

const upload = (who: Somebody, bytes: Uint8Array<ArrayBuffer>, name = 'Mẫu của Sở.docx') =>
  who.send('/templates', `/templates/${RULES}/uploads`, { file: new File([bytes], name) });

const placeOf = (response: Response) => response.headers.get('location')?.split('?')[0] ?? '';

test('until the office replaces it, documents are made with the product’s template', async () => {
  expect(await inForce()).toEqual(await shippedTemplate(RULES));
});

test('a template is uploaded, examined, put in force, and given up again', async () => {
  const ours = templateWith(shipped, '{người ký}', '{họ tên}');
  const uploaded = await upload(clerk, ours);
  expect(uploaded.status).toBe(303);
  const page = placeOf(uploaded);
  const html = await (await clerk.get(page)).text();
  expect(html).toContain('{họ tên}');
  expect(html).toContain('{người ký}');
  expect(await inForce()).toEqual(await shippedTemplate(RULES));

  const template = page.split('/').at(-1) ?? '';
  expect((await clerk.send(page, `/templates/${RULES}/choice`, { template })).status).toBe(303);
  expect(Buffer.from((await inForce()).bytes).equals(Buffer.from(ours))).toBe(true);
  // Once more, as a second press of the button: nothing more happens.
  const again = await clerk.api(`/templates/${RULES}/choice`, { template });
  expect(again.status).toBe(201);
  const list = await (await clerk.get('/templates')).text();
  expect(list).toContain('Đưa vào dùng');

  expect((await clerk.send('/templates', `/templates/${RULES}/choice`, { template: 'shipped' })).status).toBe(
    303,
  );
  expect(await inForce()).toEqual(await shippedTemplate(RULES));
  expect(await (await clerk.get('/templates')).text()).toContain('Thôi dùng');
});

test('the same file is the same template', async () => {
  const before = await office.count('template');
  const ours = templateWith(shipped, 'Nơi nhận:', 'NƠI NHẬN:');
  const [one, two] = [await upload(clerk, ours), await upload(clerk, ours, 'Tên khác.docx')];
  expect(placeOf(two)).toBe(placeOf(one));
  expect(await office.count('template')).toBe(before + 1);
});

test('a template that cannot be filled is kept with its mistakes, and cannot be put in force', async () => {
  const uploaded = await upload(clerk, templateWith(shipped, '{/nơi nhận}', ''));
  const page = placeOf(uploaded);
  expect(await (await clerk.get(page)).text()).toContain('Lỗi phải sửa');
  expect((await clerk.get(`${page}/sample`)).status).toBe(409);
  const template = page.split('/').at(-1);
  expect((await clerk.api(`/templates/${RULES}/choice`, { template })).status).toBe(409);
});

test.each([
  ['no Word file', new TextEncoder().encode('không phải tệp Word'), 'bị hỏng'],
  [
    'a file of another kind',
    new Uint8Array(readFileSync('src/platform/extract/fixtures/small-plan.pdf')),
    'bị hỏng',
  ],
])('%s is refused at the field', async (_, bytes, words) => {
  const before = await office.count('template');
  const refused = await upload(clerk, new Uint8Array(bytes));
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain(words);
  expect(await office.count('template')).toBe(before);
});

test('an officer looks at templates and replaces none; what is not there is not found', async () => {
  const officer = new Somebody(office);
  await officer.become(office, 'officer', 'TCCB');
  const page = await (await officer.get('/templates')).text();
  expect(page).toContain('Mẫu có sẵn của hệ thống');
  expect(page).not.toContain('type="file"');
  expect((await officer.api(`/templates/${RULES}/choice`, { template: 'shipped' })).status).toBe(403);
  expect((await officer.get(`/templates/${RULES}/00000000-0000-7000-8000-000000000000`)).status).toBe(404);
  expect((await officer.get('/templates/khac/shipped')).status).toBe(404);
  // Whoever has not signed in is led to do so.
  expect((await new Somebody(office).get(`/templates/${RULES}/shipped/file`)).status).toBe(303);
});

test('the sample is a Word file of that rule set’s days', async () => {
  const sample = await clerk.get(`/templates/${RULES}/shipped/sample`);
  expect(sample.headers.get('content-type')).toContain('wordprocessingml');
  expect(new Uint8Array(await sample.arrayBuffer()).slice(0, 2)).toEqual(new TextEncoder().encode('PK'));
});
