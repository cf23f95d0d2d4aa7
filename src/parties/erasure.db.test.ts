import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Somebody } from '../../test/office.ts';
import { answerOf, Desk, page } from '../../test/party-desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.office.close());

describe('who may see and do what', () => {
  test('numbers are hidden from those who do not keep parties, on pages, lists and exports', async () => {
    const { id } = await desk.keep({
      name: 'Người được che',
      identityNumber: '001080000061',
      telephone: '0955555555',
      address: 'Ngõ Kín',
      dateOfBirth: '5/6/1980',
    });
    const inspector = await desk.as('inspector');
    const seen = await page(inspector, `/parties/${id}`);
    expect(seen).toContain('0010******61');
    for (const hidden of ['001080000061', '0955555555', 'Ngõ Kín', '1980'])
      expect(seen).not.toContain(hidden);
    expect(await page(desk.officer, `/parties/${id}`)).toContain('001080000061');
    for (const address of ['/parties?q=nguoi+duoc+che', '/parties.csv', '/search?q=nguoi+duoc+che'])
      for (const who of [inspector, desk.officer]) {
        const list = await page(who, address);
        expect(list, address).toContain('Người được che');
        expect(list, address).not.toContain('001080000061');
      }
    expect((await inspector.get(`/parties/${id}/form`)).status).toBe(403);
    expect(
      (await answerOf(await inspector.api('/parties', { party: { kind: 'individual', name: 'Ai đó' } })))
        .status,
    ).toBe(403);
  });

  test('visitors and other agencies know of none', async () => {
    const { id } = await desk.keep({ name: 'Người của Sở', telephone: '0966666666' });
    const visitor = new Somebody(desk.office);
    expect((await visitor.get(`/parties/${id}`)).status).toBe(303);
    expect((await visitor.get('/parties')).status).toBe(303);
    expect((await desk.below.clerk.get(`/parties/${id}`)).status).toBe(404);
    expect((await desk.below.clerk.get(`/parties/${id}/erasure`)).status).toBe(404);
    expect(await page(desk.below.clerk, '/parties?q=nguoi+cua')).not.toContain('Người của Sở');
    expect((await answerOf(await desk.below.clerk.api(`/parties/${id}/separation`, {}))).status).toBe(404);
  });

  test('the application can neither change nor delete a version', async () => {
    for (const statement of [
      "UPDATE party_version SET name = 'x'",
      'DELETE FROM party_version',
      'DELETE FROM party',
      "UPDATE party SET kind = 'organisation'",
      "UPDATE party_erasure SET reason = ''",
    ])
      await expect(desk.asApplication(desk.office.agencyId, statement), statement).rejects.toThrow(
        'permission denied',
      );
  });
});

describe('erasing', () => {
  test('empties all versions and those merged into it, keeps digests, and verification accepts it', async () => {
    const first = await desk.keep({ name: 'Người xin xoá', telephone: '0977777777' });
    const second = await desk.keep({
      name: 'Người xin xoá',
      telephone: '0977777778',
      identityNumber: '001080000071',
    });
    expect(
      (await answerOf(await desk.officer.api(`/parties/${second.id}/merger`, { into: first.id }))).status,
    ).toBe(201);
    await desk.keep({ name: 'Người xin xoá', party: first.id, address: 'Phố Xoá' });
    const { digest } = await desk.kept(first.id);
    const erasure = `/parties/${first.id}/erasure`;
    expect((await desk.officer.get(erasure)).status).toBe(403);
    const clerk = await desk.as('records_clerk');
    const refused = await clerk.send(erasure, erasure, { reason: 'Theo yêu cầu', legalBasis: '' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Hãy đánh dấu xác nhận trước khi xoá');
    const fields = { reason: 'Theo yêu cầu', legalBasis: 'Điều 1 quy định thử', sure: 'on' };
    expect((await clerk.send(erasure, erasure, fields)).status).toBe(303);
    const shown = await page(clerk, `/parties/${first.id}`);
    expect(shown).toContain('Dữ liệu cá nhân đã được xoá');
    expect(shown).toContain('Điều 1 quy định thử');
    expect(await desk.kept(first.id)).toMatchObject({ facts: null, digest });
    const left = await desk.asOwner('SELECT count(*)::int AS n FROM party_version WHERE name = $1', [
      'Người xin xoá',
    ]);
    expect(left).toEqual([{ n: 0 }]);
    expect(await desk.find('001080000071')).toEqual([]);
    expect(await desk.find('nguoi xin')).toEqual([]);
    expect(await desk.damages()).toEqual([]);
    expect(await desk.keep({ party: first.id, name: 'Người xin xoá' })).toMatchObject({
      type: 'urn:minhchung:refusal:conflict:party-erased',
    });
    expect((await clerk.get(erasure)).status).toBe(303);
    expect(
      await desk.asOwner("SELECT outcome FROM audit_trail WHERE action = 'party.erase' AND outcome = 'done'"),
    ).toHaveLength(1);
  });
});

describe('verification', () => {
  const damaged = async (change: string, back: string, id: string) => {
    await desk.asOwner(change, [id]);
    const found = await desk.damages();
    await desk.asOwner(back, [id]);
    return found.map(({ code, row }) => `${code} ${row}`);
  };

  test('tells a content that was changed, erased without an erasure, or taken away', async () => {
    const { id } = await desk.keep({ name: 'Người bị sửa', telephone: '0988888888' });
    expect(
      await damaged(
        "UPDATE party_version SET telephone = '0988888889' WHERE party_id = $1",
        "UPDATE party_version SET telephone = '0988888888' WHERE party_id = $1",
        id,
      ),
    ).toEqual([`content-changed ${id} 1`]);
    expect(
      await damaged(
        "UPDATE party_version SET name_fold = 'khac' WHERE party_id = $1",
        "UPDATE party_version SET name_fold = 'nguoi bi sua' WHERE party_id = $1",
        id,
      ),
    ).toEqual([`version-differs ${id} 1`]);
    expect(
      await damaged(
        'UPDATE party SET version = 2 WHERE id = $1',
        'UPDATE party SET version = 1 WHERE id = $1',
        id,
      ),
    ).toEqual([`version-missing ${id}`]);
    expect(
      await damaged(
        "UPDATE party SET erased_at = '2019-06-03T08:00+07' WHERE id = $1",
        'UPDATE party SET erased_at = NULL WHERE id = $1',
        id,
      ),
    ).toEqual([`content-kept ${id} 1`]);
    await desk.asOwner(
      `UPDATE party_version SET name = NULL, name_fold = NULL, telephone = NULL, salt = NULL, erased_at = recorded_at
       WHERE party_id = $1`,
      [id],
    );
    expect((await desk.damages()).map(({ code, row }) => `${code} ${row}`)).toEqual([
      `content-erased ${id} 1`,
    ]);
  });
});
