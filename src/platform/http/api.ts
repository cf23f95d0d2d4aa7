import type { Context, Hono } from 'hono';
import type { Action } from '../actions/action.ts';
import { perform } from '../actions/perform.ts';
import { REFUSAL_STATUS, type Refusal, refusalKind, refuse } from '../refusal.ts';
import { clientAddress, sameOrigin, sessionToken } from './security.ts';
import type { House } from './visit.ts';

export const API = '/api/v1';

/** The REST face of every action; what a page's list holds is served by the lists themselves. */
// biome-ignore lint/suspicious/noExplicitAny: routes are added to the app whatever its bindings
export function addApi(app: Hono<any>, house: House): void {
  for (const action of house.actions.values())
    app.post(`${API}${action.path}`, (context) => serveAction(house, action, context));
}

async function serveAction(house: House, action: Action, context: Context): Promise<Response> {
  if (!sameOrigin(context)) return problem(house, refuse('forbidden:origin'));
  const signedIn = await house.identify(sessionToken(context));
  const body = await context.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return problem(house, refuse('invalid:json'));
  const match = context.req.header('if-match');
  const outcome = await perform(
    house,
    action,
    signedIn?.actor ?? (await house.visitor()),
    { ...body, ...context.req.param() },
    {
      key: context.req.header('idempotency-key'),
      seq: match !== undefined && /^"?\d+"?$/.test(match) ? Number(match.replaceAll('"', '')) : undefined,
      address: clientAddress(context),
    },
  );
  if (!outcome.done) return problem(house, outcome.refusal);
  return context.json(outcome.result, outcome.repeated ? 200 : 201);
}

/** A refusal as problem details (RFC 9457), with the field of each error. */
export function problem(house: House, refusal: Refusal): Response {
  const words = (one: Refusal) => house.lexicon.say(`refusal.${one.code}`, one.params);
  const status = REFUSAL_STATUS[refusalKind(refusal)];
  const fields = [refusal, ...(refusal.more ?? [])].filter((one) => one.field !== undefined);
  const body = {
    type: `urn:minhchung:refusal:${refusal.code}`,
    title: words(refusal),
    status,
    code: refusal.code,
    params: refusal.params,
    ...(refusal.law === undefined ? {} : { law: refusal.law }),
    ...(fields.length === 0
      ? {}
      : { errors: fields.map((one) => ({ field: one.field, code: one.code, detail: words(one) })) }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}
