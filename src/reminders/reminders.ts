import { type SqlBool, sql } from 'kysely';
import { headsOfUnits, mailAddresses, peopleInOffice, standInsOn } from '../people/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Reader, Writer } from '../platform/database/database.ts';
import type { Charge } from '../platform/reminders/source.ts';
import { uuid7 } from '../platform/uuid.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { fold } from '../pure/vietnamese/index.ts';

/** What people are told of, once. */
export interface Telling {
  /** Agency of the people. */
  agencyId: string;
  kind: string;
  thing: string;
  /** The day for which it is due. */
  day: CivilDate;
  title: string;
  href: string;
  lastDay: CivilDate | null;
  /** What somebody wrote. */
  letter: string | null;
  charges: readonly Charge[];
}

/** Rows an INSERT, well below the number of parameters that one statement may have. */
const CHUNK = 1000;

/**
 * Puts reminders into the inboxes of those who have to do something, and of whoever acts for the absent ones; what
 * somebody has been told of is left alone. A letter by e-mail for each person is written with them, in the same transaction.
 * @returns what people are told now, of which some may be new
 */
export async function remind(
  query: Writer,
  tellings: readonly Telling[],
  clock: Clock,
): Promise<readonly Present[]> {
  const reminders = await addressed(query, tellings, clock.today());
  const said = await alreadySaid(query, tellings);
  // In an order in which two writers wait for each other.
  const unsaid = reminders
    .map((one) => ({ ...one, key: keyOf(one.telling, one.personId) }))
    .filter(({ key }) => !said.has(key))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const added: { agency: string; id: string; person: string }[] = [];
  for (let from = 0; from < unsaid.length; from += CHUNK) {
    const rows = await query
      .insertInto('reminder')
      .values(
        unsaid.slice(from, from + CHUNK).map(({ telling, personId }) => ({
          agency_id: telling.agencyId,
          id: uuid7(),
          person_id: personId,
          kind: telling.kind,
          thing: telling.thing,
          day: telling.day,
          title: telling.title,
          title_fold: fold(telling.title),
          href: telling.href,
          last_day: telling.lastDay,
          letter: telling.letter,
          sent_at: clock.now().toString(),
        })),
      )
      .onConflict((conflict) =>
        // One that was past, because evidence was handed in and sent back, is there again; nobody is told anew.
        conflict
          .columns(['agency_id', 'kind', 'thing', 'day', 'person_id'])
          .doUpdateSet({ past_at: null })
          .where('reminder.past_at', 'is not', null),
      )
      .returning(['agency_id as agency', 'id', 'person_id as person', sql<boolean>`xmax = 0`.as('isNew')])
      .execute();
    added.push(...rows.filter(({ isNew }) => isNew));
  }
  await writeMail(query, added, clock);
  return reminders.map(({ telling: { thing, day }, personId }) => ({ thing, day, personId }));
}

/** What somebody is reminded of at present. */
export interface Present {
  thing: string;
  day: CivilDate;
  personId: string;
}

/** Whatever else people were told by a source is past: reminded of again, done, or no longer theirs. */
export async function letPass(
  query: Writer,
  kind: string,
  present: readonly Present[],
  clock: Clock,
): Promise<void> {
  await sql`UPDATE reminder SET past_at = ${clock.now().toString()}
    WHERE kind = ${kind} AND past_at IS NULL AND NOT EXISTS (
      SELECT FROM unnest(${present.map(({ thing }) => thing)}::text[], ${present.map(({ day }) => day)}::date[],
        ${present.map(({ personId }) => personId)}::uuid[]) AS present (thing, day, person_id)
      WHERE present.thing = reminder.thing AND present.day = reminder.day AND present.person_id = reminder.person_id
    )`.execute(query);
}

/** What people were told of one thing is past, because it was answered. */
export async function letAnsweredPass(
  query: Writer,
  kind: string,
  thing: string,
  clock: Clock,
): Promise<void> {
  await query
    .updateTable('reminder')
    .set({ past_at: clock.now().toString() })
    .where('kind', '=', kind)
    .where('thing', '=', thing)
    .where('past_at', 'is', null)
    .execute();
}

/** Each telling with each person whom it is for. */
async function addressed(
  query: Reader,
  tellings: readonly Telling[],
  day: CivilDate,
): Promise<{ telling: Telling; personId: string }[]> {
  const charges = tellings.flatMap((telling) => telling.charges);
  const inOffice = await peopleInOffice(
    query,
    charges.flatMap(({ personId }) => personId ?? []),
    day,
  );
  const held = ({ personId }: Charge) => personId !== null && inOffice.has(personId);
  const heads = await headsOfUnits(
    query,
    charges.flatMap((charge) => (held(charge) ? [] : (charge.unitId ?? []))),
    day,
  );
  const standIns = await standInsOn(query, [...new Set(tellings.map(({ agencyId }) => agencyId))], day);
  return tellings.flatMap((telling) => {
    const workers = telling.charges.flatMap((charge) =>
      held(charge) ? [charge.personId ?? ''] : (heads.get(charge.unitId ?? '') ?? []),
    );
    const people = new Set(workers.flatMap((one) => [one, ...(standIns.get(one) ?? [])]));
    return [...people].map((personId) => ({ telling, personId }));
  });
}

/** Which of the things people are told of at present: most of what falls due was said before. */
async function alreadySaid(query: Reader, tellings: readonly Telling[]): Promise<ReadonlySet<string>> {
  const rows = await query
    .selectFrom('reminder')
    .select(['agency_id as agencyId', 'kind', 'thing', 'day', 'person_id'])
    .where(sql<SqlBool>`kind = ANY (${[...new Set(tellings.map(({ kind }) => kind))]}::text[])`)
    .where(sql<SqlBool>`thing = ANY (${[...new Set(tellings.map(({ thing }) => thing))]}::text[])`)
    .where('past_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => keyOf(row, row.person_id)));
}

function keyOf(
  { agencyId, kind, thing, day }: Pick<Telling, 'agencyId' | 'kind' | 'thing' | 'day'>,
  personId: string,
): string {
  return [agencyId, kind, thing, day, personId].join(' ');
}

/** One letter to each person who takes mail, for all that is new to that person. */
async function writeMail(
  query: Writer,
  added: readonly { agency: string; id: string; person: string }[],
  clock: Clock,
): Promise<void> {
  const addresses = await mailAddresses(
    query,
    added.map(({ person }) => person),
  );
  const letters = new Map<string, { id: string; agency: string }>();
  for (const { person, agency } of added)
    if (addresses.has(person) && !letters.has(person)) letters.set(person, { id: uuid7(), agency });
  if (letters.size === 0) return;
  const now = clock.real().toString();
  await query
    .insertInto('mail')
    .values(
      [...letters].map(([person, { id, agency }]) => ({
        agency_id: agency,
        id,
        person_id: person,
        state: 'waiting',
        tries: 0,
        next_try_at: now,
        made_at: now,
      })),
    )
    .execute();
  const carried = added.flatMap(({ id, person }) => {
    const letter = letters.get(person);
    return letter === undefined ? [] : [{ id, mail: letter.id }];
  });
  await sql`UPDATE reminder SET mail_id = carried.mail
    FROM unnest(${carried.map(({ id }) => id)}::uuid[], ${carried.map(({ mail }) => mail)}::uuid[]) AS carried (id, mail)
    WHERE reminder.id = carried.id`.execute(query);
}
