import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import type { Actor } from '../platform/policy/policy.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { uuid7 } from '../platform/uuid.ts';
import { templateWith } from '../platform/word/testing.ts';
import { formIssuesOf, formRulesOn, formToIssue, printForm, recordFormIssue, wordForm } from './index.ts';
import { formPurpose } from './shelf.ts';
import { formWith } from './testing.ts';

let office: StaffedOffice;
let clerk: Somebody;
const FORM = 'tt01-2018-01';
const DAY = '2019-06-03';

beforeAll(async () => {
  office = await openStaffedOffice(`${DAY}T08:00`);
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk', 'VP');
});
afterAll(() => office?.close());

const shippedTemplate = async () => {
  const purpose = formPurpose(FORM);
  if (purpose === undefined) throw new Error('the form is gone');
  return new Uint8Array((await purpose.shipped()).bytes);
};
const upload = (who: Somebody, bytes: Uint8Array<ArrayBuffer>, form = FORM) =>
  who.send(`/forms/${form}`, `/forms/${form}/templates`, { file: new File([bytes], 'Giấy hẹn của Sở.docx') });
const placeOf = (response: Response) => response.headers.get('location')?.split('?')[0] ?? '';
const receipt = formWith('receipt');
const word = () =>
  office.house.database.read(serverScope([office.agencyId]), (query) =>
    wordForm(query, office.house.files, office.agencyId, receipt, DAY),
  );

test('the forms of both rule sets stand on one page, with what is unconfirmed', async () => {
  const page = await (await clerk.get('/forms')).text();
  for (const day of ['2019-06-03', '2026-06-03']) {
    const { title, forms } = formRulesOn(day);
    for (const said of [title, ...forms.map((form) => form.title)]) expect(page).toContain(said);
  }
  expect(page).toContain('khổ giấy, nội dung các dòng');
});

test('a sample is a PDF', async () => {
  const sample = await clerk.get(`/forms/${FORM}/sample`);
  expect(sample.headers.get('content-type')).toBe('application/pdf');
  expect(
    Buffer.from(await sample.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('the office replaces the Word template of one form, and gives it up again', async () => {
  const before = await word();
  const ours = templateWith(await shippedTemplate(), 'Thành phần hồ sơ nộp gồm:', 'Giấy tờ đã nộp:');
  const uploaded = await upload(clerk, ours);
  expect(uploaded.status).toBe(303);
  const page = placeOf(uploaded);
  expect(await (await clerk.get(page)).text()).toContain('Mẫu có đủ các khối');
  expect((await word()).form.templateSha256).toBe(before.form.templateSha256);

  const template = page.split('/').at(-1) ?? '';
  expect((await clerk.send(page, `/forms/${FORM}/choice`, { template })).status).toBe(303);
  const after = await word();
  expect(after.form.templateSha256).not.toBe(before.form.templateSha256);
  expect(after.form.contentSha256).toBe(before.form.contentSha256);
  expect(after.fileSha256).not.toBe(before.fileSha256);
  // Only that form: the documents' templates and the other forms are as they were.
  expect(await (await clerk.get('/forms')).text()).toContain('Của cơ quan');
  expect(await (await clerk.get('/templates')).text()).not.toContain('Giấy hẹn của Sở.docx');
  expect(await (await clerk.get('/forms/tt03-2025-01')).text()).not.toContain('Giấy hẹn của Sở.docx');

  expect((await clerk.send(`/forms/${FORM}`, `/forms/${FORM}/choice`, { template: 'shipped' })).status).toBe(
    303,
  );
  expect((await word()).fileSha256).toBe(before.fileSha256);
});

test('a template that cannot be filled is kept with its mistakes, and cannot be put in force', async () => {
  const uploaded = await upload(clerk, templateWith(await shippedTemplate(), '{/địa chỉ}', ''));
  const page = placeOf(uploaded);
  expect(await (await clerk.get(page)).text()).toContain('Lỗi phải sửa');
  const template = page.split('/').at(-1);
  expect((await clerk.api(`/forms/${FORM}/choice`, { template })).status).toBe(409);
  const refused = await upload(clerk, new TextEncoder().encode('không phải tệp Word'));
  expect(refused.status).toBe(422);
});

test('an officer looks at forms and replaces nothing; what is not there is not found', async () => {
  const officer = new Somebody(office);
  await officer.become(office, 'officer', 'TCCB');
  const page = await (await officer.get(`/forms/${FORM}`)).text();
  expect(page).not.toContain('type="file"');
  expect((await officer.api(`/forms/${FORM}/choice`, { template: 'shipped' })).status).toBe(403);
  for (const address of ['/forms/tt01-2018-07', '/forms/khac', '/forms/tt01-2018-07/sample'])
    expect((await officer.get(address)).status, address).toBe(404);
  expect((await new Somebody(office).get('/forms')).status).toBe(303);
  // A template of one form is none of another.
  const uploaded = await upload(clerk, templateWith(await shippedTemplate(), 'Địa chỉ:', 'Nơi ở:'));
  const other = placeOf(uploaded).replace(FORM, 'tt01-2018-02');
  expect((await officer.get(other)).status).toBe(404);
});

const actor = (): Actor => ({
  accountId: office.holder('one_stop_officer', 'MC').accountId,
  personId: null,
  agencyId: office.agencyId,
  name: '',
  posts: [],
});

const record = (dossierId: string, change: Partial<Parameters<typeof recordFormIssue>[1]> = {}) =>
  office.house.database.write(serverScope([office.agencyId]), (query) =>
    recordFormIssue(
      { query, actor: actor(), clock: office.house.clock },
      { agencyId: office.agencyId, dossierId, day: DAY, form: formToIssue(receipt, DAY), ...change },
    ),
  );

test('what is issued is written down with what it said, printed or not', async () => {
  const dossier = uuid7();
  const printed = await printForm(receipt, DAY);
  await record(dossier);
  await record(dossier, { form: printed.form, printed });
  const issues = await office.house.database.read(serverScope([office.agencyId]), (query) =>
    formIssuesOf(query, office.agencyId, dossier),
  );
  expect(issues).toMatchObject([
    { formCode: 'tt01-2018/01', kind: 'receipt', number: '0123/BPTNTKQ', fileType: null, issuedOn: DAY },
    { fileType: 'pdf', contentSha256: printed.form.contentSha256, issuedBy: actor().accountId },
  ]);
});

test('nobody changes or removes what was issued, and no other agency sees it', async () => {
  const dossier = uuid7();
  await record(dossier);
  const client = new pg.Client(office.connection);
  await client.connect();
  try {
    await client.query("SELECT set_config('minhchung.agencies', $1, false)", [office.agencyId]);
    expect((await client.query('SELECT id FROM form_issue WHERE dossier_id = $1', [dossier])).rowCount).toBe(
      1,
    );
    for (const statement of ["UPDATE form_issue SET number = '1'", 'DELETE FROM form_issue'])
      await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    await client.query("SELECT set_config('minhchung.agencies', $1, false)", [uuid7()]);
    expect((await client.query('SELECT id FROM form_issue')).rowCount).toBe(0);
  } finally {
    await client.end();
  }
});
