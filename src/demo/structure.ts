import { z } from 'zod';
import { findRootAgency } from '../agencies/index.ts';
import { defineAction, type Performing } from '../platform/actions/action.ts';
import { insertRows } from '../platform/actions/versioned-rows.ts';
import { writeSetting } from '../platform/setting.ts';
import { uuid7 } from '../platform/uuid.ts';
import { fold } from '../pure/vietnamese/index.ts';
import { AGENCIES_BELOW, type AgencyBelow } from './data/agencies.ts';
import { DEMO_ACCOUNTS } from './data/demo-accounts.ts';
import { DEPARTMENT, type Holder, STAFF, UNITS } from './data/department.ts';

/** Long before the first event, so that everybody is in office in January. */
const SINCE = '2018-08-01';

/**
 * Makes an empty installation the demo's department, with everything below it; possible once. One transaction: a server
 * that is killed in the middle leaves the database empty.
 */
export const fillStructure = defineAction({
  name: 'demo.set-up',
  path: '/demo/set-up',
  internal: true,
  permission: 'installation.set-up',
  sees: 'installation.set-up',
  input: z.object({ clock: z.object({ at: z.string(), to: z.string(), filling: z.boolean() }) }),
  subject: async (query, _input, actor) =>
    (await findRootAgency(query)) === undefined ? { agencyId: actor.agencyId } : undefined,
  async perform(performing, input) {
    const { query, actor, clock, reach } = performing;
    const root = actor.agencyId;
    const below = AGENCIES_BELOW.map((agency) => ({ ...agency, id: uuid7() }));
    await reach([root, ...below.map((agency) => agency.id)]);
    const by = { account: null, recordedAt: clock.real().toString() };
    await insertRows(query, 'agency', [agencyRow(root)], by);
    await insertRows(
      query,
      'agency',
      below.map((agency, index) => belowRow(agency, root, index)),
      by,
    );
    const units = new Map(UNITS.map((unit) => [unit.code as string, uuid7()]));
    await insertRows(
      query,
      'unit',
      UNITS.map(({ code, name, kind }, position) => ({
        agencyOfVersion: root,
        agency_id: root,
        id: units.get(code) ?? '',
        code,
        name,
        name_fold: fold(name),
        kind,
        parent_id: code === 'MC' ? (units.get('VP') ?? null) : null,
        position,
        // "Đôn đốc các trường": Plan 375, IV.3.8.
        chases_schools: code === 'CTTT' ? true : null,
        valid_from: SINCE,
      })),
      by,
    );
    await addPeople(performing, by, [
      ...STAFF.map((holder) => ({ ...holder, agencyId: root, unitId: units.get(holder.unit ?? '') ?? null })),
      ...below.flatMap((agency) =>
        peopleOf(agency).map((holder) => ({ ...holder, agencyId: agency.id, unitId: null })),
      ),
    ]);
    await query
      .insertInto('share')
      .values(
        below.map(({ id }) => ({
          agency_id: id,
          kind: '*',
          to_agency: root,
          valid_from: SINCE,
        })),
      )
      .execute();
    await query.insertInto('demo_account').values(DEMO_ACCOUNTS.map(demoAccountRow)).execute();
    await writeSetting(query, 'demo', true);
    await writeSetting(query, 'demo.clock', input.clock);
    return { id: root };
  },
  next: () => '/',
});

function agencyRow(id: string) {
  const { code, name, shortName, symbol, place, superior } = DEPARTMENT;
  return {
    agencyOfVersion: id,
    id,
    code,
    name,
    name_fold: fold(name),
    short_name: shortName,
    symbol,
    place,
    superior,
    kind: 'department',
    tier: 'department',
    parent_id: null,
    position: 0,
    valid_from: SINCE,
  };
}

function belowRow(agency: AgencyBelow & { id: string }, root: string, index: number) {
  const { id, code, name, shortName, symbol, kind, tier } = agency;
  return {
    ...agencyRow(root),
    agencyOfVersion: id,
    id,
    code,
    name,
    name_fold: fold(name),
    short_name: shortName,
    symbol,
    kind,
    tier,
    parent_id: root,
    superior: tier === 'district' ? name.replace(/^Phòng Giáo dục và Đào tạo /, 'UBND ') : null,
    position: index + 1,
  };
}

/** Head, clerk and reform focal officer of an agency below. */
function peopleOf({ head, name, login, focalOfficer }: AgencyBelow): Holder[] {
  const of = (post: string) => `${post} ${name.replace(/^Phòng /, 'phòng ')}`;
  const heading = head === 'Trưởng phòng' ? name.replace('Phòng', 'Trưởng phòng') : `${head} ${name}`;
  return [
    { login: `thutruong.${login}`, name: heading, role: 'director', unit: null },
    { login: `canbo.${login}`, name: of('Cán bộ văn phòng'), role: 'agency_clerk', unit: null },
    ...(focalOfficer
      ? [
          {
            login: `daumoi.${login}`,
            name: of('Cán bộ đầu mối cải cách hành chính'),
            role: 'reform_focal_officer' as const,
            unit: null,
          },
        ]
      : []),
  ];
}

/** People with their posts and accounts; an account of the demo has no password, one click signs it in. */
async function addPeople(
  { query }: Performing,
  by: { account: null; recordedAt: string },
  holders: readonly (Omit<Holder, 'unit'> & { agencyId: string; unitId: string | null })[],
): Promise<void> {
  const people = holders.map((holder) => ({ ...holder, id: uuid7() }));
  await insertRows(
    query,
    'person',
    people.map(({ agencyId, id, name }) => ({
      agencyOfVersion: agencyId,
      agency_id: agencyId,
      id,
      name,
      name_fold: fold(name),
      position: name,
      email: null,
      telephone: null,
      valid_from: SINCE,
    })),
    by,
  );
  await query
    .insertInto('post')
    .values(
      people.map(({ agencyId, id, role, unitId }) => ({
        agency_id: agencyId,
        id: uuid7(),
        person_id: id,
        role,
        unit_id: unitId,
        valid_from: SINCE,
      })),
    )
    .execute();
  await query
    .insertInto('account')
    .values(
      people.map(({ agencyId, id, login }) => ({
        id: uuid7(),
        agency_id: agencyId,
        person_id: id,
        login,
        must_change_password: false,
      })),
    )
    .execute();
}

function demoAccountRow([login, title]: (typeof DEMO_ACCOUNTS)[number], position: number) {
  return { login, title, position };
}
