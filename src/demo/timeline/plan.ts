import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { listUnits } from '../../agencies/index.ts';
import { type Draft, draftOfPlan, suggestRecipient } from '../../plan/index.ts';
import { WRITTEN_NAMES } from '../data/department.ts';
import { REMARK_ANSWERS } from '../data/remark-answers.ts';
import { AREA_OWNERS, AREAS_OF_TASKS, COMMENTS, WRITTEN_CORRECTIONS } from '../data/review.ts';
import { randomFor } from '../random.ts';
import { atTime, type Scene, type Stage } from '../scene.ts';

const CLERK = 'chuyenvien.vp';

/** Plan 375 as text: beside the bundle, or in the checkout when run from the sources. */
const PLAN_FILE = ['./examples/plan-375.txt', '../examples/plan-375.txt', '../../../examples/plan-375.txt']
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(url));

/** The key of the scene that uploads the plan; what it makes is the plan. */
export const UPLOAD = 'plan.upload';
export const ISSUE = 'plan.issue';

/** The clerk uploads the draft, and tells the program which units the appendix means. */
export const uploadScenes: readonly Scene[] = [
  {
    key: 'unit_names',
    at: atTime('2019-01-21', 30),
    who: CLERK,
    action: 'unit_name.remember',
    input: async (stage) => ({
      names: await Promise.all(
        WRITTEN_NAMES.map(async ([written, code]) => ({ written, unit: await unitId(stage, code) })),
      ),
    }),
  },
  {
    key: UPLOAD,
    at: '2019-01-21T09:05',
    who: CLERK,
    action: 'plan.upload',
    jobs: true,
    input: async (stage) => {
      if (PLAN_FILE === undefined) throw new Error('examples/plan-375.txt is missing from the package');
      return {
        file: await stage.file('Du thao KH CCHC nam 2019.txt', await readFile(PLAN_FILE)),
      };
    },
  },
];

/** The review of the draft: divisions comment, the clerk corrects rows and answers what the reader found doubtful. */
export function reviewScenes(draft: Draft): Scene[] {
  const plan = (stage: Stage) => stage.made(UPLOAD);
  const errors = draft.remarks.filter(({ remark }) => remark.severity === 'error');
  const others = draft.remarks.filter(
    ({ key, remark }) => remark.severity === 'warning' && randomFor(`remark ${key}`).chance(30),
  );
  const answers = [...errors, ...others].map(({ key, remark }, index): Scene => {
    const known = REMARK_ANSWERS[remark.rule];
    const answer = known ?? (index % 2 === 0 ? REMARK_ANSWERS.otherwise : REMARK_ANSWERS.later);
    return {
      key: `remark.${index}`,
      at: atTime('2019-01-25', 270 + 3 * index),
      who: CLERK,
      action: 'plan_remark.answer',
      input: (stage) => ({ plan: plan(stage), remark: key, ...answer }),
    };
  });
  return [
    {
      key: 'plan.circulate',
      at: '2019-01-22T08:20',
      who: CLERK,
      action: 'plan.circulate',
      input: (stage) => ({ plan: plan(stage), until: '2019-01-24' }),
    },
    ...COMMENTS.map(
      ({ who, at, task, text }, index): Scene => ({
        key: `plan.comment.${index}`,
        at,
        who,
        action: 'plan.comment',
        input: (stage) => ({ plan: plan(stage), item: task === null ? null : keyOfTask(draft, task), text }),
      }),
    ),
    {
      key: 'plan.close-circulation',
      at: '2019-01-25T08:05',
      who: CLERK,
      action: 'plan.close-circulation',
      input: (stage) => ({ plan: plan(stage) }),
    },
    {
      key: 'plan.correct-document',
      at: '2019-01-25T08:40',
      who: CLERK,
      action: 'plan.correct-document',
      // In a demo no document bears a person's name.
      input: (stage) => ({ plan: plan(stage), ...draft.document, signer: 'Giám đốc' }),
    },
    ...WRITTEN_CORRECTIONS.map(
      ({ task, ...change }, index): Scene => ({
        key: `plan_item.correct.${task}`,
        at: atTime('2019-01-25', 60 + 10 * index),
        who: CLERK,
        action: 'plan_item.correct',
        input: (stage) => correction(stage, draft, task, change),
      }),
    ),
    ...answers,
    {
      key: 'plan_area.own',
      at: '2019-01-28T08:30',
      who: CLERK,
      action: 'plan_area.own',
      input: async (stage) => ({
        plan: plan(stage),
        areas: await Promise.all(
          AREA_OWNERS.map(async ([label, code]) => ({ label, unit: await unitId(stage, code) })),
        ),
      }),
    },
    {
      key: 'task.place',
      at: '2019-01-28T08:50',
      who: CLERK,
      action: 'task.place',
      input: (stage) => ({ plan: plan(stage), tasks: placed(draft) }),
    },
    {
      key: ISSUE,
      at: '2019-01-28T10:30',
      who: CLERK,
      action: 'plan.issue',
      input: async (stage) => {
        const units = await stage.read((query) => listUnits(query, stage.agencyId));
        return {
          plan: plan(stage),
          recipients: draft.document.recipients.map((written) => ({
            written,
            to: suggestRecipient(written, units),
          })),
        };
      },
    },
  ];
}

/** What the reader took from the uploaded file, and what stands corrected by now. */
export async function draftOnStage(stage: Pick<Stage, 'house' | 'read'>, plan: string): Promise<Draft> {
  const draft = await stage.read((query) => draftOfPlan(query, stage.house.files, plan));
  if (draft === undefined) throw new Error('the demo’s plan has not been read');
  return draft;
}

function keyOfTask(draft: Draft, no: string): string {
  const task = draft.items.find(
    (item) => item.kind === 'task' && 'no' in item.fields && item.fields.no === no,
  );
  if (task === undefined) throw new Error(`the plan has no task ${no}`);
  return task.key;
}

/** Tasks by key, each with the area that it is put into. */
function placed(draft: Draft): { key: string; area: string | null }[] {
  return draft.items.flatMap(({ kind, key, fields }) => {
    if (kind !== 'task' || !('no' in fields)) return [];
    const no = Number(fields.no);
    const [, , area] = AREAS_OF_TASKS.find(([first, last]) => first <= no && no <= last) ?? [0, 0, null];
    return [{ key, area }];
  });
}

function correction(
  stage: Stage,
  draft: Draft,
  no: string,
  change: { ending?: string; requirementEnd?: string },
) {
  const item = keyOfTask(draft, no);
  const fields = draft.items.find((one) => one.key === item)?.fields;
  if (fields === undefined || !('due' in fields)) throw new Error(`${item} is no task`);
  return {
    plan: stage.made(UPLOAD),
    item,
    fields: {
      ...fields,
      title: fields.title + (change.ending ?? ''),
      windows: fields.due.map(({ raw, label, start, end }, index) => ({
        raw,
        label,
        start,
        end,
        requirementEnd: change.requirementEnd ?? fields.requirementEnds[index] ?? null,
      })),
    },
  };
}

/** A unit of the department by its code. */
export function unitId(stage: Pick<Stage, 'read' | 'agencyId'>, code: string): Promise<string> {
  return stage.read(async (query) => {
    const units = await listUnits(query, stage.agencyId);
    const unit = units.find((one) => one.code === code);
    if (unit === undefined) throw new Error(`the department has no unit ${code}`);
    return unit.id;
  });
}
