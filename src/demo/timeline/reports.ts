import { actingFor } from '../data/absences.ts';
import {
  AREA_TEXTS,
  CONCERNS,
  REPORT_STORIES,
  REPORT_TEXTS,
  REPORTERS,
  type ReportStory,
} from '../data/reports.ts';
import { AREA_OWNERS } from '../data/review.ts';
import { atTime, type Scene, type Stage } from '../scene.ts';
import { workingDaysAfter } from './days.ts';
import { UPLOAD, unitId } from './plan.ts';

const OFFICE = 'chuyenvien.vp';
/** Nobody judges their own unit's report: a deputy director confirms the Office's. */
const JUDGE_OF_OFFICE = 'phogiamdoc.cchc';
const RECORDS = 'vanthu';

/** The reports of the year, each from the draft of a division to the city's receipt. */
export function reportScenes(): Scene[] {
  return REPORT_STORIES.flatMap((story) => [
    ...Object.entries(story.submitted).flatMap(([unit, day], index) => unitScenes(story, unit, day, index)),
    ...AREA_OWNERS.flatMap(([area, unit], index) => areaScenes(story, area, unit, index)),
    ...departmentScenes(story),
  ]);
}

const nameOf = (period: string, of: string) => `report.${period}.${of}`;

/** An act on a report that an earlier scene has opened. */
function act(of: string, what: string, at: string, who: string, action: string, input: object = {}): Scene {
  return {
    key: `${of}.${what}`,
    at,
    who: actingFor(who, at.slice(0, 10)),
    action,
    input: (stage) => ({ report: stage.made(`${of}.open`), ...input }),
  };
}

function open(
  { period }: ReportStory,
  of: string,
  at: string,
  who: string,
  more: (stage: Stage) => object | Promise<object>,
): Scene {
  return {
    key: `${of}.open`,
    at,
    who: actingFor(who, at.slice(0, 10)),
    action: 'report.open',
    input: async (stage) => ({ plan: stage.made(UPLOAD), period, ...(await more(stage)) }),
  };
}

function unitScenes(story: ReportStory, unit: string, day: string, index: number): Scene[] {
  const [head, drafter] = REPORTERS[unit] ?? [OFFICE, OFFICE];
  const of = nameOf(story.period, unit);
  const judge = unit === 'VP' ? JUDGE_OF_OFFICE : OFFICE;
  const judged = workingDaysAfter(day, story.judgedAfter);
  const again = story.sentBack[unit];
  const concerns = CONCERNS.filter((one) => one.period === story.period && one.unit === unit);
  return [
    open(story, of, atTime(day, 20 + 3 * index), drafter, async (stage) => ({
      kind: 'unit',
      unit: await unitId(stage, unit),
    })),
    act(of, 'write', atTime(day, 60 + 4 * index), drafter, 'report.write', REPORT_TEXTS[unit] ?? {}),
    ...concerns.map(({ kind, text }, number) =>
      act(of, `concern.${number}`, atTime(day, 110 + index), drafter, 'concern.raise', { kind, text }),
    ),
    act(of, 'submit', atTime(day, 300 + 5 * index), head, 'report.submit'),
    ...(again === undefined
      ? [act(of, 'confirm', atTime(judged, 40 + 6 * index), judge, 'report.confirm')]
      : [
          act(of, 'send-back', atTime(judged, 40 + 6 * index), judge, 'report.send-back', {
            reason: 'Đề nghị nêu rõ nguyên nhân của từng nhiệm vụ quá hạn.',
          }),
          act(of, 'submit-again', atTime(again, 200), head, 'report.submit'),
          act(of, 'confirm', atTime(workingDaysAfter(again, 1), 60), judge, 'report.confirm'),
        ]),
    ...concerns.flatMap(({ answer }, number) =>
      answer === undefined
        ? []
        : [
            act(of, `answer.${number}`, atTime(answer.day, 150), answer.who, 'concern.answer', {
              concern: number + 1,
              text: answer.text,
            }),
          ],
    ),
  ];
}

/** The owner of an area writes its part a week before the department's report is made. */
function areaScenes(story: ReportStory, area: string, unit: string, index: number): Scene[] {
  const [head, drafter] = REPORTERS[unit] ?? [OFFICE, OFFICE];
  const of = nameOf(story.period, `area-${area}`);
  const day = workingDaysAfter(story.submitted[unit] ?? story.department.opened, 0);
  const judge = unit === 'VP' ? JUDGE_OF_OFFICE : OFFICE;
  return [
    open(story, of, atTime(day, 200 + 5 * index), drafter, async (stage) => ({
      kind: 'area',
      area: await areaOf(stage, area),
    })),
    act(of, 'write', atTime(day, 250 + 5 * index), drafter, 'report.write', {
      results: AREA_TEXTS[area] ?? '',
    }),
    act(of, 'submit', atTime(day, 360 + 5 * index), head, 'report.submit'),
    act(
      of,
      'confirm',
      atTime(workingDaysAfter(day, story.judgedAfter), 120 + 5 * index),
      judge,
      'report.confirm',
    ),
  ];
}

function departmentScenes(story: ReportStory): Scene[] {
  const of = nameOf(story.period, 'department');
  const { opened, submitted, reviewed, agreed, signed, sent, received, number, signer } = story.department;
  return [
    open(story, of, atTime(opened, 60), OFFICE, () => ({ kind: 'department' })),
    act(of, 'write', atTime(submitted, 60), OFFICE, 'report.write', {
      direction:
        'Sở đã ban hành Kế hoạch số 375/KH-SGDĐT ngày 28/01/2019, gửi đến các phòng và 150 đơn vị; theo dõi, đôn đốc trên hệ thống, mỗi nhiệm vụ gắn với minh chứng.',
    }),
    act(of, 'compile', atTime(submitted, 90), OFFICE, 'report.compile'),
    act(of, 'submit', atTime(submitted, 240), OFFICE, 'report.submit-for-signature'),
    act(of, 'review', atTime(reviewed, 100), 'chanhvanphong', 'report.review'),
    act(of, 'agree', atTime(agreed, 130), JUDGE_OF_OFFICE, 'report.agree'),
    act(of, 'sign', atTime(signed, 350), signer, 'report.sign'),
    act(of, 'register', atTime(sent, 60), RECORDS, 'report.register', { number, date: sent }),
    act(of, 'send', atTime(sent, 120), RECORDS, 'report.send', { day: sent }),
    act(of, 'receive', atTime(received, 200), RECORDS, 'report.receive', {
      day: received,
      number: String(number * 3 + 17),
    }),
  ];
}

async function areaOf(stage: Stage, label: string): Promise<string> {
  const row = await stage.read((query) =>
    query
      .selectFrom('plan_area')
      .select('area')
      .where('plan_id', '=', stage.made(UPLOAD))
      .where('label', '=', label)
      .executeTakeFirstOrThrow(),
  );
  return row.area;
}
