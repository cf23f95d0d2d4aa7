import type { z } from 'zod';
import type { AppointedSource } from '../appointed/source.ts';
import type { Clock } from '../clock/clock.ts';
import type { Writer } from '../database/database.ts';
import type { FileStore } from '../files/store.ts';
import type { Ledger, NewEvent } from '../ledger/ledger.ts';
import type { Measure } from '../measure/measure.ts';
import type { Actor, Post, Subject } from '../policy/policy.ts';
import type { Refusal } from '../refusal.ts';

/** What an action may use while it is performed; all of it belongs to one transaction. */
export interface Performing {
  query: Writer;
  actor: Actor;
  /** The post under which policy allowed it. */
  post: Post;
  clock: Clock;
  /** Read-only use: what an action stores is stored before it is performed. */
  files: Pick<FileStore, 'get'>;
  /** Everything that can be counted in this house. */
  measures: readonly Measure[];
  /** Everything in this house that has appointed times. */
  appointed: readonly AppointedSource[];
  /** Appends to a ledger; the form's seq is compared where `guarded` is not false. Throws the decision's refusal. */
  append<S, E extends NewEvent>(
    ledger: Ledger<S, E>,
    agencyId: string,
    streamId: string,
    decide: (state: S | undefined) => readonly E[] | Refusal,
    guarded?: boolean,
  ): Promise<{ state: S | undefined; seq: number }>;
  /** Inserts or replaces a catalogue row that has a `seq`, keeping every version; `guarded` as for a ledger. */
  saveRow(table: string, agencyId: string, row: VersionedRow, guarded?: boolean): Promise<{ seq: number }>;
  /** Lets this transaction write rows of other agencies too, which the allowed action is about. */
  reach(agencies: readonly string[]): Promise<void>;
}

export interface VersionedRow {
  id: string;
  [column: string]: string | number | boolean | null;
}

export interface ActionSpec<Schema extends z.ZodType, Result> {
  /** Noun and verb from the glossary: "task.assign". */
  name: string;
  /** The verb as a resource: "/tasks/:task/assignment"; parameters are fields of the input. */
  path: string;
  permission: string;
  /** Permission to know that the subject exists; without it the answer is 404. */
  sees: string;
  input: Schema;
  /** What policy judges; undefined where there is no such thing. */
  subject(query: Writer, input: z.output<Schema>, actor: Actor): Promise<Subject | undefined>;
  /** Does it; throws RefusalError, by the pure decision or its own, to do nothing at all. */
  perform(performing: Performing, input: z.output<Schema>): Promise<Result>;
  /** The page to show after the form. */
  next(input: z.output<Schema>, result: Result): string;
  /** True for what only the server itself does: it has no form and no route. */
  internal?: boolean;
  /** Fields that never reach the audit trail, the kept form or a log: passwords. */
  secret?: readonly string[];
}

/** An action of whatever input and result. */
export interface Action {
  name: string;
  path: string;
  permission: string;
  sees: string;
  input: z.ZodType;
  internal: boolean;
  secret: readonly string[];
  subject(query: Writer, input: unknown, actor: Actor): Promise<Subject | undefined>;
  perform(performing: Performing, input: unknown): Promise<object>;
  next(input: unknown, result: object): string;
}

/** Declares a change; its form, REST route, command, audit row and place in the permission matrix follow from it. */
export function defineAction<Schema extends z.ZodType, Result extends object>(
  spec: ActionSpec<Schema, Result>,
): Action {
  return { secret: [], internal: false, ...spec } as unknown as Action;
}
