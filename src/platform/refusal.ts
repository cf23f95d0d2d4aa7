/** Why something was not done: a code and its parameters, put into words where it is shown. */
export interface Refusal {
  readonly refused: true;
  code: RefusalCode;
  params: Record<string, string | number>;
  /** Path of the input field at which it went wrong, "rows.3.title". */
  field?: string;
  /** The rule's source, "Điều 8 Nghị định 61/2018/NĐ-CP". */
  law?: string;
  /** Further refusals of the same request, one a field. */
  more?: Refusal[];
}

/** The kind of refusal, which decides the HTTP status; the code after the colon picks the words. */
export type RefusalCode = `${RefusalKind}:${string}`;
export type RefusalKind =
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'invalid'
  | 'throttled'
  | 'unavailable'
  | 'unauthenticated';

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

export function refuse(
  code: RefusalCode,
  params: Record<string, string | number> = {},
  where: { field?: string; law?: string } = {},
): Refusal {
  return { refused: true, code, params, ...where };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}

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
