import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Action } from '../actions/action.ts';
import { readForm } from '../actions/form-data.ts';
import { perform } from '../actions/perform.ts';
import { isDiskFull, isUnavailable } from '../database/database.ts';
import { readersLanguage } from '../i18n/language.ts';
import { exportList, type List, type ListFormat, readRequest } from '../lists/index.ts';
import { isRefusal, REFUSAL_STATUS, type Refusal, RefusalError, refusalKind, refuse } from '../refusal.ts';
import { UUID } from '../uuid.ts';
import { aboutAddress, addApi, problem } from './api.ts';
import { askingOf, firstPassword, paramsOf } from './asking.ts';
import { assetResponse } from './assets.ts';
import { type Client, clientOf, findClient, type Network, OPEN_NETWORK } from './client.ts';
import { justDone, redirectDone, SAID_DONE } from './done.ts';
import { frame } from './frame.tsx';
import { speakToReader } from './language.ts';
import type { PageSpec, Rendered } from './page.ts';
import { checkAddress, type EdgeStatus, readFormBody, UnreadableRequest } from './read-body.ts';
import { encodeFileName, localPath, sameOrigin, secureHeaders } from './security.ts';
import { keepUploads } from './uploads.ts';
import { type Failed, type House, Visit } from './visit.ts';

/** Largest body that a form or an API call may send, in bytes. */
const BODY_LIMIT = 32 * 1024 * 1024;

interface Env {
  /** What a page that is shown again because of a form takes over from it. */
  Bindings: { failed?: Failed; client?: Client };
}

/** The whole HTTP surface: pages, the forms of all actions, the API, assets. */
export function buildApp(house: House, network: Network = OPEN_NETWORK): Hono<Env> {
  const app = new Hono<Env>();
  app.use(secureHeaders);
  app.use(speakToReader);
  app.use(async (context, next) => {
    context.set('client', context.env?.client ?? findClient(context, network));
    checkAddress(context);
    if (!['GET', 'HEAD'].includes(context.req.method) && !clientOf(context).ownHost)
      throw new UnreadableRequest('forbidden:host', 421);
    await next();
  });
  app.use(
    bodyLimit({
      maxSize: BODY_LIMIT,
      onError: () => {
        throw new RefusalError(refuse('invalid:file-too-large', { megabytes: BODY_LIMIT / 1024 / 1024 }));
      },
    }),
  );
  app.use(firstPassword(house));
  app.get('/assets/:name', (context) => assetResponse(context.req.param('name')));
  app.get('/health', (context) => context.text('ok'));
  addApi(app, house);
  for (const slice of house.slices) slice.routes?.(app, house);
  // Before the pages, of which one may have a parameter where a list has its name.
  for (const list of house.slices.flatMap((slice) => slice.lists ?? []))
    for (const format of ['csv', 'xlsx'] as const)
      app.get(`${list.path}.${format}`, (context) => serveExport(house, list, format, context));
  for (const slice of house.slices)
    for (const page of slice.pages ?? []) app.get(page.path, (context) => servePage(house, page, context));
  for (const action of house.actions.values())
    if (!action.internal) app.post(action.path, (context) => serveForm(house, app, action, context));
  app.notFound(async (context) => {
    const visit = await visitOf(house, context);
    if (awaitsSetUp(visit) && context.req.method === 'GET') return context.redirect(SET_UP, 303);
    return errorPage(visit, refuse('missing:thing'));
  });
  app.onError(async (error, context) => answerError(house, error, context));
  return app;
}

async function visitOf(house: House, context: Context<Env>): Promise<Visit> {
  return new Visit({
    house,
    ...(await askingOf(house, context)),
    url: new URL(context.req.url),
    params: paramsOf(context),
    failed: context.env?.failed ?? null,
    client: clientOf(context),
    done: justDone(context),
  });
}

const SET_UP = '/set-up';

/** Whether the installation is empty, so that its first visitor, whatever the page asked for, sets it up. */
function awaitsSetUp(visit: Visit): boolean {
  const { house, signedIn, actor } = visit;
  return signedIn === null && !house.demo && visit.may('installation.set-up', actor).allowed;
}

async function servePage(house: House, page: PageSpec, context: Context<Env>): Promise<Response> {
  const visit = await visitOf(house, context);
  if (awaitsSetUp(visit) && page.path !== SET_UP) return context.redirect(SET_UP, 303);
  const rendered = await page.render(visit);
  if (isRefusal(rendered)) return errorPage(visit, rendered);
  return respond(visit, rendered);
}

async function serveExport(
  house: House,
  list: List,
  format: ListFormat,
  context: Context<Env>,
): Promise<Response> {
  const visit = await visitOf(house, context);
  const request = readRequest(list, visit.url.searchParams);
  const rendered = isRefusal(request) ? request : await exportList(visit, list, request, format);
  if (isRefusal(rendered)) return errorPage(visit, rendered);
  // Who asks for the head alone takes no row, and the rows would hold their connection.
  if (context.req.method !== 'HEAD' || !(rendered.download instanceof ReadableStream))
    return respond(visit, rendered);
  await rendered.download.cancel();
  return respond(visit, { ...rendered, download: '' });
}

/** Turns what a page answers with into a response. */
export async function respond(visit: Visit, rendered: Rendered): Promise<Response> {
  if ('redirect' in rendered)
    return new Response(null, { status: 303, headers: { Location: rendered.redirect } });
  if ('download' in rendered) {
    const headers: Record<string, string> = {
      'Content-Type': rendered.type,
      'Cache-Control': 'private, no-store',
    };
    if (rendered.name !== undefined)
      headers['Content-Disposition'] = `attachment; filename*=UTF-8''${encodeFileName(rendered.name)}`;
    return new Response(rendered.download as string, { headers });
  }
  const failure = visit.failureKind;
  const status = failure === null ? (rendered.status ?? 200) : REFUSAL_STATUS[failure];
  // As bytes, once: a text would be encoded to be measured, and again to be sent.
  return new Response(Buffer.from(await frame(visit, rendered)), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'private, no-store',
      ...(rendered.refreshSeconds === undefined ? {} : { Refresh: String(rendered.refreshSeconds) }),
      ...(visit.done === null ? {} : { 'Set-Cookie': SAID_DONE }),
    },
  });
}

async function errorPage(visit: Visit, refusal: Refusal, status?: EdgeStatus): Promise<Response> {
  const kind = refusalKind(refusal);
  if (kind === 'unauthenticated' && visit.failed === null) {
    const back = encodeURIComponent(visit.url.pathname + visit.url.search);
    return new Response(null, { status: 303, headers: { Location: `/sign-in?next=${back}` } });
  }
  const title = kind === 'missing' ? visit.say('error.missing') : visit.say('error.title');
  const response = await respond(new Visit({ ...visitParts(visit), failed: null, done: null }), {
    title,
    status: status ?? REFUSAL_STATUS[kind],
    body: (
      <>
        <p class="lead">{visit.words(refusal)}</p>
        <p>
          <a href="/">{visit.say('error.back')}</a>
        </p>
      </>
    ),
  });
  return response;
}

function visitParts(visit: Visit) {
  const { house, actor, signedIn, url, params, client } = visit;
  return { house, actor, signedIn, url, params, client };
}

async function serveForm(
  house: House,
  app: Hono<Env>,
  action: Action,
  context: Context<Env>,
): Promise<Response> {
  const visit = await visitOf(house, context);
  const form = readForm(await readFormBody(context));
  const failed = (refusal: Refusal) =>
    showAgain(app, context, visit, { action: action.name, path: visit.url.pathname, form, refusal });
  if (!sameOrigin(context)) return failed(refuse('forbidden:origin'));
  if (visit.signedIn !== null ? form.csrf !== visit.signedIn.csrf : form.csrf !== '')
    return failed(refuse(visit.signedIn === null ? 'unauthenticated:session' : 'forbidden:origin'));
  const refused = await keepUploads(house, visit.actor, form);
  if (refused !== null) return failed(refused);
  const outcome = await perform(
    house,
    action,
    visit.actor,
    { ...form.input, ...visit.params },
    {
      key: form.key,
      seq: form.seq,
      address: visit.client.address,
      uploads: form.uploads,
    },
  );
  if (!outcome.done) return failed(aboutAddress(outcome.refusal, visit.params));
  const next = new URL(action.next(outcome.input, outcome.result), visit.url);
  return redirectDone(context, next, outcome.repeated ? 'repeated' : action.name);
}

/** Shows the page that holds the form again, with what was typed and why it was refused. */
async function showAgain(
  app: Hono<Env>,
  context: Context<Env>,
  visit: Visit,
  failed: Failed,
): Promise<Response> {
  const { form } = failed;
  const from = localPath(form.from ?? '');
  if (from === null || refusalKind(failed.refusal) === 'missing') return errorPage(visit, failed.refusal);
  const request = new Request(new URL(from, visit.url), {
    headers: { cookie: context.req.header('cookie') ?? '' },
  });
  return app.fetch(request, { failed, client: visit.client });
}

/** An error that nobody below has answered: a refusal in words, anything else by a code that the log has too. */
async function answerError(house: House, error: Error, context: Context<Env>): Promise<Response> {
  const refusal = error instanceof RefusalError ? error.refusal : noSuchId(error, context);
  if (refusal === undefined) return unexpected(house, error, context);
  const status = error instanceof UnreadableRequest ? error.status : undefined;
  if (context.req.path.startsWith('/api/')) return problem(house, refusal, status);
  return errorPage(await visitOf(house, context), refusal, status);
}

/** Words in the place of an id that the address should have: PostgreSQL takes them for none, so nothing is there. */
function noSuchId(error: Error, context: Context<Env>): Refusal | undefined {
  const isNoId = 'code' in error && error.code === '22P02' && /type uuid/.test(error.message);
  const isOfAddress = Object.values(paramsOf(context)).some((value) => !UUID.test(value));
  return isNoId && isOfAddress ? refuse('missing:thing') : undefined;
}

/** The address of a calendar is a secret; whatever is as long as one is left out of the log. */
function withoutSecrets(path: string): string {
  return path.replaceAll(/[\w-]{40,}/g, '…');
}

async function unexpected(house: House, error: Error, context: Context<Env>): Promise<Response> {
  // The server goes on by itself when the database is back, or there is room again.
  const lack = isUnavailable(error) ? 'unavailable:database' : isDiskFull(error) ? 'unavailable:disk' : null;
  const code = randomBytes(4).toString('hex');
  console.error(
    `error ${code} at ${context.req.method} ${withoutSecrets(context.req.path)}: ${lack !== null ? error.message : (error.stack ?? error.message)}`,
  );
  const status = lack === null ? 500 : 503;
  const say = house.lexicon.say.bind(house.lexicon);
  const text = lack === null ? say('error.unexpected.text', { code }) : say(`refusal.${lack}`);
  if (lack !== null) context.header('Retry-After', '2');
  if (context.req.path.startsWith('/api/')) {
    const type = lack === null ? 'about:blank' : `urn:minhchung:refusal:${lack}`;
    return context.body(
      JSON.stringify({ type, title: text, status, instance: `urn:minhchung:error:${code}` }),
      status,
      {
        'Content-Type': 'application/problem+json',
      },
    );
  }
  return context.html(
    `<!DOCTYPE html><html lang="${readersLanguage()}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say('error.unexpected')}</title><h1>${say('error.unexpected')}</h1><p>${text}</p><p><a href="/">${say('error.back')}</a></p></html>`,
    status,
  );
}
