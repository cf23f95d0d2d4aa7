import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id } from '../../platform/actions/fields.ts';
import { insertRows } from '../../platform/actions/versioned-rows.ts';
import { rowsToImport } from '../../platform/import/index.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import { type CheckedPerson, checkPeople, knownPeople, PERSON_COLUMNS } from '../import-people.ts';
import { invite } from '../invitations.ts';
import { slipsUrl } from '../urls.ts';
import { slipSecret } from './common.ts';

/** Rows an INSERT, well below the number of parameters that one statement may have. */
const CHUNK = 1000;

/** Adds the people of a list who are not there yet, each with a post, an account and a one-time code. */
export const importPeople = defineAction({
  name: 'person.import',
  path: '/people/import',
  permission: 'person.manage',
  sees: 'person.read',
  secret: ['secret'],
  input: z.object({ file: id(), secret: slipSecret() }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  async perform(performing, input) {
    const { query, actor, post, clock } = performing;
    const rows = await rowsToImport(performing, input.file, PERSON_COLUMNS);
    const today = clock.today();
    const known = await knownPeople(query, [actor.agencyId, ...post.lineage], today);
    const added = checkPeople(rows, known)
      .filter((row) => row.state === 'new')
      .map(({ person }) => ({ ...person, id: uuid7(), account: uuid7() }));
    if (added.length === 0) throw new RefusalError(refuse('conflict:import-nothing'));
    await insertRows(
      query,
      'person',
      added.map((person) => personRow(person, today)),
      {
        account: actor.accountId,
        recordedAt: clock.real().toString(),
      },
    );
    for (let from = 0; from < added.length; from += CHUNK) {
      const chunk = added.slice(from, from + CHUNK);
      await query
        .insertInto('post')
        .values(
          chunk.map((person) => ({
            agency_id: person.agencyId,
            id: uuid7(),
            person_id: person.id,
            role: person.role,
            unit_id: person.unitId,
            valid_from: today,
          })),
        )
        .execute();
      await query
        .insertInto('account')
        .values(
          chunk.map((person) => ({
            id: person.account,
            agency_id: person.agencyId,
            person_id: person.id,
            login: person.login,
            password_hash: null,
            must_change_password: true,
          })),
        )
        .execute();
    }
    const batch = await invite(query, {
      accountIds: added.map((person) => person.account),
      madeBy: actor.accountId,
      secret: input.secret ?? null,
      now: clock.real(),
    });
    return { id: batch, count: added.length };
  },
  next: (_input, result) => slipsUrl(result.id),
});

function personRow(person: CheckedPerson['person'] & { id: string }, today: string) {
  return {
    id: person.id,
    agencyOfVersion: person.agencyId,
    agency_id: person.agencyId,
    name: person.name,
    name_fold: fold(person.name),
    position: person.position,
    email: person.email,
    telephone: person.telephone,
    valid_from: today,
    valid_to: null,
  };
}
