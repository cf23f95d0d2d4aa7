import type { Context, Hono } from 'hono';
import type { Action } from '../actions/action.ts';
import { perform } from '../actions/perform.ts';
import { type List, listJson, readList, readRequest } from '../lists/index.ts';
import { openApi } from '../openapi/document.ts';
import { isRefusal, REFUSAL_STATUS, type Refusal, refusalKind, refuse } from '../refusal.ts';
import { clientAddress, sameOrigin, sessionToken } from './security.ts';
import type { House } from './visit.ts';

export const API = '/api/v1';

/** The REST face of every action and every list. */
// biome-ignore lint/suspicious/noExplicitAny: routes are added to the app whatever its bindings
export function addApi(app: Hono<any>, house: House): void {
  app.get(`${API}/openapi.json`, (context) => context.json(openApi(house, API)));
  for (const list of house.slices.flatMap((slice) => slice.lists ?? []))
    app.get(`${API}${list.path}`, (context) => serveList(house, list, context));
  for (const action of house.actions.values())
    if (!action.internal) app.post(`${API}${action.path}`, (context) => serveAction(house, action, context));
}

async function serveList(house: House, list: List, context: Context): Promise<Response> {
  const signedIn = await house.identify(sessionToken(context));
  const actor = signedIn?.actor ?? (await house.visitor());
  const asker = { house, actor, params: context.req.param() };
  const request = readRequest(list, new URL(context.req.url).searchParams);
  const page = isRefusal(request) ? request : await readList(asker, list, request);
  return isRefusal(page) ? problem(house, page) : context.json(listJson(asker, list, page, API));
}

async function serveAction(house: House, action: Action, context: Context): Promise<Response> {
  if (!sameOrigin(context)) return problem(house, refuse('forbidden:origin'));
  const signedIn = await house.identify(sessionToken(context));
  const actor = signedIn?.actor ?? (await house.visitor());
  // Who is not known learns that first, and not what is wrong with the fields.
  if (signedIn === null && house.policy.scope(actor, action.permission).agencies.length === 0)
    return problem(house, refuse('unauthenticated:sign-in'));
  const body = await context.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return problem(house, refuse('invalid:json'));
  const match = context.req.header('if-match');
  const outcome = await perform(
    house,
    action,
    actor,
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
