import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import type { ReadTask } from '../read-plan.ts';

/** "31/01/2019", as administrative documents print a day. */
export function dayInWords(date: CivilDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** The beginning of a text in Vietnamese quotation marks. */
export function quoted(text: string, longest = 60): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  const letters = [...plain];
  if (letters.length <= longest) return `“${plain}”`;
  const cut = letters.slice(0, longest).join('');
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), 10))}…”`;
}

/** "Nhiệm vụ 38", or by its title where the table prints no number. */
export function taskName(task: ReadTask): string {
  return task.no === '' ? `Nhiệm vụ ${quoted(task.title, 50)}` : `Nhiệm vụ ${task.no}`;
}

/** "Nhiệm vụ 2", "Các nhiệm vụ 2, 3, 9–12": runs of three and more are drawn together. */
export function taskNames(tasks: readonly ReadTask[]): string {
  const [only] = tasks;
  if (tasks.length === 1 && only !== undefined) return taskName(only);
  const names = tasks.map((task) => (task.no === '' ? quoted(task.title, 40) : task.no));
  return `Các nhiệm vụ ${runs(names).join(', ')}`;
}

function runs(names: readonly string[]): string[] {
  const out: string[] = [];
  let first = 0;
  for (let at = 1; at <= names.length; at++) {
    const follows = Number(names[at]) === Number(names[at - 1]) + 1;
    if (at < names.length && follows) continue;
    if (at - first >= 3) out.push(`${names[first]}–${names[at - 1]}`);
    else out.push(...names.slice(first, at));
    first = at;
  }
  return out;
}

/** "a", "a và b", "a, b và c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} và ${words.at(-1)}`;
}
