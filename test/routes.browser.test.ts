import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, screens, type TestBrowser } from './browser.ts';
import { openDemoOffice } from './demo-office.ts';
import type { Office } from './office.ts';
import { addBackdrop, examplesOf } from './routes.ts';
import { type Served, serveOffice } from './served.ts';
import { type Answer, type Login, type Sight, seeAll, VISITORS, visitor } from './sights.ts';
import { inLanes, type Watched, watch } from './watched.ts';
import { type Filling, formsIn, maySucceed, missingFrom, type SeenForm, sendForm } from './wrong-forms.ts';

/** Pages looked at side by side: one is made while another is judged. */
const LANES = 2;
const PATIENCE = 240_000;
/** HTTP's conflict: what the form was made from has moved on. */
const OVERTAKEN = 409;
/** Sees every list. */
const LIST_READER = 'quantri';

interface Look {
  screen: keyof typeof screens;
  scripts: boolean;
  dark?: boolean;
}

let office: Office;
let served: Served;
let browser: TestBrowser;
let answers: Answer[];
let sights: Sight[];

beforeAll(async () => {
  office = await openDemoOffice();
  const examples = await examplesOf(office, await addBackdrop(office));
  // Without its jobs, so that what waits to be read goes on waiting, and can be looked at.
  served = await serveOffice(office, false);
  browser = await openBrowser();
  ({ answers, sights } = await seeAll(office, examples));
}, PATIENCE);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await office?.close();
});

/** Does something with each of the things in a browser, as the visitor of each. @returns what is wrong */
async function asTheirVisitors<Thing extends { login: Login; address: string }>(
  things: readonly Thing[],
  { screen, scripts, dark = false }: Look,
  work: (lane: Watched, thing: Thing) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const login of VISITORS) {
    const mine = things.filter((thing) => thing.login === login);
    const lanes = await Promise.all(
      mine.slice(0, LANES).map(async () => {
        const page = await browser.newPage(screens[screen], { colorScheme: dark ? 'dark' : 'light' });
        await signIn(page, login);
        return watch(page, served.url, scripts);
      }),
    );
    await inLanes(lanes, mine, async (lane, thing) => {
      const wrong = await work(lane, thing);
      found.push(...wrong.map((line) => `${login} ${thing.address}: ${line}`));
    });
    await Promise.all(lanes.map(({ page }) => page.close()));
  }
  return found;
}

async function signIn(page: Watched['page'], login: Login): Promise<void> {
  const { cookie } = await visitor(office, login);
  for (const [, name = '', value = ''] of cookie.matchAll(/([^=; ]+)=([^;]*)/g))
    await page.context().addCookies([{ name, value, url: served.url }]);
}

const lookAt = (which: readonly Sight[], look: Look) =>
  asTheirVisitors(which, look, async (lane, { address, status }) => {
    const answered = await lane.open(address);
    return [...(answered === status ? [] : [`answers ${answered}, not ${status}`]), ...(await lane.look())];
  });

/** Routes that show nobody of the demo anything, and why. */
const SHOWN_TO_NOBODY: Record<string, string> = {
  '/inbox/:reminder': 'leads on to what the reminder is about',
  '/one-stop-desk': 'leads on to the desk of one’s own agency',
  '/set-up': 'for an installation without agency alone',
  '/plans/:plan/versions/:version/file': 'the plan of the demo has one version, which is the plan itself',
};

test('every route answers everybody: with a page, by sending elsewhere, or that it is not for them', () => {
  const usual = [200, 303, 401, 403, 404, 409];
  expect(answers.filter(({ status }) => !usual.includes(status))).toEqual([]);
  const shown = new Set(answers.filter(({ status }) => status === 200).map(({ route }) => route));
  const hidden = new Set(answers.map(({ route }) => route).filter((route) => !shown.has(route)));
  expect([...hidden].sort()).toEqual(Object.keys(SHOWN_TO_NOBODY).sort());
});

test('every page, every export and every list of the API says that a demo is invented', async () => {
  const silent = sights.filter(({ html }) => !html.includes('MÔ PHỎNG')).map(({ address }) => address);
  const says: readonly [route: RegExp, says: (bytes: Uint8Array) => boolean][] = [
    [/\.csv$/, (bytes) => strFromU8(bytes).includes('MÔ PHỎNG')],
    [
      /\.xlsx$/,
      (bytes) => Object.values(unzipSync(bytes)).some((part) => strFromU8(part).includes('MÔ PHỎNG')),
    ],
    [/^\/api\/v1\/(?!openapi)/, (bytes) => JSON.parse(strFromU8(bytes)).simulated === true],
  ];
  const who = await visitor(office, LIST_READER);
  const read = answers.filter(({ login, status }) => login === LIST_READER && status === 200);
  for (const [kind, holds] of says) {
    const files = read.filter(({ route }) => kind.test(route));
    expect(files.length).toBeGreaterThan(5);
    for (const { address } of files)
      if (!holds(new Uint8Array(await (await who.get(address)).arrayBuffer()))) silent.push(address);
  }
  expect(silent).toEqual([]);
});

test(
  'every page is whole and accessible at 320 px without scripts',
  async () => {
    expect(await lookAt(sights, { screen: 'narrow', scripts: false })).toEqual([]);
  },
  PATIENCE,
);

test(
  'every kind of page is whole and accessible on an office screen with scripts, in the dark',
  async () => {
    const kindOf = ({ route, address, status }: Sight) =>
      status === 200 ? `${route} ${[...new URL(address, served.url).searchParams.keys()]}` : String(status);
    const kinds = new Map<string, Sight>();
    for (const sight of sights) if (!kinds.has(kindOf(sight))) kinds.set(kindOf(sight), sight);
    expect(await lookAt([...kinds.values()], { screen: 'desktop', scripts: true, dark: true })).toEqual([]);
  },
  PATIENCE,
);

async function send(lane: Watched, { login, address, form }: SeenForm, filling: Filling): Promise<string[]> {
  // Anew, for one of the forms signs out.
  await signIn(lane.page, login);
  await lane.open(address);
  const attempt = () =>
    sendForm(lane.page, form, filling).catch((error: Error) => {
      throw new Error(`${login} cannot send ${form.action} of ${address}`, { cause: error });
    });
  let status = await attempt();
  if (status === OVERTAKEN) {
    // Another lane has changed the same thing since the page was opened, which the form rightly says.
    await lane.open(address);
    status = await attempt();
  }
  const wrong = status === undefined ? ['is gone'] : await lane.look();
  if (status !== undefined && status >= 400) wrong.push(...(await missingFrom(lane.page, form, filling)));
  if (status !== undefined && (status >= 500 || (status < 400 && !maySucceed(form, filling))))
    wrong.push(`answers ${status}`);
  return wrong.map((line) => `${form.method} ${form.action} with ${filling}: ${line}`);
}

test(
  'every form, filled with nonsense and with nothing, says what is wrong and keeps what was typed',
  async () => {
    const forms = formsIn(sights).filter(({ form }) => form.controls.length > 0);
    expect(forms.length).toBeGreaterThan(40);
    const look: Look = { screen: 'narrow', scripts: false };
    expect(await asTheirVisitors(forms, look, (lane, form) => send(lane, form, 'nonsense'))).toEqual([]);
    expect(await asTheirVisitors(forms, look, (lane, form) => send(lane, form, 'nothing'))).toEqual([]);
  },
  PATIENCE,
);
