import type { Context } from 'hono';
import { isKeepable } from '../actions/perform.ts';
import { RefusalError, refuse } from '../refusal.ts';

/** A status that the refusal's kind does not say. */
export type EdgeStatus = 400 | 405 | 415 | 421;

/** A request that no page, action or list has to see: it is answered where errors are. */
export class UnreadableRequest extends RefusalError {
  readonly status: EdgeStatus;
  constructor(code: Parameters<typeof refuse>[0], status: EdgeStatus) {
    super(refuse(code));
    this.status = status;
  }
}

/** Refuses an address that holds what no words can hold, in its path or its query. */
export function checkAddress(context: Context): void {
  const { pathname, search } = new URL(context.req.url);
  if ((pathname + search).includes('%00')) throw new UnreadableRequest('invalid:characters', 400);
}

/** What a form posted. Every form goes through here. @throws UnreadableRequest where it is none */
export async function readFormBody(context: Context): Promise<FormData> {
  if (!isMedia(context, 'multipart/form-data', 'application/x-www-form-urlencoded'))
    throw new UnreadableRequest('invalid:media-type', 415);
  const data = await context.req.formData().catch(() => {
    throw new UnreadableRequest('invalid:form', 400);
  });
  for (const [name, value] of data)
    if (![name, typeof value === 'string' ? value : value.name].every(isKeepable))
      throw new UnreadableRequest('invalid:characters', 400);
  return data;
}

/** The JSON value of a call. @throws UnreadableRequest where its bytes are no JSON text */
export async function readJsonBody(context: Context): Promise<unknown> {
  if (!isMedia(context, 'application/json')) throw new UnreadableRequest('invalid:media-type', 415);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await context.req.arrayBuffer());
  } catch {
    throw new UnreadableRequest('invalid:encoding', 400);
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isMedia(context: Context, ...types: string[]): boolean {
  const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return types.includes(type);
}
