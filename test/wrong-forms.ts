import type { Page } from 'playwright-core';
import { formsOf, type PageForm } from './forms.ts';
import { withoutNumbers } from './routes.ts';
import type { Login, Sight } from './sights.ts';

/** A form on a page, as somebody sees it. */
export interface SeenForm {
  login: Login;
  address: string;
  form: PageForm;
}

/** What is sent: nothing at all, or what no field takes. */
export type Filling = 'nothing' | 'nonsense';

/** Longer than any field takes, decomposed, no day and no number, with a word that does not fit a line. */
const NONSENSE = `Ngày ${'không rõ '.repeat(2000)}${'Nghiêng'.repeat(40)}`.normalize('NFD');

/** Addresses are shorter than what a form may post. */
const textFor = ({ method }: PageForm, filling: Filling) =>
  filling === 'nothing' ? '' : method === 'get' ? NONSENSE.slice(-600) : NONSENSE;

/** Adopting takes a draft from those that come after; test/parent.browser.test.ts walks it. */
const ENDS_A_DRAFT = /^\/plans\/[^/]+\/adoption$/;

/** Each form of the house once, as the first to see it sees it. */
export function formsIn(sights: readonly Sight[]): SeenForm[] {
  const forms = new Map<string, SeenForm>();
  for (const { login, address, html } of sights)
    for (const form of formsOf(html)) {
      const names = [...new Set(form.controls.map(({ name }) => withoutNumbers(name)))];
      const key = `${form.method} ${withoutNumbers(decodeURIComponent(form.action))} ${names}`;
      if (form.method !== 'dialog' && form.hasButton && !ENDS_A_DRAFT.test(form.action) && !forms.has(key))
        forms.set(key, { login, address, form });
    }
  // First those that nothing can be done with, last those that change what the others need.
  return [...forms.values()].sort((one, other) => rank(one.form) - rank(other.form));
}

function rank(form: PageForm): number {
  if (form.controls.length === 0) return form.action === '/sign-out' ? 5 : 4;
  if (form.controls.some(mustBeFilled)) return form.method === 'get' ? 0 : 1;
  return form.controls.every(({ kind }) => kind === 'choice') ? 2 : 3;
}

const mustBeFilled = ({ kind, optional }: PageForm['controls'][number]) =>
  !optional && (kind === 'text' || kind === 'password' || kind === 'file');

/** A draft may be empty: what is missing from a plan's head is asked for at its issue, from a plan below when it is sent. */
const MAY_BE_EMPTIED = /^\/plans\/[^/]+\/(document|subplans\/.+\/text)$/;

/**
 * Whether a form may succeed with a filling: a question to a list, a button, what may be left out, and files, which
 * are judged once they have been kept.
 */
export function maySucceed({ method, action, controls }: PageForm, filling: Filling): boolean {
  if (method === 'get' || controls.length === 0) return true;
  if (filling === 'nonsense') return controls.every(({ kind }) => kind === 'file');
  return !controls.some(mustBeFilled) || MAY_BE_EMPTIED.test(action);
}

/** Fills a form on the page with a filling and sends it, as a browser without scripts does. @returns the status */
export async function sendForm(page: Page, form: PageForm, filling: Filling): Promise<number | undefined> {
  const [first] = form.controls;
  const named = first === undefined ? '' : `:has([name=${JSON.stringify(first.name)}])`;
  const found = page
    .locator(`form[action=${JSON.stringify(form.action)}][method=${form.method}]${named}`)
    .first();
  if ((await found.count()) === 0) return undefined;
  const files = found.locator('input[type=file]');
  if (filling === 'nonsense' && (await files.count()) > 0)
    await files.first().setInputFiles({ name: 'gì đó.docx', mimeType: '', buffer: Buffer.from('gì đó') });
  // Nobody chooses what a filter does not offer.
  const choice = form.method === 'get' ? null : filling === 'nothing' ? '' : 'không có';
  await found.evaluate(fill, [textFor(form, filling), choice] as const);
  const [response] = await Promise.all([
    page.waitForEvent('response', {
      predicate: (one) => one.request().isNavigationRequest() && ![302, 303].includes(one.status()),
      timeout: 30_000,
    }),
    found.locator('button[type=submit]').first().click({ timeout: 10_000 }),
  ]);
  await page.waitForLoadState('load');
  return response.status();
}

/** What travels in an address, as a login does, is kept as far as an address reaches. */
const keeps = (kept: string, typed: string) =>
  kept === typed || (kept.length >= 50 && typed.toLowerCase().startsWith(kept.toLowerCase()));

/** As much of the browser's form as is used here; the tests are not compiled with the browser's types. */
interface Control {
  name: string;
  type: string;
  value: string;
  checked: boolean;
  disabled: boolean;
  innerHTML: string;
  closest(what: string): { open: boolean } | null;
}

/** Runs in the browser: fills what can be filled, past what the controls themselves would stop. */
function fill(form: unknown, [text, choice]: readonly [string, string | null]): void {
  for (const control of (form as { elements: Iterable<Control> }).elements) {
    const folded = control.closest('details');
    if (folded !== null) folded.open = true;
    if (control.name === '' || control.disabled || /^(hidden|submit|file)$/.test(control.type)) continue;
    const chosen = /^(checkbox|radio|select-one)$/.test(control.type);
    if (chosen && choice === null) continue;
    if (/^(checkbox|radio)$/.test(control.type)) {
      control.checked = choice !== '';
      if (control.checked) control.value = choice ?? '';
    } else if (control.type === 'select-one') {
      control.innerHTML = `<option value="${choice}" selected></option>`;
    } else {
      control.value = text;
    }
  }
}

/** What a page that refuses a form fails to say, or to keep; empty when nothing. */
export async function missingFrom(page: Page, form: PageForm, filling: Filling): Promise<string[]> {
  const missing = (await page.evaluate(`(() => {
    const links = [...document.querySelectorAll('.error-summary a')].map((link) => link.getAttribute('href'));
    const dead = links.filter((href) => document.getElementById(href.slice(1)) === null);
    const missing = dead.map((href) => 'the summary links to ' + href + ', which is nowhere');
    if (document.querySelector('.error-summary') === null) missing.push('no summary of what is wrong');
    else if (links.length === 0) missing.push('no link to a field: ' + document.querySelector('.error-summary').textContent);
    return missing;
  })()`)) as string[];
  const [control] = form.controls;
  const again = formsOf(await page.content()).find(
    ({ action, controls }) => action === form.action && controls.some(({ name }) => name === control?.name),
  );
  if (again === undefined) return [...missing, 'the form is gone'];
  const typed = textFor(form, filling).trim();
  for (const { name, kind } of form.controls) {
    const kept = String(again.data.get(name) ?? '')
      .normalize()
      .trim();
    if (kind === 'text' && !keeps(kept, typed.normalize()))
      missing.push(`${name} is not kept: ${kept.slice(0, 40)}`);
    if (kind === 'password' && kept !== '') missing.push(`${name} is sent back`);
  }
  return missing;
}
