import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SERVER_BUNDLE } from '../tools/server-bundle.mjs';

const checkout = fileURLToPath(new URL('..', import.meta.url));

/** A server in a process of its own. */
export interface ServerProcess {
  url: string;
  child: ChildProcess;
  /** All that it wrote on standard error. */
  errors(): string;
  /** Sends a signal and waits for the end. @returns exit code, or the signal that ended it */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

/** The product as one bundle in a folder of its own, run by this Node as users run it. */
export class Product {
  readonly #folder: string;
  readonly #children: ChildProcess[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async bundle(): Promise<Product> {
    // What is not ASCII, or of another meaning in an address, must do no harm where the product stands.
    const folder = mkdtempSync(path.join(tmpdir(), 'Minh Chứng #1 100% '));
    symlinkSync(path.join(checkout, 'node_modules'), path.join(folder, 'node_modules'));
    cpSync(path.join(checkout, 'migrations'), path.join(folder, 'migrations'), { recursive: true });
    await build({
      absWorkingDir: checkout,
      entryPoints: [
        { in: 'src/main.ts', out: 'minhchung' },
        { in: 'src/platform/extract/worker.ts', out: 'extract-worker' },
      ],
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      ...SERVER_BUNDLE,
      logLevel: 'silent',
    });
    return new Product(folder);
  }

  /** What runs a command. */
  command(args: readonly string[]): string[] {
    return [process.execPath, path.join(this.#folder, 'minhchung.mjs'), ...args];
  }

  /** Starts a command; what it prints is the caller's. */
  spawn(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
    const [program = '', ...words] = this.command(args);
    const child = spawn(program, words, {
      cwd: this.#folder,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#children.push(child);
    return child;
  }

  /** Runs a command to its end. */
  async run(
    args: readonly string[],
    env: NodeJS.ProcessEnv,
  ): Promise<{ code: number | null; output: string; errors: string }> {
    const child = this.spawn(args, env);
    const [output, errors] = [collect(child.stdout), collect(child.stderr)];
    const [code] = await once(child, 'close');
    return { code, output: output(), errors: errors() };
  }

  /** Starts a server and waits until it listens. */
  async serve(args: readonly string[], env: NodeJS.ProcessEnv): Promise<ServerProcess> {
    const child = this.spawn(['serve', ...args], env);
    const errors = collect(child.stderr);
    const exit = once(child, 'exit');
    if (child.stdout === null) throw new Error('a server has standard output');
    const lines = createInterface({ input: child.stdout });
    const url = await new Promise<string>((resolve, reject) => {
      lines.on('line', (line) => {
        const [address] = /http:\/\/\S+/.exec(line) ?? [];
        if (address !== undefined) resolve(address);
      });
      exit.then(([code]) => reject(new Error(`the server ended with ${code}: ${errors()}`)));
    });
    const end = async (signal: NodeJS.Signals) => {
      child.kill(signal);
      const [code, by] = await exit;
      return code ?? by;
    };
    return { url, child, errors, end };
  }

  /** Ends what still runs, and removes the bundle. */
  async remove(): Promise<void> {
    for (const child of this.#children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

/** Process and socket of the embedded PostgreSQL in a data folder. */
export function postgresOf(dataDir: string): { pid: number; socketDir: string } {
  const lines = readFileSync(path.join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  return { pid: Number(lines[0]), socketDir: lines[4] ?? '' };
}
