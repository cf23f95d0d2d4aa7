import type { Hono } from 'hono';
import type { Action } from './actions/action.ts';
import type { AppointedSource } from './appointed/source.ts';
import type { PageSpec } from './http/page.ts';
import type { House, Visit } from './http/visit.ts';
import type { Catalogue } from './i18n/words.ts';
import type { Job } from './jobs/runner.ts';
import type { AnyLedger } from './ledger/ledger.ts';
import type { List } from './lists/list.ts';
import type { Measure } from './measure/measure.ts';
import type { Grant } from './policy/policy.ts';
import type { InboxEntry, ReminderSource } from './reminders/source.ts';
import type { SearchSpec } from './search/search.ts';
import type { Check } from './verify/index.ts';
import type { Content } from './view/types.ts';

/** The groups of the side menu, in the order of the day. */
export const MENU_GROUPS = [
  'day',
  'dossiers',
  'plan',
  'figures',
  'reports',
  'voice',
  'inspections',
  'organisation',
  'catalogues',
] as const;

export interface MenuItem {
  group: (typeof MENU_GROUPS)[number];
  /** Key of its words. */
  label: string;
  href: string;
  /** Shown to those who hold it anywhere. */
  permission: string;
}

/** A page of an agency, as its leaders and its Office see it. */
export interface Rehearsed {
  agencyId: string;
  address: string;
}

/** What a slice brings to the house; only main.ts collects these. */
export interface Slice {
  name: string;
  words: Catalogue | readonly Catalogue[];
  grants?: readonly Grant[];
  actions?: readonly Action[];
  ledgers?: readonly AnyLedger[];
  measures?: readonly Measure[];
  /** What `minhchung verify` looks at beside ledgers, catalogue rows and files. */
  checks?: readonly Check[];
  pages?: readonly PageSpec[];
  lists?: readonly List[];
  /** What the search page finds of this slice. */
  search?: readonly SearchSpec[];
  menu?: readonly MenuItem[];
  jobs?: readonly Job[];
  /** What of it falls due: people are reminded of it, and it stands in their calendars. */
  reminders?: readonly ReminderSource[];
  /** What of it has appointed times, which another calendar would move. */
  appointed?: readonly AppointedSource[];
  /** Where one finds what one was reminded of; of one slice alone. */
  inbox?: InboxEntry;
  /** Pages that the server asks of itself after a start: the first who opens such a page shall not wait longer. */
  rehearsed?(house: House): Promise<readonly Rehearsed[]>;
  /** What it shows above the plan that is the first page. */
  firstPage?(visit: Visit, plan: string): Promise<Content>;
  /** The few endpoints that are neither page nor action: signing in and out. */
  // biome-ignore lint/suspicious/noExplicitAny: routes are added to the app whatever its bindings
  routes?(app: Hono<any>, house: House): void;
}
