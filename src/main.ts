import { actCommand, actionsCommand } from './commands/act.ts';
import { deadlineCommand } from './commands/deadline.ts';
import { COMMANDS, type CommandName, helpCommand } from './commands/help.ts';
import { planCommand } from './commands/plan-read.ts';
import { verifyCommand } from './commands/verify.ts';
import { commandWords } from './commands/words.ts';
import { demoCommand } from './demo/command.ts';
import { welcome } from './demo/welcome.ts';
import { jobsOf } from './house.ts';
import { isDiskFull, isUnavailable } from './platform/database/database.ts';
import { MigrationError } from './platform/database/migrate.ts';
import { EmbeddedError } from './platform/embedded/index.ts';
import { inLanguage, languageOf } from './platform/i18n/language.ts';
import { startJobs } from './platform/jobs/runner.ts';
import { rehearsal } from './rehearsal.ts';
import { listen, openHouse, tryListening } from './serve.ts';
import { readSettings, SettingsError, UsageError } from './settings.ts';

/** Errors whose message is the one clear line that the person needs. */
const CLEAR = [SettingsError, MigrationError, EmbeddedError];

/** Exit code of a command line that cannot be understood; what cannot be done has 1. */
const WRONG_USE = 2;

function fail(error: unknown): never {
  if (CLEAR.some((kind) => error instanceof kind)) console.error((error as Error).message);
  else if (isDiskFull(error))
    console.error(
      `Ổ đĩa chứa dữ liệu đã đầy (${(error as Error).message}): hãy giải phóng chỗ trống rồi khởi động lại.`,
    );
  else if (isUnavailable(error))
    console.error(`Mất kết nối với PostgreSQL (${(error as Error).message}): hãy khởi động lại.`);
  else console.error(error);
  process.exit(error instanceof UsageError ? WRONG_USE : 1);
}

/** A launcher that is killed outright tells nobody; a server left behind would keep port and folder from the next start. */
function stopWithLauncher(): void {
  const launcher = process.env.MINHCHUNG_LAUNCHER;
  if (launcher === undefined) return;
  // It may be gone already.
  setInterval(() => {
    if (String(process.ppid) !== launcher) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}

async function serveCommand(flags: readonly string[]): Promise<void> {
  const settings = readSettings(process.env, flags, process.cwd());
  const log = (line: string) => console.log(line);
  let asked = false;
  /** Ends what there is by now; a database that is only just coming up is waited for, and ended then. */
  let leave: (() => Promise<void>) | undefined;
  const end = async () => leave?.().then(() => process.exit(0), fail);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (asked) return;
      asked = true;
      end();
    });
  stopWithLauncher();
  try {
    const { house, close } = await openHouse(settings, log, async (closeDatabase) => {
      leave = closeDatabase;
      if (asked) await end();
      await tryListening(settings);
    });
    const { url, stop } = await listen(house, settings).catch(async (error: unknown) => {
      await close();
      throw error;
    });
    const jobs = startJobs(house, [...jobsOf(house.slices), rehearsal]);
    console.log(`Minh Chứng đang chạy tại ${url} (bấm Ctrl-C để dừng)`);
    if (house.demo) for (const line of welcome(house, url)) console.log(line);
    // Requests and jobs under way come to their end, then the connections, then PostgreSQL.
    leave = async () => {
      await Promise.all([stop(), jobs.stop()]);
      await close();
    };
  } catch (error) {
    if (!asked) throw error;
    // A start that was told to stop fails wherever it was.
    await end();
    process.exit(0);
  }
}

const commands: Record<CommandName, (args: readonly string[]) => Promise<void>> = {
  serve: serveCommand,
  verify: verifyCommand,
  plan: planCommand,
  deadline: deadlineCommand,
  demo: demoCommand,
  act: actCommand,
  actions: actionsCommand,
  help: helpCommand,
};

/** What asks for help wherever it stands, as anywhere else. */
const HELP = ['--help', '-h'];

/** What commands speak on a terminal. */
const language = languageOf(process.env.INTERFACE_LANGUAGE) ?? 'vi';

const [name = 'serve', ...args] = process.argv.slice(2);

async function runCommand(): Promise<void> {
  const command = [name, ...args].some((word) => HELP.includes(word))
    ? helpCommand
    : COMMANDS.filter((one) => one === name).map((one) => commands[one])[0];
  if (command === undefined) {
    console.error(commandWords.say('command.no-command', { name, names: COMMANDS.join(', ') }));
    process.exit(WRONG_USE);
  }
  return command(args);
}

// The server speaks to each reader in their own language.
(name === 'serve' ? runCommand() : inLanguage(language, runCommand)).catch(fail);
