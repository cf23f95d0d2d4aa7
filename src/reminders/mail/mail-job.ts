import { allAgencyIds } from '../../agencies/index.ts';
import { mailAddresses } from '../../people/index.ts';
import type { Writer } from '../../platform/database/database.ts';
import type { House } from '../../platform/http/visit.ts';
import { inLanguage, languageOf } from '../../platform/i18n/language.ts';
import type { Job } from '../../platform/jobs/runner.ts';
import { serverScope } from '../../platform/policy/policy.ts';
import { afterFailure, type MailFailure } from '../domain/mail.ts';
import { letterText } from './letter-text.ts';
import { openSmtp } from './smtp.ts';

/**
 * Sends the letters that wait. One at a time is taken, sent and noted in one transaction, which holds its row: a process
 * that is killed lets go of it, and another one sends it, under the same Message-ID where the server had it already.
 */
export const mailJob: Job = {
  name: 'mail',
  everySeconds: 15,
  async run(house, signal) {
    const scope = serverScope(await allAgencyIds(house.database));
    const { mail } = house;
    if (mail === null) {
      await house.database.write(scope, (query) => giveUpAll(query, house));
      return;
    }
    const send = openSmtp(mail);
    let wentWell = true;
    while (wentWell && !signal.aborted)
      wentWell = await house.database.write(scope, (query) => sendNext(query, house, mail.baseUrl, send));
  },
};

/** Nothing waits for a mail server that there is not. */
async function giveUpAll(query: Writer, { clock }: House): Promise<void> {
  await query
    .updateTable('mail')
    .set({ state: 'given_up', failure: 'no-server' satisfies MailFailure, ended_at: clock.real().toString() })
    .where('state', '=', 'waiting')
    .execute();
}

/** @returns whether a letter was sent and the next one may be tried */
async function sendNext(
  query: Writer,
  house: House,
  baseUrl: string,
  send: ReturnType<typeof openSmtp>,
): Promise<boolean> {
  const now = house.clock.real();
  const mail = await query
    .selectFrom('mail')
    .select(['agency_id', 'id', 'person_id', 'tries'])
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', now)
    .orderBy('next_try_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (mail === undefined) return false;
  const update = (values: {
    state?: string;
    tries?: number;
    next_try_at?: string;
    ended_at?: string;
    address?: string;
    failure: MailFailure | null;
    answer?: string | null;
  }) =>
    query
      .updateTable('mail')
      .set(values)
      .where('agency_id', '=', mail.agency_id)
      .where('id', '=', mail.id)
      .execute();
  const address = (await mailAddresses(query, [mail.person_id])).get(mail.person_id);
  if (address === undefined) {
    await update({ state: 'given_up', failure: 'no-address', ended_at: now.toString() });
    return true;
  }
  const letter = await compose(query, house, baseUrl, mail.id, mail.person_id);
  const error = await send({ ...letter, id: mail.id, to: address, at: now });
  const tries = mail.tries + 1;
  const ended_at = now.toString();
  if (error === undefined) {
    await update({ state: 'sent', tries, address, failure: null, answer: null, ended_at });
    return true;
  }
  const { failure, minutes } = afterFailure(tries, error);
  const told = { tries, address, failure, answer: error.answer };
  if (minutes === null) await update({ ...told, state: 'given_up', ended_at });
  else await update({ ...told, next_try_at: now.add({ minutes }).toString() });
  // Where the server takes none of ours, the other letters wait for the next round.
  return error.ofLetter;
}

async function compose(query: Writer, house: House, baseUrl: string, mailId: string, personId: string) {
  const person = await query
    .selectFrom('person')
    .leftJoin('account', (join) =>
      join.onRef('account.agency_id', '=', 'person.agency_id').onRef('account.person_id', '=', 'person.id'),
    )
    .select(['person.name', 'account.language'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow();
  const reminders = await query
    .selectFrom('reminder')
    .select(['id', 'kind', 'title', 'last_day', 'letter'])
    .where('mail_id', '=', mailId)
    .orderBy('last_day')
    .orderBy('id')
    .execute();
  const by = await house.agencyName();
  const from = { clock: house.clock, agencyName: by };
  return inLanguage(languageOf(person.language ?? undefined) ?? 'vi', () => ({
    by,
    ...letterText(from, person.name, reminders, baseUrl),
  }));
}
