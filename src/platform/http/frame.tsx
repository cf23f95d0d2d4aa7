import { raw } from 'hono/html';
import { MENU_GROUPS } from '../slice.ts';
import { withLabels } from '../view/field-labels.ts';
import { ErrorSummary } from '../view/form.tsx';
import { Notice, Page, StaffFrame } from '../view/index.ts';
import { assetsOf } from './assets.ts';
import { formatInstant } from './format.ts';
import { ClockControl, LanguageControl, PersonControl } from './frame-controls.tsx';
import type { Shown } from './page.ts';
import type { Visit } from './visit.ts';

/** Puts what a page shows into its frame. */
export async function frame(visit: Visit, shown: Shown): Promise<string> {
  const agency = await visit.house.agencyName();
  const common = {
    title: shown.title,
    agency,
    assets: assetsOf(shown.frame === 'bare' ? 'public' : 'staff'),
    demo: visit.house.demo,
  };
  const body = visit.errors.length === 0 ? shown.body : await withSummary(visit, shown);
  if (shown.frame === 'bare')
    return written(
      <Page {...common} home="/" width={shown.width} language={<LanguageControl visit={visit} />}>
        <DoneNotice visit={visit} />
        {body}
      </Page>,
    );
  const { signedIn } = visit;
  const now = visit.house.clock.now();
  return written(
    <StaffFrame
      {...common}
      home="/"
      menu={menuOf(visit)}
      kicker={shown.kicker}
      lead={shown.lead}
      act={shown.act}
      breadcrumbs={shown.breadcrumbs}
      width={shown.width}
      notice={<DoneNotice visit={visit} />}
      language={<LanguageControl visit={visit} />}
      clock={
        visit.house.demo
          ? { text: formatInstant(now), iso: now.toString(), control: <ClockControl visit={visit} /> }
          : undefined
      }
      search={
        signedIn
          ? {
              action: '/search',
              value: visit.url.pathname === '/search' ? (visit.url.searchParams.get('q') ?? '') : '',
            }
          : undefined
      }
      inbox={await inboxOf(visit)}
      person={
        signedIn
          ? {
              name: signedIn.actor.name,
              role: signedIn.position,
              links: [{ href: '/account', label: visit.say('account.title') }],
              control: <PersonControl visit={visit} />,
            }
          : undefined
      }
      signIn={signedIn ? undefined : { href: '/sign-in', label: visit.say('error.sign-in') }}
    >
      {body}
    </StaffFrame>,
  );
}

/** Where the reader finds what there is to be reminded of; nothing for who has no inbox. */
async function inboxOf(visit: Visit) {
  const inbox = visit.house.slices.find((slice) => slice.inbox !== undefined)?.inbox;
  const { personId } = visit.actor;
  if (inbox === undefined || personId === null || visit.scope(inbox.permission).agencies.length === 0) return;
  return {
    href: inbox.href,
    count: await visit.read(inbox.permission, (query) => inbox.unread(query, personId)),
  };
}

/** A refused form below the summary of what is wrong in it. */
async function withSummary(visit: Visit, { body }: Shown) {
  // biome-ignore lint/complexity/noUselessFragments: a body may be a text, a list or nothing, which only an element writes
  const markup = await written(<>{body}</>);
  return (
    <>
      <ErrorSummary errors={withLabels(visit.errors, markup)} />
      {raw(markup)}
    </>
  );
}

/** The text of an element once what it holds has been read: a component may be asynchronous, then its text is a promise. */
async function written(element: { toString(): string | Promise<string> }): Promise<string> {
  return String(await element.toString());
}

function menuOf(visit: Visit) {
  const items = visit.house.slices.flatMap((slice) => slice.menu ?? []);
  const groups = MENU_GROUPS.map((group) => ({
    label: visit.say(`menu.${group}`),
    entries: items
      .filter((item) => item.group === group && visit.scope(item.permission).agencies.length > 0)
      .map((item) => ({
        href: item.href,
        label: visit.say(item.label),
        current:
          visit.url.pathname === item.href ||
          (item.href !== '/' && visit.url.pathname.startsWith(`${item.href}/`)),
      })),
  })).filter((group) => group.entries.length > 0);
  // A group of one entry that is named alike would say the same twice.
  return groups.map(({ label, entries }) =>
    entries.length === 1 && entries[0]?.label === label ? { entries } : { label, entries },
  );
}

/** What has just been done, said once on the page that follows the form. */
function DoneNotice({ visit }: { visit: Visit }) {
  const { done } = visit;
  if (done === null || visit.failed !== null || !visit.house.lexicon.has(`done.${done}`)) return null;
  return <Notice tone="done">{visit.say(`done.${done}`)}</Notice>;
}
