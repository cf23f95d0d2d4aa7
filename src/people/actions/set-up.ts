import { z } from 'zod';
import { findRootAgency } from '../../agencies/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { text } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import { hashPassword } from '../password.ts';
import { setUpStepsUrl, signInUrl } from '../urls.ts';
import { checkNewPassword, loginField, newPassword } from './common.ts';

/** Makes an empty installation somebody's: the agency and its first administrator. Possible once. */
export const setUp = defineAction({
  name: 'installation.set-up',
  path: '/set-up',
  permission: 'installation.set-up',
  sees: 'installation.set-up',
  secret: ['password', 'again'],
  input: z.object({
    name: text(200),
    shortName: text(60),
    code: text(40),
    symbol: text(40),
    place: text(60),
    person: text(120),
    position: text(120),
    login: loginField(),
    ...newPassword,
  }),
  subject: async (query, _input, actor) =>
    (await findRootAgency(query)) === undefined ? { agencyId: actor.agencyId } : undefined,
  async perform({ query, actor, clock, saveRow }, input) {
    checkNewPassword(input, { login: input.login, name: input.person });
    // Two visitors at the same moment: the second waits here, and then finds the agency.
    await query
      .insertInto('setting')
      .values({ key: 'set-up', value: 'true' })
      .execute()
      .catch(() => {
        throw new RefusalError(refuse('missing:thing'));
      });
    const agencyId = actor.agencyId;
    const today = clock.today();
    await saveRow('agency', agencyId, {
      id: agencyId,
      code: input.code,
      name: input.name,
      name_fold: fold(input.name),
      short_name: input.shortName,
      symbol: input.symbol,
      place: input.place,
      kind: 'department',
      tier: 'department',
      parent_id: null,
      position: 0,
      valid_from: today,
    });
    const personId = uuid7();
    await saveRow('person', agencyId, {
      id: personId,
      agency_id: agencyId,
      name: input.person,
      name_fold: fold(input.person),
      position: input.position,
      email: null,
      telephone: null,
      valid_from: today,
    });
    await query
      .insertInto('post')
      .values({
        agency_id: agencyId,
        id: uuid7(),
        person_id: personId,
        role: 'administrator',
        unit_id: null,
        valid_from: today,
      })
      .execute();
    await query
      .insertInto('account')
      .values({
        id: uuid7(),
        agency_id: agencyId,
        person_id: personId,
        login: input.login,
        password_hash: await hashPassword(input.password),
        must_change_password: false,
      })
      .execute();
    return { id: agencyId };
  },
  next: () => `${signInUrl()}?next=${encodeURIComponent(setUpStepsUrl())}`,
});
