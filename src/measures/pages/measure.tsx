import { formatInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { AsOf, Measure } from '../../platform/measure/measure.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import {
  Button,
  DataTable,
  DateInput,
  Facts,
  Figure,
  FigureRow,
  Form,
  Tabs,
} from '../../platform/view/index.ts';
import { readCivilDate } from '../../pure/law/index.ts';
import { formatDate, formatNumber } from '../../pure/vietnamese/index.ts';
import { ratioOf, written } from '../figures.tsx';
import { asOf, asOfDay, list, PARTS, type Part, type Value, value, valueByUnit } from '../queries.ts';
import { measuresUrl, measureUrl } from '../urls.ts';
import { measureWords } from '../words.ts';

/** All measures of the house. */
export function measuresOf(visit: Visit): Measure[] {
  return visit.house.slices.flatMap((slice) => slice.measures ?? []);
}

/** The address's own filters; what cannot be read filters nothing. */
function asked(visit: Visit) {
  const { searchParams } = visit.url;
  const id = (name: string) => {
    const given = searchParams.get(name);
    return given !== null && UUID.test(given) ? given : undefined;
  };
  const typed = searchParams.get('day') ?? '';
  const day = typed === '' ? null : readCivilDate(typed);
  const now = visit.house.clock.now();
  const part: Part = PARTS.find((one) => one === searchParams.get('part')) ?? 'counted';
  return {
    within: { unit: id('unit'), partOf: id('of') },
    part,
    typed,
    day: day ?? undefined,
    at: day === null ? asOf(now) : asOfDay(day, now),
  };
}

/** One figure: value, definition, time, by unit, and the list that it was counted from. */
export const measurePage = definePage('/measures/:measure', async (visit) => {
  const measure = measuresOf(visit).find((one) => one.id === visit.param('measure'));
  if (measure === undefined) return refuse('missing:thing');
  if (visit.scope(measure.permission).agencies.length === 0) return refuse('unauthenticated:sign-in');
  const say = measureWords.in(visit.language);
  const { within, part, typed, day, at } = asked(visit);
  const { all, byUnit, records } = await visit.read(measure.permission, async (query, scope) => ({
    all: await value(query, scope, measure, at, within),
    byUnit: await valueByUnit(query, scope, measure, at, { partOf: within.partOf }),
    records: await list(query, scope, measure, at, within, part),
  }));
  const unit = visit.say(`measure.${measure.id}.unit`);
  const address = (change: Parameters<typeof measureUrl>[1]) =>
    measureUrl(measure.id, { ...within, day, part, ...change });
  return {
    title: visit.say(`measure.${measure.id}`),
    lead: say('measure.lead', { time: timeOf(at, day) }),
    breadcrumbs: [
      { href: measuresUrl(), label: say('measures.title') },
      { href: measureUrl(measure.id), label: visit.say(`measure.${measure.id}`), current: true },
    ],
    body: (
      <>
        <FigureRow>
          <Figure
            value={written(all)}
            label={byUnit.find((one) => one.unitId === within.unit)?.name ?? say('measure.all-units')}
            {...ratioOf(all)}
            note={unit}
          />
        </FigureRow>
        <Facts
          facts={[{ label: say('measure.definition'), value: visit.say(`measure.${measure.id}.definition`) }]}
        />
        <Form
          action={measureUrl(measure.id)}
          method="get"
          layout="inline"
          hidden={Object.fromEntries(
            Object.entries({ unit: within.unit, of: within.partOf }).flatMap(([name, id]) =>
              id === undefined ? [] : [[name, id]],
            ),
          )}
        >
          <DateInput name="day" label={say('measure.day')} value={typed} />
          <Button variant="secondary">{say('measure.day.submit')}</Button>
        </Form>
        <h2>{say('measure.by-unit')}</h2>
        <DataTable
          id="by-unit"
          caption={say('measure.by-unit')}
          captionHidden
          rows={byUnit}
          empty={{ text: say('measure.by-unit.empty') }}
          columns={[
            { key: 'unit', label: say('measure.unit'), rowHeader: true, cell: (row) => row.name },
            {
              key: 'value',
              label: say('measure.value'),
              align: 'end',
              cell: (row) => (
                <a href={address({ unit: row.unitId, part: 'counted' })}>{inWords(visit, row, unit)}</a>
              ),
            },
          ]}
        />
        {measure.of === undefined ? null : (
          <Tabs
            label={say('measure.parts')}
            links={PARTS.map((one) => ({
              href: address({ part: one }),
              label: say(`measure.part.${one}`),
              current: one === part,
              count: one === 'counted' ? all.numerator : (all.denominator ?? 0) - all.numerator,
            }))}
          />
        )}
        <DataTable
          id="records"
          caption={say(part === 'counted' ? 'measure.list' : 'measure.list.rest')}
          rows={records}
          empty={{ text: say('measure.list.empty') }}
          columns={[
            {
              key: 'record',
              label: say('measure.record'),
              rowHeader: true,
              width: 'broad',
              cell: (row) => <a href={measure.records.href(row.id)}>{row.name}</a>,
            },
            { key: 'units', label: say('measure.record.units'), cell: (row) => row.units.join(', ') },
          ]}
        />
      </>
    ),
  };
});

function timeOf(at: AsOf, day: string | undefined): string {
  return day === undefined ? formatInstant(at.instant) : formatDate(at.day);
}

function inWords(visit: Visit, one: Value, unit: string): string {
  const say = measureWords.in(visit.language);
  return one.denominator === null
    ? say('measure.plain', { value: formatNumber(one.numerator), unit })
    : say('measure.of', {
        numerator: formatNumber(one.numerator),
        denominator: formatNumber(one.denominator),
        unit,
      });
}
