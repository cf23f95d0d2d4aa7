import type { Context, Hono } from 'hono';
import type { Action } from '../actions/action.ts';
import { perform } from '../actions/perform.ts';
import { type List, listJson, oneJson, readList, readOne, readRequest } from '../lists/index.ts';
import { FILES, openApi } from '../openapi/document.ts';
import type { Actor } from '../policy/policy.ts';
import { isRefusal, REFUSAL_STATUS, type Refusal, refusalKind, refuse } from '../refusal.ts';
import { askingOf, paramsOf } from './asking.ts';
import { clientOf } from './client.ts';
import { type EdgeStatus, readJsonBody, UnreadableRequest } from './read-body.ts';
import { sameOrigin } from './security.ts';
import { receiveFile } from './uploads.ts';
import type { House } from './visit.ts';

export const API = '/api/v1';

/** The REST face of every action and every list, and the way to send a file. */
// biome-ignore lint/suspicious/noExplicitAny: routes are added to the app whatever its bindings
export function addApi(app: Hono<any>, house: House): void {
  const routes: { method: 'GET' | 'POST'; path: string }[] = [];
  const add = (
    method: 'GET' | 'POST',
    path: string,
    serve: (context: Context) => Promise<Response> | Response,
  ) => {
    routes.push({ method, path });
    app.on(method, `${API}${path}`, serve);
  };
  app.use(`${API}/*`, async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });
  add('GET', '/openapi.json', (context) => context.json(openApi(house, API)));
  add('POST', FILES, (context) => serveFile(house, context));
  for (const list of house.slices.flatMap((slice) => slice.lists ?? [])) {
    add('GET', list.path, (context) => serveList(house, list, context));
    if (list.idColumn !== null) add('GET', `${list.path}/:id`, (context) => serveOne(house, list, context));
  }
  for (const action of house.actions.values())
    if (!action.internal) add('POST', action.path, (context) => serveAction(house, action, context));
  // Not "/api/*", which is the page "/api" too.
  app.all('/api/:rest{.+}', (context) => serveNothing(house, routes, context));
}

async function askerOf(house: House, context: Context) {
  const { actor } = await askingOf(house, context);
  return { house, actor, params: paramsOf(context) };
}

async function serveList(house: House, list: List, context: Context): Promise<Response> {
  const asker = await askerOf(house, context);
  const request = readRequest(list, new URL(context.req.url).searchParams);
  const page = isRefusal(request) ? request : await readList(asker, list, request, { versions: true });
  return isRefusal(page) ? problem(house, page) : context.json(listJson(asker, list, page, API));
}

async function serveOne(house: House, list: List, context: Context): Promise<Response> {
  const asker = await askerOf(house, context);
  const found = await readOne(asker, list, asker.params.id ?? '');
  return isRefusal(found) ? problem(house, found) : context.json(oneJson(asker, list, found));
}

async function serveFile(house: House, context: Context): Promise<Response> {
  const { actor } = await askingOf(house, context);
  if (!isOwnCall(actor, context)) return problem(house, refuse('forbidden:origin'));
  const kept = await receiveFile(house, actor, context);
  return isRefusal(kept) ? problem(house, kept) : context.json(kept, 201);
}

async function serveAction(house: House, action: Action, context: Context): Promise<Response> {
  const { signedIn, actor } = await askingOf(house, context);
  if (!isOwnCall(actor, context)) return problem(house, refuse('forbidden:origin'));
  // Who is not known learns that first, and not what is wrong with the fields.
  if (signedIn === null && house.policy.scope(actor, action.permission).agencies.length === 0)
    return problem(house, refuse('unauthenticated:sign-in'));
  const seq = seqOf(context.req.header('if-match'));
  const body = await readJsonBody(context);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return problem(house, refuse('invalid:json'));
  const params = paramsOf(context);
  const outcome = await perform(
    house,
    action,
    actor,
    { ...body, ...params },
    { key: context.req.header('idempotency-key'), seq, address: clientOf(context).address },
  );
  if (outcome.done) return context.json(outcome.result, outcome.repeated ? 200 : 201);
  return problem(house, aboutAddress(outcome.refusal, params));
}

/** Another site can make a browser send its cookie, never a token. */
function isOwnCall(actor: Actor, context: Context): boolean {
  return actor.token !== undefined || sameOrigin(context);
}

/** What is wrong with a part of the address, nobody has typed: there is nothing at it. */
export function aboutAddress(refusal: Refusal, params: Readonly<Record<string, string>>): Refusal {
  const wrong = [refusal, ...(refusal.more ?? [])].some(
    ({ code, field }) => code.startsWith('invalid:') && field !== undefined && field in params,
  );
  return wrong ? refuse('missing:thing') : refusal;
}

/** The version that the caller has read. @throws UnreadableRequest where the header names none */
function seqOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const seq = Number(/^"?(\d{1,9})"?$/.exec(header)?.[1] ?? Number.NaN);
  if (Number.isNaN(seq)) throw new UnreadableRequest('invalid:if-match', 400);
  return seq;
}

/** An address that the API does not have, or not for this method. */
function serveNothing(
  house: House,
  routes: readonly { method: string; path: string }[],
  context: Context,
): Response {
  const { path } = context.req;
  const there = routes.filter((route) =>
    new RegExp(`^${API}${route.path.replace(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`).test(path),
  );
  if (there.length === 0) return problem(house, refuse('missing:address'));
  const methods = [
    ...new Set(there.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))),
  ];
  const answer = problem(house, refuse('missing:method', { methods: methods.join(', ') }), 405);
  answer.headers.set('Allow', methods.join(', '));
  return answer;
}

/** A refusal as problem details (RFC 9457), with the field of each error. */
export function problem(house: House, refusal: Refusal, edge?: EdgeStatus): Response {
  // A sentence about a page says nothing to a program.
  const keyOf = ({ code }: Refusal) =>
    house.lexicon.has(`api.refusal.${code}`) ? `api.refusal.${code}` : `refusal.${code}`;
  const words = (one: Refusal) => house.lexicon.say(keyOf(one), one.params);
  const status = edge ?? REFUSAL_STATUS[refusalKind(refusal)];
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
    headers: {
      'Content-Type': 'application/problem+json',
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...(refusal.code === 'throttled:wait'
        ? { 'Retry-After': String(Number(refusal.params.minutes) * 60) }
        : {}),
    },
  });
}
