import { commandWords } from './words.ts';

const { say } = commandWords;

/** The commands, in the order of their help. */
export const COMMANDS = ['serve', 'verify', 'plan', 'deadline', 'demo', 'act', 'actions', 'help'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** `minhchung help`: what each command is for, and how it is used. */
export async function helpCommand(): Promise<void> {
  const lines = COMMANDS.flatMap((name) => [
    `  ${name.padEnd(8)}  ${say(`command.help.${name}`)}`,
    `            ${say(`command.${name}-usage`)}`,
  ]);
  process.stdout.write(`${[say('command.help.title'), ...lines].join('\n')}\n`);
}
