import { Brand } from './brand.tsx';
import { Icon } from './icon.tsx';
import { type PageProps, Shell } from './page.tsx';
import type { Content, Link } from './types.ts';
import { viewWords } from './words.ts';

export interface MenuGroup {
  readonly label?: string | undefined;
  readonly entries: readonly MenuEntry[];
}

export interface MenuEntry extends Link {
  /** How many things wait there. */
  readonly count?: number | undefined;
}

export interface StaffFrameProps extends PageProps {
  readonly home: string;
  readonly menu: readonly MenuGroup[];
  readonly breadcrumbs?: readonly Link[] | undefined;
  /** Shown as the main title when it should differ from the window's title. */
  readonly heading?: Content;
  /** A small line above the title: what kind of thing this is. */
  readonly kicker?: Content;
  /** One or two sentences under the title. */
  readonly lead?: Content;
  /** The one main act of the page, at its top right. */
  readonly act?: Content;
  readonly search?: { readonly action: string; readonly name?: string; readonly value?: string } | undefined;
  /** Office time as text; `control` is a link or a form that moves the pinned clock. */
  readonly clock?: { readonly text: string; readonly iso: string; readonly control?: Content } | undefined;
  readonly inbox?: { readonly href: string; readonly count: number } | undefined;
  /** Who is signed in; `links` and `control` (the sign-out form) open under the name. */
  readonly person?:
    | {
        readonly name: string;
        readonly role: string;
        readonly links?: readonly Link[];
        readonly control?: Content;
      }
    | undefined;
  /** The way to the other language: in the top bar, on a phone at the end of the menu. */
  readonly language?: Content;
  /** Where a visitor signs in, when nobody is signed in. */
  readonly signIn?: Link | undefined;
  /** A notice that stands above the title, such as what has just been done. */
  readonly notice?: Content;
  /** `wide` uses the whole window: review panes, broad tables. */
  readonly width?: 'normal' | 'wide' | undefined;
}

/** The frame in which staff work all day: top bar, side menu, breadcrumbs, title with the one main act. */
export function StaffFrame(props: StaffFrameProps) {
  const { title, agency, assets, demo, children } = props;
  return (
    <Shell title={title} agency={agency} assets={assets} demo={demo} kind="staff">
      <TopBar {...props} />
      <div class="staff-body">
        <nav class="side-menu" aria-label={viewWords.menu}>
          <div class="side-menu-sheet">
            <MenuList menu={props.menu} />
          </div>
        </nav>
        <main id="main" class={props.width === 'wide' ? 'staff-main wide' : 'staff-main'}>
          {props.breadcrumbs === undefined ? null : <Breadcrumbs links={props.breadcrumbs} />}
          {props.notice}
          <header class="page-head">
            <div class="page-title">
              {props.kicker === undefined ? null : <p class="kicker">{props.kicker}</p>}
              <h1>{props.heading ?? title}</h1>
              {props.lead === undefined ? null : <p class="lead">{props.lead}</p>}
            </div>
            {props.act === undefined ? null : <div class="page-act">{props.act}</div>}
          </header>
          {children}
        </main>
      </div>
      <HotkeyList />
    </Shell>
  );
}

function TopBar(props: StaffFrameProps) {
  const { search, clock, inbox, person, signIn } = props;
  return (
    <header class="top-bar">
      <details class="phone-menu">
        <summary aria-label={viewWords.menu}>
          <Icon name="menu" />
        </summary>
        <nav aria-label={viewWords.menu}>
          <MenuList menu={props.menu} />
          {props.language}
        </nav>
      </details>
      <Brand agency={props.agency} home={props.home} />
      {search === undefined ? null : (
        <search class="top-search">
          <form action={search.action} method="get">
            <input
              type="search"
              name={search.name ?? 'q'}
              value={search.value}
              placeholder={viewWords.searchHint}
              aria-label={viewWords.search}
              aria-keyshortcuts="/"
              autocomplete="off"
            />
            <button type="submit" aria-label={viewWords.search}>
              <Icon name="search" />
            </button>
          </form>
        </search>
      )}
      <div class="top-tools">
        <div class="top-language">{props.language}</div>
        {clock === undefined ? null : (
          <details class="top-clock">
            <summary>
              <span class="hidden">{viewWords.officeClock}: </span>
              <Icon name="clock" />
              <time datetime={clock.iso}>{clock.text}</time>
            </summary>
            <div class="drop">
              <p class="drop-title">{viewWords.officeClock}</p>
              <p>{clock.text}</p>
              {clock.control}
            </div>
          </details>
        )}
        {inbox === undefined ? null : (
          <a class="top-inbox" href={inbox.href}>
            <Icon name="inbox" />
            <span class="hidden">{viewWords.inbox}: </span>
            <span class={inbox.count > 0 ? 'count-badge' : 'count-badge none'}>{inbox.count}</span>
          </a>
        )}
        {signIn === undefined ? null : (
          <a class="top-sign-in" href={signIn.href}>
            {signIn.label}
          </a>
        )}
        {person === undefined ? null : (
          <details class="top-person">
            <summary>
              <Icon name="person" />
              <span class="person-name">{person.name}</span>
            </summary>
            <div class="drop">
              <p class="drop-title">{person.name}</p>
              <p>{person.role}</p>
              <ul class="plain-list">
                {(person.links ?? []).map((link) => (
                  <li>
                    <a href={link.href}>{link.label}</a>
                  </li>
                ))}
              </ul>
              {person.control}
            </div>
          </details>
        )}
      </div>
    </header>
  );
}

function MenuList({ menu }: { readonly menu: readonly MenuGroup[] }) {
  return (
    <>
      {menu.map((group) => (
        <div class="menu-group">
          {group.label === undefined ? null : <p class="menu-label">{group.label}</p>}
          <ul class="plain-list">
            {group.entries.map((entry) => (
              <li>
                <a href={entry.href} aria-current={entry.current ? 'page' : undefined}>
                  <span>{entry.label}</span>
                  {entry.count === undefined ? null : <span class="menu-count">{entry.count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** The way from the home page to here; the last link is the page itself and may be left out. */
export function Breadcrumbs({ links }: { readonly links: readonly Link[] }) {
  return (
    <nav class="breadcrumbs" aria-label={viewWords.breadcrumbs}>
      <ol>
        {links.map((link) => (
          <li>
            <a href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Filled by the `hot-keys` element from the shortcuts that the page declares; unseen without it. */
function HotkeyList() {
  return (
    <hot-keys>
      <dialog aria-labelledby="hotkeys-title">
        <form method="dialog">
          <h2 id="hotkeys-title">{viewWords.hotkeys}</h2>
          <dl class="hotkeys" data-show={viewWords.hotkeysShow}></dl>
          <label class="choice">
            <input type="checkbox" data-hotkeys-on />
            <span>{viewWords.hotkeysOn}</span>
          </label>
          <button class="button secondary" type="submit">
            {viewWords.close}
          </button>
        </form>
      </dialog>
    </hot-keys>
  );
}
