import { createHash } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { uuid7 } from '../uuid.ts';

/** Keeps bytes under their SHA-256; what is stored once is there for ever, and the same bytes are stored once. */
export interface FileStore {
  /** Durable when it returns. @returns the SHA-256 in hexadecimal */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws where there are no such bytes */
  get(sha256: string): Promise<Uint8Array>;
  /** Takes bytes out for good; for what must not be kept. */
  remove(sha256: string): Promise<void>;
}

/** The file store on disk: written aside, synced, then renamed into place. */
export class DiskStore implements FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const target = this.#path(sha256);
    if (await exists(target)) return sha256;
    const folder = path.dirname(target);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const aside = `${target}.${uuid7()}`;
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, target);
    await syncFolder(folder);
    return sha256;
  }

  get(sha256: string): Promise<Uint8Array> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256: ${sha256}`);
    return readFile(this.#path(sha256));
  }

  remove(sha256: string): Promise<void> {
    return rm(this.#path(sha256), { force: true });
  }

  #path(sha256: string): string {
    return path.join(this.#folder, sha256.slice(0, 2), sha256);
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** A rename is durable once its folder is synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
