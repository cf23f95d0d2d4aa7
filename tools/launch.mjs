import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { buildIfStale, findNode, installPackages, Obstacle, root, say } from './prepare.mjs';
import { SERVER_FLAGS } from './server-bundle.mjs';

const FORWARDED = ['SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'];

/** Brings the product into a state in which it can run, and runs it with Node 24. Ends as the product ends. */
export async function launch(args) {
  try {
    if (Number(process.versions.node.split('.')[0]) < 20)
      throw new Obstacle(`Cần Node 20 trở lên, đang chạy Node ${process.versions.node}.`);
    await installPackages({ development: false });
    const node = findNode();
    await buildIfStale();
    hand(node, [...SERVER_FLAGS, path.join(root, 'dist', 'minhchung.js'), ...args]);
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

function hand(node, args) {
  const env = { ...process.env, MINHCHUNG_LAUNCHER: String(process.pid) };
  const child = spawn(node, args, { env, stdio: 'inherit' });
  for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to both; sent on as well, it would count twice.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  if (process.env.npm_lifecycle_event !== undefined) stopWithParent(child);
  child.once('error', (error) => {
    say(`Không chạy được ${node}: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** npm that is killed outright tells nobody; without this its server would go on unseen and keep the port. */
function stopWithParent(child) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}
