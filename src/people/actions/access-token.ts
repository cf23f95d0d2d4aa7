import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id, many, oneOf, text, ticked, whole } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { TOKEN_KINDS, tokenDigest, tokenOf } from '../access-tokens.ts';
import { tokensUrl } from '../urls.ts';

/** So many may be of use at once; who needs more has forgotten some. */
const MOST_TOKENS = 20;
/** A secret from which a token follows: at least as hard to guess as one of our own, as far as its length can say. */
const SHORTEST_SECRET = 32;

/**
 * Makes a token for oneself. It follows from a secret of the session that asks and is shown there alone; who calls the API
 * sends a secret of their own, and gets from the answer's id what `tokenOf` makes of both.
 */
export const makeToken = defineAction({
  name: 'access_token.add',
  path: '/account/tokens',
  permission: 'account.use',
  sees: 'account.use',
  secret: ['secret'],
  input: z.object({
    kind: oneOf(TOKEN_KINDS),
    name: text(60),
    acts: ticked(),
    /** Empty for all that one holds. */
    permissions: many(text(60)).pipe(z.array(z.string()).max(200, 'too-many')),
    /** For the API; a calendar's address holds until it is revoked. */
    days: whole(1, 366).default(90),
    secret: z.string('required').min(SHORTEST_SECRET, 'required').max(200, 'too-long'),
  }),
  subject: async (_query, _input, actor) =>
    actor.personId === null ? undefined : { agencyId: actor.agencyId, people: [actor.personId] },
  async perform({ query, actor, clock }, input) {
    const accountId = actor.accountId ?? '';
    const now = clock.real();
    const { count } = await query
      .selectFrom('access_token')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .executeTakeFirstOrThrow();
    if (count >= MOST_TOKENS)
      throw new RefusalError(refuse('conflict:tokens', { most: MOST_TOKENS }, { field: 'name' }));
    const tokenId = uuid7();
    const forCalendar = input.kind === 'calendar';
    await query
      .insertInto('access_token')
      .values({
        id: tokenId,
        account_id: accountId,
        kind: input.kind,
        name: input.name,
        digest: tokenDigest(tokenOf(input.secret, tokenId)),
        acts: !forCalendar && input.acts,
        permissions: forCalendar || input.permissions.length === 0 ? null : input.permissions,
        made_at: now.toString(),
        expires_at: forCalendar ? null : now.add({ hours: input.days * 24 }).toString(),
      })
      .execute();
    return { id: tokenId };
  },
  next: (_input, result) => tokensUrl(result.id),
});

/** Revokes one of one's own tokens, from now on. */
export const endToken = defineAction({
  name: 'access_token.end',
  path: '/account/tokens/:token/end',
  permission: 'account.use',
  sees: 'account.use',
  input: z.object({ token: id() }),
  async subject(query, input, actor) {
    const own = await query
      .selectFrom('access_token')
      .select('id')
      .where('id', '=', input.token)
      .where('account_id', '=', actor.accountId)
      .executeTakeFirst();
    return own === undefined || actor.personId === null
      ? undefined
      : { agencyId: actor.agencyId, people: [actor.personId] };
  },
  async perform({ query, clock }, input) {
    await query
      .updateTable('access_token')
      .set({ ended_at: clock.real().toString() })
      .where('id', '=', input.token)
      .where('ended_at', 'is', null)
      .execute();
    return { id: input.token };
  },
  next: () => tokensUrl(),
});
