import type { Reader } from '../database/database.ts';
import type { Params } from '../i18n/words.ts';
import type { Scope } from '../policy/policy.ts';

/** One thing that was found. */
export interface SearchHit {
  title: string;
  /** What tells it from others of its name: number and date, unit, state. */
  detail: string;
  href: string;
}

/** How things of one kind are found by words without accents. */
export interface SearchSpec {
  /** In the URL: "task". Its words are `search.kind.<kind>`. */
  kind: string;
  permission: string;
  /**
   * The best hits within the scope, at most `limit`.
   * @param folded what was typed, folded; see {@link holdsWords}
   */
  query(
    query: Reader,
    scope: Scope,
    folded: string,
    limit: number,
    say: (key: string, params?: Params) => string,
  ): Promise<readonly SearchHit[]>;
}
