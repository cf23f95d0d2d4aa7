import { fold } from '../../pure/vietnamese/index.ts';

/** Whether a task says that its deliverable stands in another document: "Lồng ghép nội dung này trong báo cáo". */
export function saysHosted(task: {
  title: string;
  requirement: string | null;
  deliverable: string | null;
}): boolean {
  return [task.title, task.requirement, task.deliverable].some(
    (words) => words !== null && /long ghep.{0,80}(?:trong|vao|voi)/.test(fold(words)),
  );
}
