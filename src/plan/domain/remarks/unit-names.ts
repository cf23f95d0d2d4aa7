import { fold } from '../../../pure/vietnamese/fold.ts';
import { splitUnits } from '../reader/units.ts';
import type { PlanContext } from './plan-context.ts';

/** A unit that the plan gives duties under a heading of its own. */
export interface HeadedUnit {
  name: string;
  /** Lead units of tasks that mean it, as written there. */
  aliases: string[];
}

/** Headings that speak to many units at once. */
const GROUP =
  /^(?:cac|thu truong|truong phong|truong cac|trach nhiem|lanh dao|toan the|(?:ubnd|uy ban nhan dan) (?:xa|phuong|huyen|quan|thi xa)(?=,| va )|ubnd cac|uy ban nhan dan cac|de nghi)\b|\bcac (?:don vi|phong|truong|quan|huyen|xa)\b/u;
/** Words of a unit's kind that its short name leaves out. */
const KIND = /^(?:phong|ban|so|vu|cuc|van phong|thanh tra)\s+/u;

/** The units that have duties under their own heading, each with the names that the tasks give it. */
export function headedUnits({ plan }: PlanContext): HeadedUnit[] {
  const names = [...new Set(plan.duties.map(({ unit }) => unit))].filter((name) => !namesManyUnits(name));
  const leads = leadUnits(plan.tasks);
  return names.map((name) => ({ name, aliases: leads.filter((lead) => meansUnit(lead, name)) }));
}

/** Whether a name speaks of many units at once. */
export function namesManyUnits(name: string): boolean {
  // The comma of "Sở Văn hóa, Thể thao và Du lịch" parts no units.
  return GROUP.test(fold(name)) || splitUnits(name).length > 1;
}

/** Whether a name speaks of all units of a kind: "Các phòng, ban", "Thủ trưởng các đơn vị". */
export function namesEveryUnit(name: string): boolean {
  return /^(?:(?:thu truong|truong|lanh dao|giam doc) )?cac (?:phong|don vi|co quan|so|vu|cuc|ban|nganh)\b/u.test(
    fold(name),
  );
}

/** Every lead unit of the tasks, as written, once. */
export function leadUnits(tasks: readonly { leadUnits: string[] }[]): string[] {
  return [...new Set(tasks.flatMap((task) => task.leadUnits))];
}

/** Whether a short name means the unit of a heading: "KHTC" is "Phòng Kế hoạch - Tài chính". */
export function meansUnit(short: string, name: string): boolean {
  const [one, other] = [fold(short), fold(name)];
  if (
    one === other ||
    other.startsWith(`${one} `) ||
    one.startsWith(`${other} `) ||
    one.startsWith(`${other}(`)
  )
    return true;
  const kinds = [KIND.exec(one)?.[0], KIND.exec(other)?.[0]];
  const alike = kinds[0] === kinds[1] || kinds.includes(undefined);
  if (alike && other.replace(KIND, '') === one.replace(KIND, '')) return true;
  const [letters, initials] = [lettersOf(short), lettersOf(name.replace(/^(?:Phòng|Ban)\s+/iu, ''))];
  const whole = lettersOf(name);
  return (
    letters.length > 1 &&
    (initials === letters || whole === letters || (letters.length > 2 && initials.startsWith(letters)))
  );
}

/** "Phòng Kế hoạch - Tài chính" → "PKHTC"; abbreviations give their capitals: "Sở KH&CN" → "SKHCN". */
function lettersOf(name: string): string {
  return name
    .split(/[\s–-]+/u)
    .filter((word) => word !== '' && !/^(?:và|&)$/iu.test(word))
    .map((word) => {
      const capitals = word.replace(/\P{Lu}/gu, '');
      return capitals.length > 1 && word.length < 8 ? capitals : word.slice(0, 1).toUpperCase();
    })
    .join('');
}
