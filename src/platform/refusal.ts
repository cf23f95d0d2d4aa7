import type { Refusal, RefusalKind } from '../pure/refusal.ts';

export { isRefusal, type Refusal, type RefusalCode, type RefusalKind, refuse } from '../pure/refusal.ts';

/** The one table from refusals to HTTP. */
export const REFUSAL_STATUS = {
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  invalid: 422,
  throttled: 429,
  unavailable: 503,
} as const satisfies Record<RefusalKind, number>;

export function refusalKind(refusal: Refusal): RefusalKind {
  return refusal.code.slice(0, refusal.code.indexOf(':')) as RefusalKind;
}

/** Carries a refusal out of a transaction so that it rolls back. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
