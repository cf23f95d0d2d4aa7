import { formatInstant } from '../../platform/http/format.ts';
import { definePage, type Shown } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { type AsOf, asOfDay, asOfNow } from '../../platform/measure/as-of.ts';
import type { Measure } from '../../platform/measure/measure.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import {
  Button,
  DataTable,
  DateInput,
  ErrorSummary,
  Facts,
  Figure,
  FigureRow,
  Form,
  Tabs,
} from '../../platform/view/index.ts';
import type { Link } from '../../platform/view/types.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { readCivilDate } from '../../pure/law/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { ratioOf, written } from '../figures.tsx';
import {
  list,
  PARTS,
  type Part,
  RECORDS_SHOWN,
  type Value,
  value,
  valueByUnit,
  type Within,
} from '../queries.ts';
import { measuresUrl, measureUrl } from '../urls.ts';
import { measureWords } from '../words.ts';

/** All measures of the house. */
export function measuresOf(visit: Visit): Measure[] {
  return visit.house.slices.flatMap((slice) => slice.measures ?? []);
}

interface Asked {
  within: Within;
  part: Part;
  page: number;
  /** The day as it was typed. */
  typed: string;
  day: CivilDate | undefined;
  at: AsOf;
}

/** The address's own filters. @returns what is wrong with each that cannot be read, for a figure of something else would lie */
function asked(visit: Visit): Asked | readonly Refusal[] {
  const { searchParams } = visit.url;
  const given = (name: string) => searchParams.get(name)?.trim() || undefined;
  const typed = given('day');
  const day = typed && readCivilDate(typed, Number(visit.house.clock.today().slice(0, 4)));
  const part = PARTS.find((one) => one === (given('part') ?? 'counted'));
  const page = Number(given('page') ?? 1);
  const [unit, partOf] = ['unit', 'of'].map((name) => given(name)?.toLowerCase());
  const isWrong = (id: string | undefined) => id !== undefined && !UUID.test(id);
  const wrong = [
    ...(day === null ? [refuse('invalid:date', {}, { field: 'day' })] : []),
    ...(isWrong(unit) ? [refuse('invalid:choose', {}, { field: 'unit' })] : []),
    ...(isWrong(partOf) ? [refuse('invalid:choose', {}, { field: 'of' })] : []),
    ...(Number.isInteger(page) && page >= 1 && page <= 1_000_000
      ? []
      : [refuse('invalid:choose', {}, { field: 'page' })]),
    ...(part === undefined ? [refuse('invalid:choose', {}, { field: 'part' })] : []),
  ];
  if (wrong.length > 0 || part === undefined) return wrong;
  return {
    within: { unit, partOf },
    part,
    page,
    typed: typed ?? '',
    day: day || undefined,
    at: day ? asOfDay(day, visit.house.clock) : asOfNow(visit.house.clock),
  };
}

/** One figure: value, definition, time, by unit, and the list that it was counted from. */
export const measurePage = definePage('/measures/:measure', async (visit) => {
  const measure = measuresOf(visit).find((one) => one.id === visit.param('measure'));
  if (measure === undefined) return refuse('missing:thing');
  if (visit.scope(measure.permission).agencies.length === 0) return refuse('unauthenticated:sign-in');
  const say = measureWords.in(visit.language);
  const wanted = asked(visit);
  if (!('within' in wanted)) return unreadable(visit, measure, wanted);
  const { within, part, page, typed, day, at } = wanted;
  // Of all agencies at once nobody looks for a unit: a reader's own stand there, and a plan has its own.
  const agency = within.partOf === undefined ? visit.actor.agencyId : undefined;
  const { all, byUnit, records } = await visit.read(measure.permission, async (query, scope) => ({
    all: await value(query, scope, measure, at, within),
    byUnit: await valueByUnit(query, scope, measure, at, { partOf: within.partOf }, agency),
    records: await list(query, scope, measure, at, within, part, page),
  }));
  const unit = visit.say(`measure.${measure.id}.unit`);
  const total = part === 'counted' ? all.numerator : (all.denominator ?? 0) - all.numerator;
  const from = (page - 1) * RECORDS_SHOWN;
  const address = (change: Parameters<typeof measureUrl>[1]) =>
    measureUrl(measure.id, { ...within, day, part, ...change });
  return {
    title: visit.say(`measure.${measure.id}`),
    lead: say('measure.lead', { time: timeOf(at, day) }),
    breadcrumbs: breadcrumbsOf(visit, measure),
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
        <DayForm visit={visit} measure={measure} within={within} typed={typed} />
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
          paging={
            total <= RECORDS_SHOWN
              ? undefined
              : {
                  from: from + 1,
                  to: from + records.length,
                  total,
                  previous: page > 1 ? address({ page: page - 1 }) : undefined,
                  next: from + records.length < total ? address({ page: page + 1 }) : undefined,
                }
          }
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

/** The page of a figure that nobody can tell which one was meant: it says what is wrong, and shows none. */
function unreadable(visit: Visit, measure: Measure, wrong: readonly Refusal[]): Shown {
  const typed = visit.url.searchParams.get('day') ?? '';
  const errorOf = (refusal: Refusal) => ({
    // Only the day has a field of its own on the page.
    field: refusal.field === 'day' ? 'day' : undefined,
    text: visit.words(refusal),
  });
  return {
    title: visit.say(`measure.${measure.id}`),
    status: 422,
    breadcrumbs: breadcrumbsOf(visit, measure),
    body: (
      <>
        <ErrorSummary errors={wrong.map(errorOf)} />
        <DayForm
          visit={visit}
          measure={measure}
          within={{}}
          typed={typed}
          error={wrong.map(errorOf).find(({ field }) => field === 'day')?.text}
        />
      </>
    ),
  };
}

function breadcrumbsOf(visit: Visit, measure: Measure): Link[] {
  return [
    { href: measuresUrl(), label: measureWords.in(visit.language)('measures.title') },
    { href: measureUrl(measure.id), label: visit.say(`measure.${measure.id}`), current: true },
  ];
}

function DayForm(props: {
  visit: Visit;
  measure: Measure;
  within: Within;
  typed: string;
  error?: string | undefined;
}) {
  const { unit, partOf } = props.within;
  const say = measureWords.in(props.visit.language);
  return (
    <Form
      action={measureUrl(props.measure.id)}
      method="get"
      layout="inline"
      hidden={Object.fromEntries(
        Object.entries({ unit, of: partOf }).flatMap(([name, id]) => (id === undefined ? [] : [[name, id]])),
      )}
    >
      <DateInput name="day" label={say('measure.day')} value={props.typed} error={props.error} />
      <Button variant="secondary">{say('measure.day.submit')}</Button>
    </Form>
  );
}

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
