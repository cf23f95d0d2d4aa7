import type { JsonValue } from '../database/schema.ts';
import type { Params } from './words.ts';

/** A refusal as the audit trail keeps it, code and parameters, in words; null where there is none. */
export function fillRefusal(
  kept: JsonValue | null,
  say: (key: string, params?: Params) => string,
): string | null {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept) || typeof kept.code !== 'string')
    return null;
  const { params } = kept;
  const known =
    typeof params === 'object' && params !== null && !Array.isArray(params) ? (params as Params) : {};
  return say(`refusal.${kept.code}`, known);
}
