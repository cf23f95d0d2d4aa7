import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { EmbeddedError } from './error.ts';

/** The ways to run PostgreSQL, which refuses to run as root. */
export type IdentityKind = 'self' | 'namespace' | 'user' | 'capability';

/** As whom the programs of PostgreSQL run. */
export interface Identity {
  readonly kind: IdentityKind;
  /** Program and arguments to put before the command. */
  readonly prefix: readonly string[];
  readonly ids: { readonly uid?: number; readonly gid?: number };
  /** Whom the data folder must belong to, as seen from here. */
  readonly owner: { readonly uid: number; readonly gid: number };
}

/**
 * Chooses as whom to run, by trying each way on the real folder and program:
 * - an ordinary user runs it directly;
 * - root over the folder of an ordinary user as that user;
 * - root (and a user that no passwd entry names, whom initdb refuses) in a user namespace, where root
 *   appears as another user without privileges: files stay root's, and folders that only root may enter work;
 * - root where namespaces are forbidden (most containers) as another user, who gets the data folder,
 *   and, where a parent folder is closed to that user, with the one capability to pass closed folders.
 */
export function chooseIdentity(
  dataDir: string,
  postgres: string,
  env: NodeJS.ProcessEnv,
  only?: IdentityKind,
): Identity {
  const tried = candidates(dataDir).filter((candidate) => only === undefined || candidate.kind === only);
  for (const candidate of tried) {
    giveFolder(dataDir, candidate);
    if (canRun(candidate, dataDir, postgres, env)) return candidate;
  }
  giveFolder(dataDir, { owner: self() });
  throw new EmbeddedError(refusal(dataDir, postgres, env));
}

/** Makes a folder and all in it belong to the identity's owner, where we may and where it does not yet. */
export function giveFolder(folder: string, { owner }: Pick<Identity, 'owner'>): void {
  if (process.getuid?.() !== 0 || statSync(folder).uid === owner.uid) return;
  const give = (file: string): void => {
    const stat = lstatSync(file);
    if (stat.isSymbolicLink()) return;
    if (stat.isDirectory()) for (const name of readdirSync(file)) give(path.join(file, name));
    // The folder itself last: an interrupted change is done again.
    chownSync(file, owner.uid, owner.gid);
  };
  give(folder);
}

function candidates(dataDir: string): Identity[] {
  const me = self();
  const direct: Identity = { kind: 'self', prefix: [], ids: {}, owner: me };
  if (process.platform !== 'linux') return [direct];
  const users = ordinaryUsers();
  const other = users.find((user) => user.name === 'nobody') ?? users.at(-1) ?? nobody;
  const namespace: Identity = {
    kind: 'namespace',
    prefix: ['unshare', '--user', `--map-user=${other.uid}`, '--'],
    ids: {},
    owner: me,
  };
  if (me.uid !== 0) return isNamed() ? [direct] : [namespace, direct];
  const { uid: owner } = statSync(dataDir);
  return [
    ...users
      .filter((user) => user.uid === owner)
      .slice(0, 1)
      .map(asUser),
    namespace,
    asUser(other),
    {
      kind: 'capability',
      prefix: [
        'setpriv',
        `--reuid=${other.uid}`,
        `--regid=${other.gid}`,
        '--clear-groups',
        '--inh-caps=-all,+dac_override',
        '--ambient-caps=-all,+dac_override',
        '--',
      ],
      ids: {},
      owner: other,
    },
  ];
}

function asUser({ uid, gid }: { uid: number; gid: number }): Identity {
  return { kind: 'user', prefix: [], ids: { uid, gid }, owner: { uid, gid } };
}

function self(): { uid: number; gid: number } {
  return { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
}

const nobody = { name: 'nobody', uid: 65534, gid: 65534 };

/** The users without privileges that /etc/passwd names: initdb takes no other. */
function ordinaryUsers(): { name: string; uid: number; gid: number }[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
      .filter((user) => user.uid > 0 && user.gid > 0);
  } catch {
    return []; // an image without users
  }
}

function isNamed(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false; // no passwd entry
  }
}

function canRun(identity: Identity, dataDir: string, postgres: string, env: NodeJS.ProcessEnv): boolean {
  const script = 'cd -- "$1" && test -w . && exec "$2" --version';
  const [command = 'sh', ...args] = [...identity.prefix, 'sh', '-c', script, 'sh', dataDir, postgres];
  const run = spawnSync(command, args, { ...identity.ids, env, cwd: '/', stdio: 'ignore' });
  return run.status === 0;
}

function refusal(dataDir: string, postgres: string, env: NodeJS.ProcessEnv): string {
  const bare = spawnSync(postgres, ['--version'], { env, cwd: '/', encoding: 'utf8' });
  if (bare.status !== 0) {
    const reason = bare.error?.message ?? bare.stderr.trim().split('\n')[0] ?? '';
    return `PostgreSQL đi kèm không chạy được trên máy này (${reason}): hãy đặt DATABASE_URL là địa chỉ một máy chủ PostgreSQL từ phiên bản 15.`;
  }
  const owner = statSync(dataDir).uid;
  if (process.getuid?.() !== 0) {
    return `Thư mục dữ liệu ${dataDir} thuộc về người dùng khác (uid ${owner}): hãy khởi động bằng người dùng ấy, hoặc chọn thư mục khác bằng DATA_DIR.`;
  }
  return (
    'PostgreSQL không chạy bằng root, mà ở đây không dùng được người dùng nào khác ' +
    `(không được tạo user namespace, và người dùng khác không vào được ${dataDir} hoặc ${path.dirname(postgres)}): ` +
    'hãy khởi động bằng một người dùng thường, hoặc đặt DATABASE_URL là địa chỉ một máy chủ PostgreSQL.'
  );
}
