import { createHash } from 'node:crypto';
import pg from 'pg';

/** A statement as it went over the wire. */
export interface Sent {
  text: string;
  values: unknown[];
}

type Query = (this: pg.Client, ...given: unknown[]) => unknown;

/**
 * Performs something on a database, keeps every statement that it sent, and lets nothing of it stay: its COMMIT goes
 * out as ROLLBACK. What is kept can be sent later as it stands, ids, digests and all.
 */
export async function record(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function (...given) {
    const [first] = given;
    const { text, values } = typeof first === 'string' ? { text: first, values: undefined } : (first as Sent);
    sent.push({ text, values: values ?? (given[1] as unknown[] | undefined) ?? [] });
    if (!/^commit\b/i.test(text)) return original.apply(this, given);
    given[0] = 'ROLLBACK';
    // Whoever commits looks whether the database says that it did.
    return (original.apply(this, given) as Promise<pg.QueryResult>).then((result) =>
      Object.assign(result, { command: 'COMMIT' }),
    );
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return sent;
}

/** Leaves only what writes, and the transaction with its scope around it. */
export function writesOf(sent: readonly Sent[]): Sent[] {
  return sent.filter(({ text }) =>
    /^(begin|commit|start|insert|update|delete|select set_config)\b/i.test(text.trim()),
  );
}

/** Sends statements one after the other over one connection, those with parameters as named ones. */
export async function replay(client: pg.Client, sent: readonly Sent[]): Promise<void> {
  for (const { text, values } of sent)
    if (values.length === 0) await client.query(text);
    else await client.query({ name: nameOf(text), text, values });
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 24);
    names.set(text, name);
  }
  return name;
}
