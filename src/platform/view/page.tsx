import { raw } from 'hono/html';
import { readersLanguage } from '../i18n/language.ts';
import { Brand } from './brand.tsx';
import type { Assets, Content } from './types.ts';
import { viewWords } from './words.ts';

export interface PageProps {
  /** The title of the page; the agency's name follows it in the window's title. */
  readonly title: string;
  readonly agency: string;
  readonly assets: Assets;
  /** Every page, export and print of a demo says so. */
  readonly demo?: boolean | undefined;
  readonly children?: Content;
}

interface ShellProps extends PageProps {
  readonly kind: 'staff' | 'public' | 'bare';
}

/** The HTML document: no inline style or script, so that the content security policy needs no exception. */
export function Shell({ title, agency, assets, demo, kind, children }: ShellProps) {
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={readersLanguage()} class={demo ? 'demo' : undefined}>
        <head>
          <meta charset="utf-8" />
          <title>{title === agency ? title : `${title} – ${agency}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <link rel="stylesheet" href={assets.style} />
          {(assets.scripts ?? []).map((src) => (
            <script type="module" src={src}></script>
          ))}
        </head>
        <body class={kind}>
          <a class="skip-link" href="#main">
            {viewWords.skipToContent}
          </a>
          {demo ? <DemoBand /> : null}
          {children}
        </body>
      </html>
    </>
  );
}

export interface BarePageProps extends PageProps {
  readonly home: string;
  /** The way to the other language. */
  readonly language?: Content;
  /** `wide` is for papers; a form stays narrow. */
  readonly width?: 'normal' | 'wide' | undefined;
}

/** A page without menu: sign-in, set-up, a paper to print. */
export function Page({ children, home, width, language, ...props }: BarePageProps) {
  return (
    <Shell {...props} kind="bare">
      <header class="bare-bar">
        <Brand agency={props.agency} home={home} />
        {language}
      </header>
      <main id="main" class={width === 'wide' ? 'bare-main wide' : 'bare-main'}>
        {children}
      </main>
    </Shell>
  );
}

function DemoBand() {
  return (
    <aside class="demo-band" aria-label={viewWords.demoBand}>
      <strong>{viewWords.demoBand}</strong>
      <span class="demo-note">{viewWords.demoNote}</span>
    </aside>
  );
}
