import { type PageProps, Shell } from './page.tsx';
import { Breadcrumbs } from './staff-frame.tsx';
import type { Content, Link } from './types.ts';

export interface PublicFrameProps extends PageProps {
  readonly home: string;
  readonly links?: readonly Link[] | undefined;
  readonly languages?: readonly Link[] | undefined;
  readonly breadcrumbs?: readonly Link[] | undefined;
  /** Whom to call: "Hỗ trợ: 024 …". */
  readonly help?: Content;
  readonly heading?: Content;
  readonly lead?: Content;
  readonly footer?: Content;
  /** `wide` is for a table or a plan; one question group stays narrow. */
  readonly width?: 'normal' | 'wide' | undefined;
}

/** The frame for citizens: one column, the agency's name, help, language. */
export function PublicFrame(props: PublicFrameProps) {
  const { title, agency, assets, demo } = props;
  return (
    <Shell title={title} agency={agency} assets={assets} demo={demo} kind="public">
      <header class="public-bar">
        <div class="public-column">
          <a class="public-agency" href={props.home}>
            {agency}
          </a>
          <LinkRow links={props.links} />
        </div>
        <div class="public-tools">
          <div class="public-column">
            {props.help === undefined ? null : <p>{props.help}</p>}
            <LinkRow links={props.languages} />
          </div>
        </div>
      </header>
      <main id="main" class={props.width === 'wide' ? 'public-main wide' : 'public-main'}>
        {props.breadcrumbs === undefined ? null : <Breadcrumbs links={props.breadcrumbs} />}
        <h1>{props.heading ?? title}</h1>
        {props.lead === undefined ? null : <p class="lead">{props.lead}</p>}
        {props.children}
      </main>
      {props.footer === undefined ? null : (
        <footer class="public-footer">
          <div class="public-column">{props.footer}</div>
        </footer>
      )}
    </Shell>
  );
}

function LinkRow({ links }: { readonly links: readonly Link[] | undefined }) {
  if (links === undefined || links.length === 0) {
    return null;
  }
  return (
    <ul class="link-row">
      {links.map((link) => (
        <li>
          <a href={link.href} aria-current={link.current ? 'true' : undefined}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
