import { verifyCommand } from './commands/verify.ts';
import { jobs } from './house.ts';
import { MigrationError } from './platform/database/migrate.ts';
import { EmbeddedError } from './platform/embedded/index.ts';
import { startJobs } from './platform/jobs/runner.ts';
import { listen, openHouse } from './serve.ts';
import { readSettings, SettingsError } from './settings.ts';

/** Errors whose message is the one clear line that the person needs. */
const CLEAR = [SettingsError, MigrationError, EmbeddedError];

async function serveCommand(flags: readonly string[]): Promise<void> {
  const settings = readSettings(process.env, flags, process.cwd());
  const log = (line: string) => console.log(line);
  const { house, close } = await openHouse(settings, log);
  const { url, stop } = await listen(house, settings).catch(async (error: Error & { code?: string }) => {
    await close();
    if (error.code === 'EADDRINUSE')
      throw new SettingsError(
        `PORT=${settings.port} is in use: stop the other server, or set PORT to a free one`,
      );
    throw error;
  });
  const running = startJobs(house, jobs);
  console.log(`Minh Chứng listens on ${url}`);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      Promise.all([stop(), running.stop()])
        .then(close)
        .then(() => process.exit(0));
    });
}

const commands: Record<string, (args: readonly string[]) => Promise<void>> = {
  serve: serveCommand,
  verify: verifyCommand,
};

const [name = 'serve', ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  console.error(`minhchung ${name} is not a command; the commands are: ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}
command(args).catch((error: unknown) => {
  if (CLEAR.some((kind) => error instanceof kind)) console.error((error as Error).message);
  else console.error(error);
  process.exit(1);
});
