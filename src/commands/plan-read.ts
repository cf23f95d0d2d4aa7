import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lexicon } from '../house.ts';
import type { ReadPlan, Severity } from '../plan/domain/read-plan.ts';
import { readPlan } from '../plan/domain/reader/index.ts';
import { containsSecrecyMark } from '../plan/domain/secrecy.ts';
import { ExtractError, extractText } from '../platform/extract/index.ts';
import { formatDate } from '../pure/vietnamese/index.ts';
import { SettingsError, UsageError } from '../settings.ts';
import { commandWords, wrongUse } from './words.ts';

const { say } = commandWords;

/**
 * `minhchung plan read FILE [--json]`: what the reader takes from a plan, as JSON of a published shape or as a short
 * summary, on standard output. Needs no database. Exits 0 whatever it remarks, 1 where no plan can be read.
 */
export async function planCommand(args: readonly string[]): Promise<void> {
  const [verb, ...rest] = args;
  const unknown = rest.find((arg) => arg.startsWith('--') && arg !== '--json');
  const files = rest.filter((arg) => !arg.startsWith('--'));
  const [file] = files;
  if (verb !== 'read' || unknown !== undefined || file === undefined || files.length > 1)
    throw new UsageError(wrongUse(unknown, say('command.plan-usage')));
  const plan = readPlan(await textOf(file));
  process.stdout.write(rest.includes('--json') ? `${JSON.stringify(plan, null, 2)}\n` : summaryOf(plan));
}

async function textOf(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new SettingsError(say('command.file-missing', { file, reason }));
  }
  try {
    const { text, margins } = await extractText(bytes, path.basename(file));
    const mark = containsSecrecyMark(`${margins}\n${text}`);
    if (mark !== null) throw new SettingsError(say('command.secret', { file, mark }));
    return text;
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    const why = lexicon.say(`unreadable.${error.code}`, error.params);
    throw new SettingsError(say('command.unreadable', { file, why }));
  }
}

/** What was read, for people: the document, counts, each task in a line, each remark in a line. */
function summaryOf(plan: ReadPlan): string {
  const { document, tasks, remarks } = plan;
  const unknown = say('plan-read.unknown');
  const date = document.date && formatDate(document.date);
  const name = [document.type, document.number, date, document.title].filter(Boolean).join(', ');
  const of = (severity: Severity) => remarks.filter((remark) => remark.severity === severity).length;
  const lines = [
    say('plan-read.document', { text: name || unknown }),
    say('plan-read.year', { year: document.planYear ?? unknown }),
    say('plan-read.issuer', { text: document.issuer ?? unknown }),
    say('plan-read.signer', { text: document.signer ?? unknown }),
    say('plan-read.counts', {
      tasks: tasks.length,
      targets: plan.targets.length,
      commitments: plan.commitments.length,
      duties: plan.duties.length,
      reporting: plan.reporting.length,
      citations: plan.citations.length,
    }),
    ...(tasks.length === 0 ? [] : [say('plan-read.tasks')]),
    ...tasks.map((task) =>
      say('plan-read.task', {
        no: task.no || '–',
        title: task.title.replace(/\s+/g, ' '),
        units: task.leadUnits.join(', ') || unknown,
        due: task.due.map((due) => due.raw.replace(/\s+/g, ' ')).join('; ') || unknown,
      }),
    ),
    remarks.length === 0
      ? say('plan-read.no-remarks')
      : say('plan-read.remarks', { errors: of('error'), warnings: of('warning'), notes: of('info') }),
    ...remarks.map((remark) =>
      say('plan-read.remark', {
        severity: say(`plan-read.severity.${remark.severity}`),
        message: remark.message,
      }),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
