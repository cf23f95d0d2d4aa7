import type { Child } from 'hono/jsx';
import type { Refusal } from '../refusal.ts';
import type { Link } from '../view/types.ts';
import type { Visit } from './visit.ts';

/** What a page answers with. */
export type Rendered = Shown | Redirect | Download;

export interface Shown {
  title: string;
  body: Child;
  /** `staff` has the menu; `bare` is for sign-in, papers and errors. */
  frame?: 'staff' | 'bare';
  kicker?: Child;
  lead?: Child;
  /** The one main act, top right. */
  act?: Child;
  breadcrumbs?: readonly Link[];
  width?: 'normal' | 'wide';
  /** The page asks for itself again after so long, while something is under way. */
  refreshSeconds?: number;
  status?: 200 | 400 | 401 | 403 | 404 | 405 | 409 | 415 | 421 | 422 | 429 | 503;
}

export interface Redirect {
  redirect: string;
}

export interface Download {
  download: Uint8Array | string | ReadableStream;
  type: string;
  /** File name; absent shows it in the browser. */
  name?: string;
}

export interface PageSpec {
  path: string;
  render(visit: Visit): Promise<Rendered | Refusal>;
}

/** Declares a page. */
export function definePage(path: string, render: PageSpec['render']): PageSpec {
  return { path, render };
}
