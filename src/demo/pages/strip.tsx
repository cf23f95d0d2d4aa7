import { listUnits } from '../../agencies/index.ts';
import { value } from '../../measures/index.ts';
import { findPlan, overviewUrl, type PlanRow, subplansUrl, taskUrl } from '../../plan/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { asOfNow } from '../../platform/measure/as-of.ts';
import type { Content } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import {
  listReports,
  periodsOf,
  periodUrl,
  reportingUnits,
  reportPaperUrl,
  seesAll,
  showsOf,
} from '../../reports/index.ts';
import { demoWords } from '../words.ts';

/** The task that its cell and its requirement judge differently. */
const TWO_VERDICTS = '16';

interface Look {
  href: string;
  text: string;
  more: string;
}

/** What a visitor who types nothing can see in two minutes: each line says how it stands now, and opens it. */
export async function strip(visit: Visit, planId: string): Promise<Content> {
  const plan = await visit.read('plan.read', (query) => findPlan(query, planId));
  if (plan === undefined) return null;
  // Its figures are of the whole department; whoever sees a part of it would read others under the same words.
  const units = await visit.read('plan.read', (query) => listUnits(query, plan.agencyId));
  if (!seesAll(visit, plan.agencyId, units)) return null;
  const looks = await Promise.all([
    lateLook(visit, plan),
    taskLook(visit, plan),
    subplanLook(visit, plan),
    reportLooks(visit, plan),
  ]);
  const found = looks.flat().filter((look) => look !== null);
  const say = demoWords.in(visit.language);
  return (
    <section class="strip" aria-labelledby="strip">
      <h2 id="strip">{say('strip.title')}</h2>
      <ul>
        {found.map(({ href, text, more }) => (
          <li>
            <a href={href}>{text}</a>
            <span>{more}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The figure of a measure as it stands now. */
async function figure(visit: Visit, id: string, planId: string) {
  const measure = visit.house.slices.flatMap((slice) => slice.measures ?? []).find((one) => one.id === id);
  if (measure === undefined) throw new Error(`there is no measure ${id}`);
  const now = asOfNow(visit.house.clock);
  return visit.read(measure.permission, (query, scope) =>
    value(query, scope, measure, now, { partOf: planId }),
  );
}

async function lateLook(visit: Visit, plan: PlanRow): Promise<Look> {
  const say = demoWords.in(visit.language);
  const { numerator } = await figure(visit, 'task.late', plan.id);
  return {
    href: overviewUrl(plan.id),
    text: say('strip.late', { count: numerator }),
    more: say('strip.late.more'),
  };
}

async function taskLook(visit: Visit, plan: PlanRow): Promise<Look | null> {
  const say = demoWords.in(visit.language);
  const task = await visit.read('task.read', (query) =>
    query
      .selectFrom('task')
      .select('id')
      .where('agency_id', '=', plan.agencyId)
      .where('plan_id', '=', plan.id)
      .where('kind', '=', 'task')
      .where('no', '=', TWO_VERDICTS)
      .executeTakeFirst(),
  );
  return task === undefined
    ? null
    : {
        href: taskUrl(task.id),
        text: say('strip.two-verdicts', { no: TWO_VERDICTS }),
        more: say('strip.two-verdicts.more'),
      };
}

async function subplanLook(visit: Visit, plan: PlanRow): Promise<Look> {
  const say = demoWords.in(visit.language);
  const { numerator, denominator } = await figure(visit, 'subplan.in-hand', plan.id);
  return {
    href: subplansUrl(plan.id),
    text: say('strip.subplans', { count: numerator, all: denominator ?? 0 }),
    more: say('strip.subplans.more'),
  };
}

/** The period that units are held to next, and the newest report that the department has signed. */
async function reportLooks(visit: Visit, plan: PlanRow): Promise<Look[]> {
  const say = demoWords.in(visit.language);
  const today = visit.house.clock.today();
  return visit.read('report.read', async (query, scope) => {
    const periods = await periodsOf(query, plan);
    const reports = await listReports(query, scope, [plan.id]);
    const next = periods.find(({ due }) => due !== null && due >= today);
    const signed = reports.filter((one) => one.kind === 'department' && one.sentOn !== null).at(-1);
    const looks: Look[] = [];
    if (next?.due) {
      const units = await reportingUnits(query, plan.agencyId, today);
      const sent = units.filter((unit) => {
        const report = reports.find(
          (one) => one.kind === 'unit' && one.unitId === unit.id && one.period === next.code,
        );
        return showsOf(report, next.due, today).includes('sent');
      });
      looks.push({
        href: periodUrl(plan.id, next.code),
        text: say('strip.reports', {
          count: sent.length,
          all: units.length,
          period: visit.say(`period.in-text.${next.code}`),
        }),
        more: say('strip.reports.more', { date: formatDate(next.due), count: units.length - sent.length }),
      });
    }
    if (signed !== undefined)
      looks.push({
        href: reportPaperUrl(signed.id),
        text: say('strip.signed', { period: visit.say(`period.in-text.${signed.period}`) }),
        more: say('strip.signed.more'),
      });
    return looks;
  });
}
