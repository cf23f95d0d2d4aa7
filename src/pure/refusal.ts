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
