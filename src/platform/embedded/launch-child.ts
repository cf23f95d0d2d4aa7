/**
 * A server in small, for the tests that kill one: starts the database in a folder, tells its process
 * and socket (or why it could not) on standard output, and stays until it is ended.
 */
import { startEmbedded } from './index.ts';

const [dataDir = '', packageName = ''] = process.argv.slice(2);
try {
  const { pid, socketDir, adopted } = await startEmbedded({ dataDir, packageName });
  console.log(JSON.stringify({ pid: pid(), socketDir, adopted }));
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
}
