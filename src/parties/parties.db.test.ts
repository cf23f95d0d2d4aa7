import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, Desk, page } from '../../test/party-desk.ts';
import { partiesOf } from './queries.ts';
import { searchParties } from './search-parties.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.office.close());

describe('keeping a party', () => {
  test('makes it once, found again by its number, with a new version where facts are new', async () => {
    const person = { name: 'Người nộp Đặng Thử', identityNumber: '001 080 000 012' };
    const first = await desk.keep({ ...person, telephone: '+84 912.345.678' });
    expect(first).toMatchObject({ seq: 1 });
    const again = await desk.keep({
      name: ' NGƯỜI  NỘP đặng thử '.normalize('NFD'),
      identityNumber: '001080000012',
    });
    expect(again).toMatchObject({ id: first.id, seq: 1 });
    const moved = await desk.keep({ ...person, address: 'Số 1, phố Thử' });
    expect(moved).toMatchObject({ id: first.id, seq: 2 });
    expect((await desk.kept(first.id)).facts).toMatchObject({
      name: 'Người nộp Đặng Thử',
      identityNumber: '001080000012',
      telephone: '0912345678',
      address: 'Số 1, phố Thử',
    });
    const [old] = await desk.read((query) =>
      partiesOf(query, desk.office.agencyId, [{ partyId: first.id, version: 1 }]),
    );
    expect(old?.facts?.address).toBeNull();
    expect(old?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(old?.digest).not.toBe((await desk.kept(first.id)).digest);
  });

  test('does not give one number to two names, and says no name of the other', async () => {
    await desk.keep({ name: 'Người giữ số', identityNumber: '001080000021' });
    const refused = await desk.keep({ name: 'Người lạ', identityNumber: '001080000021' });
    expect(refused).toMatchObject({ status: 409, type: 'urn:minhchung:refusal:conflict:party-other-name' });
    expect(JSON.stringify(refused)).not.toContain('Người giữ số');
    const [audit] = await desk.asOwner(
      "SELECT refusal::text FROM audit_trail WHERE outcome = 'refused' ORDER BY id DESC LIMIT 1",
    );
    expect(audit?.refusal).not.toContain('Người giữ số');
  });

  test('does not take two parties for one because numbers of both were given', async () => {
    await desk.keep({ name: 'Người hai số', identityNumber: '001080000031' });
    await desk.keep({ name: 'Người hai số', taxCode: '0100109106' });
    const refused = await desk.keep({
      name: 'Người hai số',
      identityNumber: '001080000031',
      taxCode: '0100109106',
    });
    expect(refused).toMatchObject({ status: 409, type: 'urn:minhchung:refusal:conflict:party-number' });
  });

  test('at once by fifty clerks makes one party', async () => {
    const before = await desk.office.count('party');
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => desk.keep({ name: 'Người cùng lúc', identityNumber: '001080000041' })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await desk.office.count('party')).toBe(before + 1);
  });

  test.each([
    [{ name: '' }, 'party.name', 'required'],
    [{ name: 'x'.repeat(301) }, 'party.name', 'too-long'],
    [{ name: '<script>alert(1)</script>' }, 'party.name', 'party-name'],
    [{ name: '\u202e\u200f' }, 'party.name', 'required'],
    [{ name: 'A B', identityNumber: '12' }, 'party.identityNumber', 'identity-number'],
    [{ name: 'A B', taxCode: '01' }, 'party.taxCode', 'tax-code'],
    [{ name: 'A B', telephone: 'không' }, 'party.telephone', 'telephone'],
    [{ name: 'A B', email: 'a@b' }, 'party.email', 'email'],
    [{ name: 'A B', dateOfBirth: '31/2/1980' }, 'party.dateOfBirth', 'date'],
    [{ name: 'A B', dateOfBirth: '4/6/2019' }, 'party.dateOfBirth', 'birth-ahead'],
    [{ name: 'A B', decisionNumber: '1/QĐ' }, 'party.decisionNumber', 'party-of-organisation'],
    [
      { kind: 'organisation', name: 'A B', dateOfBirth: '1/1/1980' },
      'party.dateOfBirth',
      'party-of-individual',
    ],
    [{ kind: 'robot', name: 'A B' }, 'party.kind', 'choose'],
  ])('refuses %j at %s', async (party, field, code) => {
    const refused = await desk.keep(party);
    expect(refused.status).toBe(422);
    expect(refused.type).toBe(`urn:minhchung:refusal:invalid:${code}`);
    expect(JSON.stringify(refused)).toContain(field);
  });

  test('strips what turns the direction of writing', async () => {
    const { id } = await desk.keep({ name: '\u202eNgười   xoay\u202c\u200b', telephone: '0911111111' });
    expect((await desk.kept(id)).facts?.name).toBe('Người xoay');
  });

  test('by the form says at the field what is wrong, and loses nothing', async () => {
    const fields = {
      'party.kind': 'individual',
      'party.name': 'Người gõ sai',
      'party.identityNumber': '12 34',
    };
    const refused = await desk.officer.send('/parties/new', '/parties', fields);
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('value="Người gõ sai"');
    expect(html).toContain('value="12 34"');
    expect(html).toContain('Số định danh phải có 12 chữ số');
    const done = await desk.officer.send('/parties/new', '/parties', {
      ...fields,
      'party.identityNumber': '',
    });
    expect(done.status).toBe(303);
  });

  test('from a form that was overtaken shows the newest beside what was typed', async () => {
    const { id } = await desk.keep({ name: 'Người được sửa', telephone: '0922222222' });
    const form = `/parties/${id}/form`;
    expect((await desk.officer.send(form, '/parties', { 'party.address': 'Phố Một' })).status).toBe(303);
    const late = await desk.officer.send(form, '/parties', { version: '1', 'party.address': 'Phố Hai' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('value="Phố Hai"');
    expect((await desk.kept(id)).facts).toMatchObject({ address: 'Phố Một', telephone: '0922222222' });
    // What is cleared in the form of a chosen party is no more.
    expect((await desk.officer.send(form, '/parties', { 'party.telephone': '' })).status).toBe(303);
    expect((await desk.kept(id)).facts?.telephone).toBeNull();
    const versions = await page(desk.officer, `/parties/${id}`);
    expect(versions).toContain('<ins>Phố Một</ins>');
  });
});

describe('searching', () => {
  test('finds by letters without accents, numbers and decisions', async () => {
    const name = 'Trường Trung học phổ thông Số Chín';
    const { id } = await desk.keep({
      kind: 'organisation',
      name,
      taxCode: '0100109106-009',
      decisionNumber: '9234/QĐ-UBND',
      telephone: '024 3825 9999',
    });
    for (const typed of ['truong trung hoc pho', 'so chin truong', '0100109106-0', '9234/qd', '024382599'])
      expect(await desk.find(typed), typed).toEqual([name]);
    expect(await desk.find("chin' | '%_")).toEqual([name]);
    expect(await desk.find('')).toEqual([]);
    expect(await desk.find('%')).toEqual([]);
    expect(await desk.find('khong co ai')).toEqual([]);
    // Only the newest facts are searched.
    expect(
      (await desk.officer.send(`/parties/${id}/form`, '/parties', { 'party.telephone': '024 3825 8888' }))
        .status,
    ).toBe(303);
    expect(await desk.find('024382599')).toEqual([]);
  });

  test('finds an agency of the house, which is a party once it is chosen', async () => {
    const [{ name = '' } = {}] = (await desk.asOwner('SELECT name FROM agency WHERE id = $1', [
      desk.below.agencyId,
    ])) as {
      name?: string;
    }[];
    const hits = () => desk.read((query) => searchParties(query, [desk.office.agencyId], name));
    expect(await hits()).toEqual([{ agency: expect.objectContaining({ id: desk.below.agencyId }) }]);
    const { id } = await desk.keep({ kind: 'organisation', agencyOf: desk.below.agencyId });
    expect((await desk.kept(id)).facts?.name).toBe(name);
    expect(await desk.keep({ kind: 'organisation', agencyOf: desk.below.agencyId })).toMatchObject({
      id,
      seq: 1,
    });
    expect(await hits()).toEqual([{ party: expect.objectContaining({ id, agencyOf: desk.below.agencyId }) }]);
  });

  test('finds those of several agencies where the scope reaches them', async () => {
    const party = { kind: 'individual', name: 'Người nộp ở trường', telephone: '0912121212' };
    await answerOf(await desk.below.clerk.api('/parties', { party }));
    await desk.keep({ name: 'Người nộp ở trường khác', telephone: '0912121213' });
    const agencies = [desk.office.agencyId, desk.below.agencyId];
    for (const typed of ['09121212', 'nguoi nop o', 'truong o nguoi', 'truong o nguo']) {
      const hits = await desk.read((query) => searchParties(query, agencies, typed), agencies);
      const found = hits.map((hit) => ('party' in hit ? hit.party.facts?.name : null)).sort();
      expect(found, typed).toEqual(['Người nộp ở trường', 'Người nộp ở trường khác']);
      expect(await desk.find(typed), typed).toEqual(['Người nộp ở trường khác']);
    }
  });

  test('finds nothing of an agency outside the scope, whatever is asked for', async () => {
    const elsewhere = await desk.read(
      (query) => searchParties(query, [desk.office.agencyId], 'nguoi'),
      [desk.below.agencyId],
    );
    expect(elsewhere).toEqual([]);
    const call = `SELECT * FROM find_parties('{${desk.office.agencyId}}', '{nguoi}', '', '', 20)`;
    expect(await desk.asApplication(desk.below.agencyId, call)).toEqual([]);
    expect((await desk.asApplication(desk.office.agencyId, call)).length).toBeGreaterThan(0);
  });

  test('as a plain owner of the tables, whom row-level security holds, finds the same', async () => {
    await desk.asOwner(`CREATE ROLE plain_owner NOLOGIN`);
    try {
      await desk.asOwner(`DO $$ DECLARE t text; BEGIN
        FOREACH t IN ARRAY ARRAY['party', 'party_version'] LOOP
          EXECUTE format('ALTER TABLE %I OWNER TO plain_owner', t);
          EXECUTE format('ALTER POLICY searched ON %I TO plain_owner', t);
        END LOOP;
        ALTER FUNCTION find_parties(uuid[], text[], text, text, integer) OWNER TO plain_owner;
      END $$`);
      await desk.asOwner('GRANT USAGE ON SCHEMA public TO plain_owner');
      expect(await desk.find('truong trung hoc pho')).toHaveLength(1);
    } finally {
      await desk.asOwner('ALTER POLICY searched ON party TO CURRENT_USER');
      await desk.asOwner('ALTER POLICY searched ON party_version TO CURRENT_USER');
      await desk.asOwner(
        `DO $$ BEGIN EXECUTE format('REASSIGN OWNED BY plain_owner TO %I', current_user); END $$`,
      );
      await desk.asOwner('DROP OWNED BY plain_owner');
      await desk.asOwner('DROP ROLE plain_owner');
    }
  });
});

describe('duplicates', () => {
  test('are listed with their reasons, merged into the first, found by both numbers, and separated again', async () => {
    const first = await desk.keep({ name: 'Người ghi hai lần', telephone: '0933333333' });
    const second = await desk.keep({
      name: 'NGƯỜI GHI HAI LẦN',
      telephone: '0933333333',
      identityNumber: '001080000051',
    });
    const list = await page(desk.officer, '/parties/duplicates');
    expect(list).toContain('tên gần giống, cùng số điện thoại');
    const merger = `/parties/${second.id}/merger`;
    const merged = await desk.officer.send('/parties/duplicates', merger, {});
    expect(merged.headers.get('location')).toContain(`/parties/${first.id}`);
    expect((await desk.kept(second.id)).mergedInto).toBe(first.id);
    expect(await desk.find('001080000051')).toEqual(['Người ghi hai lần']);
    expect(await desk.find('nguoi ghi hai')).toEqual(['Người ghi hai lần']);
    // Whoever comes with the number of the other is the first, whose versions go on.
    expect(await desk.keep({ name: 'Người ghi hai lần', identityNumber: '001080000051' })).toMatchObject({
      id: first.id,
      seq: 2,
    });
    expect(await page(desk.officer, `/parties/${first.id}`)).toContain('Đã gộp vào đây');
    expect(await desk.keep({ party: second.id, name: 'Người ghi hai lần' })).toMatchObject({
      status: 409,
      type: 'urn:minhchung:refusal:conflict:party-merged',
    });
    const apart = await desk.officer.send(`/parties/${second.id}`, `/parties/${second.id}/separation`, {});
    expect(apart.status).toBe(303);
    expect((await desk.kept(second.id)).mergedInto).toBeNull();
    expect(await desk.damages()).toEqual([]);
  });

  test('that are none are not listed again', async () => {
    const facts = { name: 'Người trùng tên', dateOfBirth: '2/1/1980' };
    await desk.keep({ ...facts, telephone: '0944444441' });
    const { id } = await desk.keep({ ...facts, telephone: '0944444442' });
    expect(await page(desk.officer, `/parties/${id}`)).toContain('cùng tên và ngày sinh');
    expect((await desk.officer.send('/parties/duplicates', `/parties/${id}/apartness`, {})).status).toBe(303);
    expect(await page(desk.officer, `/parties/${id}`)).not.toContain('cùng tên và ngày sinh');
  });

  test('of two kinds cannot be merged', async () => {
    const person = await desk.keep({ name: 'Hộ kinh doanh Thử' });
    const house = await desk.keep({ kind: 'organisation', name: 'Hộ kinh doanh Thử' });
    const refused = await answerOf(
      await desk.officer.api(`/parties/${person.id}/merger`, { into: house.id }),
    );
    expect(refused).toMatchObject({ status: 409, type: 'urn:minhchung:refusal:conflict:party-kind' });
    const itself = await answerOf(
      await desk.officer.api(`/parties/${person.id}/merger`, { into: person.id }),
    );
    expect(itself.status).toBe(404);
  });
});
