import http from 'node:http';

/** What a run of many requests took. */
export interface Measured {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  /** Requests a second, all clients together. */
  rate: number;
}

/** No measurement goes on for longer than this, in milliseconds. */
const LONGEST = 20_000;

/** Runs `count` requests by several clients, each with the next as soon as the last is answered. */
export async function measure(
  clients: number,
  count: number,
  run: (index: number, client: number) => Promise<void>,
): Promise<Measured> {
  const times: number[] = [];
  let next = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (next < count && performance.now() - from < LONGEST) {
        const index = next++;
        const start = performance.now();
        await run(index, client);
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - from) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { count: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), rate: times.length / seconds };
}

/** An answer with its body. */
export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** A browser without a screen: keeps its connection and its cookie. Only ever talks to this machine. */
export class Client {
  readonly #port: number;
  readonly #agent: http.Agent;
  #cookie = '';

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    if (hostname !== '127.0.0.1') throw new Error(`a benchmark loads this machine alone, not ${hostname}`);
    this.#port = Number(port);
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  }

  /** The same person, at a connection of its own. */
  another(): Client {
    const other = new Client(`http://127.0.0.1:${this.#port}`);
    other.#cookie = this.#cookie;
    return other;
  }

  get(path: string): Promise<Answer> {
    return this.#send('GET', path, {}, '');
  }

  form(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.#send(
      'POST',
      path,
      { 'content-type': 'application/x-www-form-urlencoded', origin: `http://127.0.0.1:${this.#port}` },
      new URLSearchParams(fields).toString(),
    );
  }

  api(path: string, body: object, key: string): Promise<Answer> {
    return this.#send(
      'POST',
      `/api/v1${path}`,
      { 'content-type': 'application/json', 'idempotency-key': key },
      JSON.stringify(body),
    );
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, headers: http.OutgoingHttpHeaders, body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = http.request(
        {
          host: '127.0.0.1',
          port: this.#port,
          method,
          path,
          agent: this.#agent,
          headers: {
            ...headers,
            ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
            ...(body === '' ? {} : { 'content-length': Buffer.byteLength(body) }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const cookie = response.headers['set-cookie']?.find((line) => line.startsWith('mc_session='));
            if (cookie !== undefined) this.#cookie = cookie.split(';')[0] ?? '';
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(parts).toString('utf8'),
            });
          });
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }
}

/** @throws where an answer is not what the benchmark stands on */
export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status)
    throw new Error(`answered ${answer.status} instead of ${status}: ${answer.body.slice(0, 300)}`);
  return answer;
}
