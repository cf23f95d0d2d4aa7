import { type SqlBool, sql } from 'kysely';
import { peopleInCharge } from '../people/index.ts';
import { asOfNow } from '../platform/measure/as-of.ts';
import type { Charge, ReminderSource } from '../platform/reminders/source.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { owing } from './owing.ts';
import { subplanUrl } from './urls.ts';
import { belowWords } from './words.ts';

interface DueRow {
  agency: string;
  plan: string;
  number: string | null;
  title: string | null;
  recipient: string;
  units: string[];
  lastDay: CivilDate;
}

/** Plans that recipients of a plan still owe: of a division its heads, of an agency below whoever answers for it. */
export const dueSubplans: ReminderSource = {
  kind: 'subplan',
  async due(query, { clock, agencies, until, of }) {
    const soon = until === undefined ? sql<SqlBool>`true` : sql<SqlBool>`o.due_end <= ${until}`;
    const { rows } = await sql<DueRow>`
      SELECT o.agency_id AS agency, o.plan_id AS plan, plan.number, plan.title, o.recipient, o.unit_ids AS units,
        o.due_end AS "lastDay"
      FROM (${owing(asOfNow(clock))}) o JOIN plan ON plan.id = o.plan_id
      WHERE NOT o.in_hand AND o.due_end IS NOT NULL AND ${soon} AND o.agency_id = ANY (${[...agencies]}::uuid[])
      ORDER BY o.due_end, o.plan_id, o.recipient`.execute(query);
    const whole = rows.filter(({ units }) => units.length === 0).map(({ agency }) => agency);
    const inCharge = await peopleInCharge(query, whole, clock.today());
    return rows
      .map((row) => ({
        agencyId: row.agency,
        thing: `${row.plan}:${row.recipient}`,
        title: belowWords.say('subplan.reminder', { plan: row.number ?? row.title ?? '' }),
        href: subplanUrl(row.plan, row.recipient),
        lastDay: row.lastDay,
        charges:
          row.units.length > 0
            ? row.units.map((unitId): Charge => ({ unitId, personId: null }))
            : (inCharge.get(row.agency) ?? []).map((personId): Charge => ({ unitId: null, personId })),
      }))
      .filter(
        ({ charges }) =>
          of === undefined ||
          charges.some(
            ({ unitId, personId }) => of.people.includes(personId ?? '') || of.units.includes(unitId ?? ''),
          ),
      );
  },
};
