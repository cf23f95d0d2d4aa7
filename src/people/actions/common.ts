import { z } from 'zod';
import { text } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import { ROLES, type Role, type Subject } from '../../platform/policy/policy.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { EMAIL, LOGIN } from '../domain/login.ts';
import { LONGEST, SHORTEST, weakness } from '../domain/password.ts';

/** Roles that a person can hold; a visitor is nobody. */
export const HELD_ROLES = ROLES.filter((role): role is Exclude<Role, 'visitor'> => role !== 'visitor');

/** Roles that mean nothing without a unit. */
export const UNIT_ROLES: readonly Role[] = ['head', 'deputy_head'];

export const loginField = () =>
  text(60)
    .transform((login) => login.toLowerCase())
    .refine((login) => LOGIN.test(login), 'login-form');

export const optionalEmail = () =>
  z
    .string()
    .max(200, 'too-long')
    .refine((email) => email === '' || EMAIL.test(email), 'email')
    .nullish()
    .transform((email) => email?.toLowerCase() || null);

/** A new password, and once more where it is typed in a form, in which nobody sees what is typed. */
export const newPassword = {
  password: z.string('required').min(SHORTEST, 'password-short').max(LONGEST, 'too-long'),
  again: z.string().optional(),
};

/** Refuses a new password that was typed otherwise the second time, or that is guessed soon. */
export function checkNewPassword(
  { password, again }: { password: string; again?: string | undefined },
  of: { login: string; name: string },
): void {
  if (again !== undefined && again !== password)
    throw new RefusalError(refuse('invalid:password-again', {}, { field: 'again' }));
  const weak = weakness(password, of);
  if (weak !== null) throw new RefusalError(refuse(`invalid:password-${weak}`, {}, { field: 'password' }));
}

/** The secret from which codes are made; forms carry it, API calls may leave it out. */
export const slipSecret = () => z.string().max(200, 'too-long').optional();

/** A person, as far as the transaction may see people; policy then judges the person's agency. */
export async function personSubject(query: Reader, personId: string): Promise<Subject | undefined> {
  const person = await query
    .selectFrom('person')
    .select('agency_id')
    .where('id', '=', personId)
    .executeTakeFirst();
  return person && { agencyId: person.agency_id };
}

/** The agency of a person that policy has let through. */
export async function agencyOfPerson(query: Reader, personId: string): Promise<string> {
  const person = await query
    .selectFrom('person')
    .select('agency_id')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return person.agency_id;
}

/** Refuses to leave the installation without anybody who can manage people: the agency at its top keeps one. */
export async function keepAdministrator(
  query: Reader,
  agencyId: string,
  day: CivilDate,
  leaving: { person: string } | { post: string },
): Promise<void> {
  const others = await query
    .selectFrom('post')
    .innerJoin('account', (join) =>
      join
        .onRef('account.agency_id', '=', 'post.agency_id')
        .onRef('account.person_id', '=', 'post.person_id'),
    )
    .innerJoin('agency', 'agency.id', 'post.agency_id')
    .select(['post.id', 'post.person_id', 'post.valid_to'])
    .where('post.agency_id', '=', agencyId)
    .where('post.role', '=', 'administrator')
    .where('post.valid_from', '<=', day)
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>', day)]))
    .where('account.closed_on', 'is', null)
    .where('agency.parent_id', 'is', null)
    .forUpdate('post')
    .execute();
  const goes = (row: (typeof others)[number]) =>
    'person' in leaving ? row.person_id === leaving.person : row.id === leaving.post;
  if (others.some(goes) && others.every(goes)) throw new RefusalError(refuse('conflict:last-administrator'));
}
