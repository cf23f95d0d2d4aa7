import { findCitations } from '../../../pure/law/index.ts';
import { readSource, type Source } from '../../../pure/reading/text.ts';
import { READ_PLAN_VERSION, type ReadCitation, type ReadPlan } from '../read-plan.ts';
import { findRemarks } from '../remarks/index.ts';
import { readLayout } from './blocks.ts';
import { readCommitments } from './commitments.ts';
import type { PlanTime } from './due.ts';
import { readDuties } from './duties.ts';
import { readHeader } from './header.ts';
import { publishedSections, readOutline } from './outline.ts';
import { readReporting } from './reporting.ts';
import { readRunningTasks } from './running-tasks.ts';
import { readTargetTables } from './target-tables.ts';
import { readTableTasks } from './tasks.ts';
import { readThresholds } from './thresholds.ts';

/**
 * Reads a plan from its text: plain, Markdown, tab-separated, or with tables flattened by a converter. Pure, and in
 * time linear in the text. What is not understood stays as written, with nulls and a remark.
 */
export function readPlan(text: string): ReadPlan {
  const source = readSource(text);
  const layout = readLayout(source);
  const outline = readOutline(layout);
  const document = readHeader(layout, outline);
  const time: PlanTime = { planYear: document.planYear };
  const running = readRunningTasks(layout, outline, time);
  const found = [...readTableTasks(layout, outline, time), ...running.tasks].sort(
    (a, b) => a.start - b.start,
  );
  const thresholds = [...readThresholds(layout, outline), ...readTargetTables(layout, outline)];
  const unreviewed = {
    version: READ_PLAN_VERSION,
    text,
    document,
    sections: publishedSections(layout, outline),
    targets: thresholds.map(({ target }) => target),
    commitments: readCommitments(layout, outline, found, thresholds, running.used),
    tasks: found.map(({ task }) => task),
    duties: readDuties(layout, outline, running.used),
    reporting: readReporting(layout, outline, found, time),
    citations: citationsOf(source),
  } satisfies Omit<ReadPlan, 'remarks'>;
  return { ...unreviewed, remarks: findRemarks(unreviewed) };
}

function citationsOf(source: Source): ReadCitation[] {
  return findCitations(source.text).map(({ raw, type, number, date, start, end }) => ({
    raw: raw.replace(/\s+/gu, ' '),
    type,
    number,
    date,
    span: source.span(start, end),
  }));
}
