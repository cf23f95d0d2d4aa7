import { fold } from '../../../pure/vietnamese/index.ts';
import type { TaskFields } from '../draft.ts';
import type { DueKind } from '../read-plan.ts';

/** Whether a task comes again each year, or is done with once and for all. */
export const RECURRENCES = ['yearly', 'once'] as const;
export type Recurrence = (typeof RECURRENCES)[number];

/** Windows of work that has no end of its own. */
const LASTING: ReadonlySet<DueKind | null> = new Set(['year', 'recurring', 'continuous', 'as_guided']);

const SAID_YEARLY = /hang nam|moi nam|hang quy|dinh ky|thuong xuyen|duy tri/;
/** What is made once, and stands until it is replaced. */
const MADE_ONCE =
  /^(?:(?:chu tri|tham muu|van ban),? )*(?:xay dung|soan thao|ban hanh|sua doi|thanh lap|cong bo|trinh)(?:,? (?:va|trinh|ban hanh|trien khai|cac|bo|mot so|noi bo|quyet dinh))* (?:quy che|quy dinh|quy trinh|de an|nghi quyet|he thong|co so du lieu|phan mem|to chuc|ban chi dao)\b/;
/** What is reported, planned, checked and kept going is so year by year. */
const DONE_YEARLY =
  /^(?:bao cao|tong hop|thong ke|danh gia|kiem tra|thanh tra|theo doi|ra soat|xu ly|cong khai|ty le|to chuc doi thoai|thuc hien viec tiep nhan|sang kien)\b|^(?:(?:xay dung|lap|ban hanh|trinh|va) ?)*ke hoach\b|\bdu toan\b/;

/**
 * What the words of a task suggest, for a drafter to confirm; null where they do not tell, as of "Công văn hướng dẫn …",
 * which some years need and others do not.
 */
export function suggestRecurrence(
  { title, due }: Pick<TaskFields, 'title' | 'due'>,
  year: number,
): Recurrence | null {
  const words = fold(title).trim();
  if (SAID_YEARLY.test(words) || new RegExp(`(?<!\\d)${year}(?!\\d)`).test(words)) return 'yearly';
  if (due.length > 1 || due.some(({ kind }) => LASTING.has(kind) && kind !== null)) return 'yearly';
  if (MADE_ONCE.test(words)) return 'once';
  return DONE_YEARLY.test(words) ? 'yearly' : null;
}
