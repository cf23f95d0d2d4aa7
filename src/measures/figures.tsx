import type { Visit } from '../platform/http/visit.ts';
import { formatNumber, formatPercentage } from '../platform/i18n/format.ts';
import { asOfNow } from '../platform/measure/as-of.ts';
import type { Measure } from '../platform/measure/measure.ts';
import { Figure, FigureRow } from '../platform/view/index.ts';
import { type Value, values, type Within } from './queries.ts';
import { measureUrl } from './urls.ts';

export interface ReadFigure {
  measure: Measure;
  within: Within;
  found: Value;
}

/** Reads figures as of now, as far as the visitor may see what they count. */
export async function readFigures(
  visit: Visit,
  measures: readonly Measure[],
  within: Within = {},
): Promise<ReadFigure[]> {
  const at = asOfNow(visit.house.clock);
  const known = new Map<string, Value>();
  for (const permission of new Set(measures.map((measure) => measure.permission))) {
    if (visit.scope(permission).agencies.length === 0) continue;
    const allowed = measures.filter((one) => one.permission === permission);
    const found = await visit.read(permission, (query, scope) => values(query, scope, allowed, at, within));
    allowed.forEach(({ id }, index) => {
      const one = found[index];
      if (one !== undefined) known.set(id, one);
    });
  }
  return measures.flatMap((measure) => {
    const found = known.get(measure.id);
    return found === undefined ? [] : [{ measure, within, found }];
  });
}

/** A value as people write it: "96,8 %", or a plain count; undefined where there is nothing to count. */
export function written({ numerator, denominator }: Value): string | undefined {
  if (denominator === null) return formatNumber(numerator);
  return formatPercentage({ numerator, denominator }) ?? undefined;
}

/** Numerator and denominator in words; none for a plain count, or over nothing. */
export function ratioOf({ numerator, denominator }: Value) {
  if (denominator === null || denominator === 0) return {};
  return { numerator: formatNumber(numerator), denominator: formatNumber(denominator) };
}

/** Figures side by side, each a link to the list that it was counted from. */
export function Figures({ visit, figures }: { visit: Visit; figures: readonly ReadFigure[] }) {
  return (
    <FigureRow>
      {figures.map(({ measure, within, found }) => (
        <Figure
          value={written(found)}
          href={measureUrl(measure.id, within)}
          label={visit.say(`measure.${measure.id}`)}
          {...ratioOf(found)}
          note={visit.say(`measure.${measure.id}.unit`)}
        />
      ))}
    </FigureRow>
  );
}
