import type { Params } from '../i18n/words.ts';

/** What kind of row is damaged. */
export type DamageKind =
  | 'event'
  | 'stream'
  | 'projection'
  | 'counter'
  | 'audit'
  | 'seal'
  | 'version'
  | 'file';

/** What is wrong with it; `damage.<code>` puts it into words. */
export type DamageCode =
  | 'event-changed'
  | 'event-missing'
  | 'event-unreadable'
  | 'event-without-stream'
  | 'stream-kind'
  | 'stream-head'
  | 'row-changed'
  | 'row-missing'
  | 'row-added'
  | 'counter-differs'
  | 'audit-missing'
  | 'seal-missing'
  | 'seal-changed'
  | 'sealed-changed'
  | 'sealed-missing'
  | 'sealed-nowhere'
  | 'waiting-missing'
  | 'version-missing'
  | 'version-differs'
  | 'version-none'
  | 'content-changed'
  | 'content-kept'
  | 'content-erased'
  | 'file-missing'
  | 'file-changed'
  | 'file-kept';

/** One disagreement between what is stored and what follows from the events, the seals or the bytes. */
export interface Damage {
  kind: DamageKind;
  table: string;
  agencyId: string | null;
  /** Stream or row, with what tells it apart. */
  row: string;
  code: DamageCode;
  params: Params;
}

/** What one run looks at, and what it finds. */
export class Findings {
  events = 0;
  rows = 0;
  damaged = 0;
  readonly #onDamage: (damage: Damage) => void;
  readonly #onProgress: (part: string, done: number) => void;

  constructor(onDamage: (damage: Damage) => void, onProgress: (part: string, done: number) => void) {
    this.#onDamage = onDamage;
    this.#onProgress = onProgress;
  }

  damage(
    kind: DamageKind,
    table: string,
    agencyId: string | null,
    row: string,
    code: DamageCode,
    params: Params = {},
  ): void {
    this.damaged += 1;
    this.#onDamage({ kind, table, agencyId, row, code, params });
  }

  /** Says how far a part has come. */
  progress(part: string, done: number): void {
    this.#onProgress(part, done);
  }
}
