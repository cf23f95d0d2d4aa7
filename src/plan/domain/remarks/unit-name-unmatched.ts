import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Rule } from './rule.ts';
import { headedUnits, leadUnits, meansUnit, namesEveryUnit, namesManyUnits } from './unit-names.ts';
import { listed } from './wording.ts';

/** Tasks that name their unit otherwise than the part that gives the units their duties. */
export const unitNameUnmatched: Rule = {
  id: 'unit-name-unmatched',
  severity: 'warning',
  title: 'Tên đơn vị trong danh mục không khớp phần phân công',
  check(context) {
    const { plan, source, tasks } = context;
    const units = headedUnits(context);
    if (units.length < 2) return [];
    const names = new Set(units.map(({ name }) => fold(name)));
    const groups = [...new Set(plan.duties.map(({ unit }) => unit.replace(/^Các\s+/iu, '')))];
    const leads = leadUnits(plan.tasks).filter(
      (lead) =>
        !names.has(fold(lead)) && !namesManyUnits(lead) && !groups.some((name) => fold(name) === fold(lead)),
    );
    if (leads.length === 0) return [];
    const meant = leads.map((lead) => ({
      lead,
      unit:
        units.find(({ aliases }) => aliases.includes(lead))?.name ??
        groups.find((name) => meansUnit(lead, name)),
    }));
    const short = meant.flatMap(({ lead, unit }) => (unit === undefined ? [] : [`${lead} (${unit})`]));
    // "Các phòng thuộc Sở" have their duties together: no unit is missing there.
    const everyone = plan.duties.some(({ unit }) => namesEveryUnit(unit));
    const unknown = meant.flatMap(({ lead, unit }) =>
      unit === undefined && (!everyone || lead.includes('(')) ? [lead] : [],
    );
    const named = meant.flatMap(({ lead, unit }) =>
      unit !== undefined || unknown.includes(lead) ? [lead] : [],
    );
    if (named.length === 0) return [];
    const parts = [
      ...(unknown.length > 0 ? [`không có ở phần phân công nhiệm vụ: ${listed(unknown)}`] : []),
      ...(short.length > 0 ? [`viết tắt hoặc viết khác: ${listed(short)}`] : []),
    ];
    return [
      {
        message: `Tên đơn vị trong danh mục nhiệm vụ ${parts.join('; ')}; đề nghị thống nhất tên đơn vị.`,
        spans: named.flatMap((lead) => {
          const task = tasks.find((candidate) => candidate.task.leadUnits.includes(lead));
          const place = task === undefined ? null : source.locate(lead, task.range);
          return place === null ? [] : [source.span(place)];
        }),
      },
    ];
  },
};
