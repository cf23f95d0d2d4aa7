import type { Action } from '../actions/action.ts';
import type { ReadForm } from '../actions/form-data.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database, Reader } from '../database/database.ts';
import type { FileStore } from '../files/store.ts';
import { type Language, readersLanguage } from '../i18n/language.ts';
import type { Lexicon, Params } from '../i18n/words.ts';
import type { Actor, Policy, Scope, Subject, Verdict } from '../policy/policy.ts';
import { type Refusal, refusalKind } from '../refusal.ts';
import type { Slice } from '../slice.ts';
import { uuid7 } from '../uuid.ts';
import type { FieldError } from '../view/types.ts';
import type { Client } from './client.ts';

/** What every request may use: made once in main.ts. */
export interface House {
  database: Database;
  policy: Policy;
  clock: Clock;
  files: FileStore;
  lexicon: Lexicon;
  slices: readonly Slice[];
  actions: ReadonlyMap<string, Action>;
  /** True where the performance shown is invented: every page, export, e-mail and print says so. */
  demo: boolean;
  /** How letters leave the house; null where no mail server is set, and in a demo, whose people are invented. */
  mail: MailServer | null;
  /** Whose installation this is. */
  agencyName(): Promise<string>;
  identify(token: string | undefined): Promise<SignedIn | null>;
  /** Whom a program asks for; refused where its token is of no use, or too many were not at this address. */
  identifyToken(token: string, address: string): Promise<SignedIn | Refusal>;
  /** Who asks without having signed in. */
  visitor(): Promise<Actor>;
}

export interface MailServer {
  /** "smtp://name:password@host:port" */
  url: string;
  /** Address of the sender. */
  from: string;
  /** Stands before the addresses of pages. */
  baseUrl: string;
}

export interface SignedIn {
  actor: Actor;
  /** Secret of this session that forms carry. */
  csrf: string;
  mustChangePassword: boolean;
  /** Shown beside the name. */
  position: string;
}

/** A form that was refused, shown again with what was typed. */
export interface Failed {
  action: string;
  path: string;
  form: ReadForm;
  refusal: Refusal;
}

/** One request to a page. */
export class Visit {
  readonly house: House;
  readonly actor: Actor;
  readonly signedIn: SignedIn | null;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly failed: Failed | null;
  readonly language: Language = readersLanguage();
  /** Where the request came from. */
  readonly client: Client;
  /** What has just been done, for the page that follows a form; null on every other. */
  readonly done: string | null;

  constructor(parts: {
    house: House;
    actor: Actor;
    signedIn: SignedIn | null;
    url: URL;
    params: Record<string, string>;
    failed: Failed | null;
    client: Client;
    done: string | null;
  }) {
    this.house = parts.house;
    this.actor = parts.actor;
    this.signedIn = parts.signedIn;
    this.url = parts.url;
    this.params = parts.params;
    this.failed = parts.failed;
    this.client = parts.client;
    this.done = parts.done;
  }

  /** A path parameter; the router has seen to it that it is there. */
  param(name: string): string {
    const value = this.params[name];
    if (value === undefined) throw new Error(`this page has no parameter ${name}`);
    return value;
  }

  may(permission: string, subject: Subject): Verdict {
    return this.house.policy.decide(this.actor, permission, subject);
  }

  scope(permission: string): Scope {
    return this.house.policy.scope(this.actor, permission);
  }

  /** Reads under a permission; the scope is what the query may see. */
  read<T>(permission: string, run: (query: Reader, scope: Scope) => Promise<T>): Promise<T> {
    const scope = this.scope(permission);
    return this.house.database.read(scope, (query) => run(query, scope));
  }

  /** A key that makes one form act once. */
  oneTimeKey(): string {
    return uuid7();
  }

  say(key: string, params?: Params): string {
    return this.house.lexicon.say(key, params);
  }

  /** A refusal in words. */
  words(refusal: Refusal): string {
    return this.house.lexicon.say(`refusal.${refusal.code}`, refusal.params);
  }

  /** Why the actor may not do it, in words; undefined where it is allowed. For Button's `disabledReason`. */
  whyNot(permission: string, subject: Subject): string | undefined {
    const verdict = this.may(permission, subject);
    return verdict.allowed ? undefined : this.words(verdict.reason);
  }

  /** The refused attempt of this form, if the page is shown again because of it. */
  failedForm(action: string, path: string): Failed | null {
    return this.failed?.action === action && this.failed.path === path ? this.failed : null;
  }

  /** The errors of the refused form, for the error summary. */
  get errors(): FieldError[] {
    if (this.failed === null) return [];
    const { refusal } = this.failed;
    return [refusal, ...(refusal.more ?? [])].map((one) => ({ field: one.field, text: this.words(one) }));
  }

  /** 409 and 422 show the page again under their own status. */
  get failureKind() {
    return this.failed === null ? null : refusalKind(this.failed.refusal);
  }
}
