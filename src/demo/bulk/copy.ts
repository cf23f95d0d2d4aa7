import type pg from 'pg';

type Connection = { query(text: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

/** A value as COPY reads it in its text format. */
export type Copied = string | number | boolean | null | Buffer | readonly string[];

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function written(value: Copied): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return value.replace(/[\\\n\r\t]/g, (sign) => ESCAPED[sign] ?? sign);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (typeof value === 'object') return `{${value.join(',')}}`;
  return String(value);
}

/** Rows of one table on their way to PostgreSQL, already written out. */
export class Copying {
  readonly #text: string;
  #lines: string[] = [];

  constructor(table: string, columns: readonly string[]) {
    this.#text = `COPY ${table} (${columns.join(', ')}) FROM STDIN`;
  }

  add(values: readonly Copied[]): void {
    this.#lines.push(values.map(written).join('\t'));
  }

  /** Takes out what has been added. @returns sends it, in one COPY; the role must pass row-level security, which COPY does not know */
  take(): (client: pg.Client) => Promise<void> {
    const lines = this.#lines;
    this.#lines = [];
    return async (client) => {
      if (lines.length > 0) await send(client, this.#text, lines);
    };
  }
}

function send(client: pg.Client, text: string, lines: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined;
    // The part of pg's own queries that a COPY needs; what it hands over is asked for by these names.
    const copy = {
      submit: (connection: Connection) => connection.query(text),
      handleCopyInResponse: (connection: Connection) => {
        for (let at = 0; at < lines.length; at += 1000)
          connection.sendCopyFromChunk(Buffer.from(`${lines.slice(at, at + 1000).join('\n')}\n`));
        connection.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => (failure === undefined ? resolve() : reject(failure)),
      handleError: (error: Error) => {
        failure = error;
        reject(error);
      },
    };
    client.query(copy as unknown as pg.Submittable);
  });
}
