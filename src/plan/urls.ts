/** A row's key as an anchor: "task:15" → "task-15", and "task:+2", which somebody added, → "task-added-2". */
export const anchorOf = (key: string) => key.replace(':+', '-added-').replace(/[^a-z0-9]+/g, '-');
export const plansUrl = () => '/plans';
export const newPlanUrl = () => '/plans/new';
/** The plan itself: its text with the state of everything in it. */
export const planUrl = (plan: string) => `/plans/${plan}`;
/** Where a row of the plan stands in its text. */
export const planAtUrl = (plan: string, key: string) => `${planUrl(plan)}#${anchorOf(key)}`;
/** Rows of the plan of one kind as a table, at one of them. */
export const planPartUrl = (plan: string, part: string, at?: string) =>
  `/plans/${plan}/tasks?part=${part}${at === undefined ? '' : `#item-${anchorOf(at)}`}`;
export const reviewUrl = (plan: string, show?: string, at?: string) =>
  `/plans/${plan}/review${show === undefined ? '' : `?show=${show}`}${at === undefined ? '' : `#review-row-${anchorOf(at)}`}`;
/** Remarks of the review, with what they are filtered by: "severity=info&answered=open". */
export const remarksUrl = (plan: string, filter = '', at?: number) =>
  `/plans/${plan}/review?show=remark${filter === '' ? '' : `&${filter}`}${at === undefined ? '' : `#review-row-r${at + 1}`}`;
export const remarkUrl = (plan: string, remark: string, filter = '') =>
  `/plans/${plan}/remarks/${encodeURIComponent(remark)}${filter === '' ? '' : `?${filter}`}`;
export const itemUrl = (plan: string, item: string) => `/plans/${plan}/items/${encodeURIComponent(item)}`;
export const newItemUrl = (plan: string, kind: string) => `/plans/${plan}/new-item?kind=${kind}`;
export const targetMeasureUrl = (plan: string, target: string) =>
  `/plans/${plan}/targets/${encodeURIComponent(target)}/measure`;
export const planDocumentUrl = (plan: string) => `/plans/${plan}/document`;
export const planUnitsUrl = (plan: string) => `/plans/${plan}/units`;
export const circulationUrl = (plan: string) => `/plans/${plan}/circulation`;
export const commentUrl = (plan: string, comment: number | string) => `/plans/${plan}/comments/${comment}`;
export const issueUrl = (plan: string) => `/plans/${plan}/issue`;
export const recipientsUrl = (plan: string) => `/plans/${plan}/recipients`;
/** What the recipients of a plan make of it; the page is of the slice that knows them. */
export const subplansUrl = (plan: string) => `/plans/${plan}/subplans`;
export const versionsUrl = (plan: string) => `/plans/${plan}/versions`;
export const amendmentUrl = (plan: string) => `/plans/${plan}/amendment`;
export const amendmentFileUrl = (plan: string, version: number | string) =>
  `/plans/${plan}/versions/${version}/file`;
/** The plan's reform areas: who answers for each, and which tasks belong to it. */
export const areasUrl = (plan: string) => `/plans/${plan}/areas`;
/** Tasks and followed duties of a plan in one list. */
export const workUrl = (plan: string) => `/plans/${plan}/work`;
/** What carries out a commitment. */
export const commitmentUrl = (plan: string, commitment: string) =>
  `${workUrl(plan)}?commitment=${encodeURIComponent(commitment)}`;
/** The reports of one of the plan's periods; the page is of the slice that knows them. */
export const reportPeriodUrl = (plan: string, period: string) => `/plans/${plan}/reports/${period}`;
/** Next year's plan, drafted from this one. */
export const nextYearUrl = (plan: string, search = '') => `/plans/${plan}/next-year${search}`;
export const nextYearWordUrl = (plan: string, search = '') => `/plans/${plan}/next-year.docx${search}`;
export const nextYearPdfUrl = (plan: string, search = '') => `/plans/${plan}/next-year.pdf${search}`;
export const overviewUrl = (plan: string) => `/plans/${plan}/overview`;
/** The plan's tasks as the list's filters narrow them. */
export const planTasksUrl = (plan: string, filters: Readonly<Record<string, string>> = {}) => {
  const search = new URLSearchParams(filters).toString();
  return `/plans/${plan}/tasks${search === '' ? '' : `?${search}`}`;
};
export const planFileUrl = (plan: string) => `/plans/${plan}/file`;
export const adoptionUrl = (plan: string) => `/plans/${plan}/adoption`;
/** What a plan carries out of a higher agency's; of an adopted plan, what ours carry out of it. */
export const parentUrl = (plan: string, show?: string) =>
  `/plans/${plan}/parent${show === undefined ? '' : `?show=${show}`}`;
export const parentItemsUrl = (plan: string) => `/plans/${plan}/parent-items`;
export const parentItemUrl = (plan: string, item: string) =>
  `${parentItemsUrl(plan)}/${encodeURIComponent(item)}`;
export const suggestionsUrl = (plan: string, least?: string) =>
  `/plans/${plan}/suggestions${least === undefined ? '' : `?least=${least}`}`;
