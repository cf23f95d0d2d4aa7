/**
 * npm leaves an optional package out of package-lock.json where the registry does not offer it, as mirrors without
 * other systems' programs do not; `npm ci` then refuses the lock file everywhere. This adds the entries: exact versions
 * stand in the packages that ask for them, system and processor in their names.
 * Usage: node tools/complete-lock.ts, after each `npm install`
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

/** What this tool reads of a package-lock.json. */
export interface Lock {
  packages: Record<string, LockEntry>;
}

const SYSTEMS = /(?:^|[/-])(android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|aix)(?=-|$)/;
const PROCESSORS = /-(arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64|mips64el|wasm32)(?=-|$)/;

/** The entries that `npm ci` would miss, by their place in the lock file. */
export function missingEntries(lock: Lock): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const [where, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const top = `node_modules/${name}`;
      const nested = where === '' ? top : `${where}/${top}`;
      if (lock.packages[top] !== undefined || lock.packages[nested] !== undefined) continue;
      const system = SYSTEMS.exec(name)?.[1];
      const processor = PROCESSORS.exec(name)?.[1];
      const libc = /-musl/.test(name)
        ? 'musl'
        : system === 'linux' && /-gnu/.test(name)
          ? 'glibc'
          : undefined;
      missing[top] = {
        version,
        ...(processor === undefined ? {} : { cpu: [processor] }),
        ...(entry.dev === true ? { dev: true } : {}),
        optional: true,
        ...(system === undefined ? {} : { os: [system] }),
        ...(libc === undefined ? {} : { libc: [libc] }),
      };
    }
  }
  return missing;
}

if (import.meta.main) {
  const file = 'package-lock.json';
  const lock: Lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lock);
  const entries = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(entries);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} entries added to ${file}`);
}
