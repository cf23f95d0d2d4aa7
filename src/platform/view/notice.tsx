import type { Content, Link } from './types.ts';
import { viewWords } from './words.ts';

export interface NoticeProps {
  readonly tone?: 'info' | 'done' | 'warning' | 'error' | undefined;
  readonly title?: Content;
  readonly children?: Content;
  /** Read out when it comes up after an act. */
  readonly live?: boolean | undefined;
}

/** Something to know before going on: what was done, what to heed. */
export function Notice({ tone = 'info', title, children, live }: NoticeProps) {
  return (
    <div class={`notice ${tone}`} role={live ? 'status' : undefined}>
      {title === undefined ? null : <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}

/** What will stand here, and the act that brings it. */
export function EmptyState({ children, act }: { readonly children?: Content; readonly act?: Content }) {
  return (
    <div class="empty-state">
      <p>{children}</p>
      {act}
    </div>
  );
}

/** Views of one thing, each with its own URL. */
export function Tabs({ label, links }: { readonly label: string; readonly links: readonly TabLink[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {links.map((link) => (
          <li>
            <a href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
              {link.count === undefined ? null : <span class="menu-count">{link.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface TabLink extends Link {
  readonly count?: number | undefined;
}

export interface ProgressProps {
  readonly label: Content;
  readonly done: number;
  readonly total: number;
  /** What is counted: "nhiệm vụ". */
  readonly unit: string;
  readonly id: string;
}

/** Long work or a count on its way: "12/69 nhiệm vụ". */
export function Progress({ label, done, total, unit, id }: ProgressProps) {
  return (
    <div class="progress">
      <label for={id}>{label}</label>
      <progress id={id} max={Math.max(total, 1)} value={done}></progress>
      <span class="progress-count">{total === 0 ? viewWords.noRecords : `${done}/${total} ${unit}`}</span>
    </div>
  );
}
