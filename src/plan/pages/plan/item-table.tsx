import type { Visit } from '../../../platform/http/visit.ts';
import { formatDayOff, formatLongDate, formatNumber } from '../../../platform/i18n/format.ts';
import { type Column, type Content, DataTable, Tag } from '../../../platform/view/index.ts';
import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import type { AreaRow } from '../../areas.ts';
import type { CommitmentProgress } from '../../domain/commitment-state.ts';
import type {
  CommitmentFields,
  DutyFields,
  ItemKind,
  ReportingFields,
  TargetFields,
  TaskFields,
} from '../../domain/draft.ts';
import type { LiveTarget } from '../../domain/living/live-items.ts';
import { livingWords } from '../../living-words.ts';
import { taskUrl } from '../../task-urls.ts';
import { anchorOf, commitmentUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { CommitmentStateTag } from './commitment-state-tag.tsx';
import { type Described, describeWindow, labelOf, SIGNS, titleOf } from './describe.ts';
import { TargetTag, TargetValue, whyUncountable } from './target-standing.tsx';

interface ItemTableProps {
  visit: Visit;
  kind: ItemKind;
  /** Rows of this kind, and those that they are linked to. */
  items: readonly Described[];
  captionHidden?: boolean | undefined;
  /** Ids of tasks by their keys, where the reader may open them. */
  taskIds?: ReadonlyMap<string, string> | undefined;
  /** How what carries out each commitment stands, by its key, where the reader may know. */
  commitments?: { plan: string; counts: ReadonlyMap<string, CommitmentProgress> } | undefined;
  /** Reform areas, whose headings stand over their commitments. */
  areas?: readonly AreaRow[] | undefined;
  /** Day of issue, against which reporting dates are read. */
  issueDate?: CivilDate | null | undefined;
  /** Of an issued plan, for those who may see it: how its targets stand, by their keys. */
  standing?: { plan: string; targets: ReadonlyMap<string, LiveTarget> } | undefined;
  /** What can be done with a row. */
  act?: ((item: Described) => Content) | undefined;
}

interface TableRow {
  item: Described;
  index: number;
}

/** Rows of one kind of a plan, in the order of the document, each kind with what matters in it. */
export function ItemTable(props: ItemTableProps) {
  const { visit, kind, items, act } = props;
  const say = planWords.in(visit.language);
  const rows = items.filter((item) => item.kind === kind).map((item, index) => ({ item, index }));
  const columns: Column<TableRow>[] = [
    { key: 'no', label: say('field.no'), nowrap: true, cell: ({ item, index }) => labelOf(item, index) },
    ...columnsOf(props),
    ...(act === undefined
      ? []
      : [{ key: 'act', label: say('plan.act'), cell: ({ item }: TableRow) => act(item) }]),
  ];
  return (
    <DataTable
      id={`plan-${kind}`}
      caption={say(`review.show.${kind}`)}
      captionHidden={props.captionHidden}
      rows={rows}
      rowId={({ item }) => `item-${anchorOf(item.key)}`}
      group={groupOf(props)}
      empty={{ text: say('review.no-rows') }}
      columns={columns}
    />
  );
}

function groupOf({ visit, kind, areas = [] }: ItemTableProps): ((row: TableRow) => string) | undefined {
  switch (kind) {
    case 'task':
      return ({ item }) => (item.fields as TaskFields).area ?? '';
    case 'duty':
      return ({ item }) => (item.fields as DutyFields).unit;
    case 'commitment':
      return ({ item }) => {
        const { area } = item.fields as CommitmentFields;
        const heading = areas.find((one) => one.label === area && one.area !== area)?.area;
        const say = planWords.in(visit.language);
        return heading === undefined ? say('plan.area', { area }) : `${area}. ${heading}`;
      };
    default:
      return undefined;
  }
}

function columnsOf(props: ItemTableProps): Column<TableRow>[] {
  const { visit, kind } = props;
  const say = planWords.in(visit.language);
  const text: Column<TableRow> = {
    key: 'text',
    label: say(kind === 'task' ? 'field.title' : 'field.text'),
    rowHeader: true,
    width: 'broad',
    cell: ({ item }) => titleOf(item),
  };
  switch (kind) {
    case 'task':
      return [text, ...taskColumns(visit)];
    case 'target':
      return [text, ...targetColumns(props)];
    case 'commitment':
      return [
        text,
        {
          key: 'by',
          label: say('plan.carried-by'),
          width: 'broad',
          cell: ({ item }) => <CarriedBy {...props} item={item} />,
        },
        ...commitmentColumns(props),
      ];
    case 'duty':
      return [
        text,
        {
          key: 'rhythm',
          label: say('field.rhythm'),
          cell: ({ item }) => say(`rhythm.${(item.fields as DutyFields).rhythm}`),
        },
      ];
    case 'reporting':
      return reportingColumns(props);
  }
}

function taskColumns(visit: Visit): Column<TableRow>[] {
  const say = planWords.in(visit.language);
  const of = (item: Described) => item.fields as TaskFields;
  return [
    {
      key: 'units',
      label: say('field.leadUnits'),
      cell: ({ item }) => (
        <>
          {of(item).leadUnits.join(', ') || '–'}
          {of(item).supportUnits.length === 0 ? null : (
            <span class="hint"> {say('review.support', { names: of(item).supportUnits.join(', ') })}</span>
          )}
        </>
      ),
    },
    {
      key: 'requirement',
      label: say('field.requirement'),
      width: 'broad',
      cell: ({ item }) => of(item).requirement ?? '–',
    },
    { key: 'deliverable', label: say('field.deliverable'), cell: ({ item }) => of(item).deliverable ?? '–' },
    {
      key: 'due',
      label: say('field.due'),
      cell: ({ item }) =>
        of(item)
          .due.map((window) => describeWindow(visit, window))
          .join('; ') || '–',
    },
  ];
}

function targetColumns({ visit, standing }: ItemTableProps): Column<TableRow>[] {
  const say = planWords.in(visit.language);
  const of = (item: Described) => item.fields as TargetFields;
  return [
    {
      key: 'threshold',
      label: say('field.threshold'),
      nowrap: true,
      cell: ({ item }) =>
        say('review.target', {
          comparator: SIGNS[of(item).comparator],
          threshold: formatNumber(of(item).threshold),
          unit: of(item).measureUnit,
        }),
    },
    ...(standing === undefined
      ? []
      : [
          {
            key: 'standing',
            label: livingWords.in(visit.language)('target.now'),
            cell: ({ item }: TableRow) => <Standing visit={visit} standing={standing} item={item} />,
          },
        ]),
    { key: 'units', label: say('field.leadUnits'), cell: ({ item }) => of(item).leadUnits.join(', ') || '–' },
    {
      key: 'section',
      label: say('field.section'),
      nowrap: true,
      cell: ({ item }) => of(item).section ?? '–',
    },
  ];
}

/** How a commitment stands, which opens the list of what carries it out. */
function commitmentColumns({ visit, commitments }: ItemTableProps): Column<TableRow>[] {
  if (commitments === undefined) return [];
  return [
    {
      key: 'state',
      label: planWords.in(visit.language)('commitment.state'),
      cell: ({ item }) => (
        <a href={commitmentUrl(commitments.plan, item.key)}>
          <CommitmentStateTag visit={visit} counts={commitments.counts.get(item.key)} />
        </a>
      ),
    },
  ];
}

function Standing({
  visit,
  standing: { plan, targets },
  item,
}: {
  visit: Visit;
  standing: NonNullable<ItemTableProps['standing']>;
  item: Described;
}) {
  const target = targets.get(item.key);
  if (target === undefined) return null;
  return (
    <>
      <TargetTag visit={visit} target={target} /> <TargetValue plan={plan} target={target} />
      <span class="hint">{whyUncountable(visit, target)}</span>
    </>
  );
}

/** The tasks and targets that carry a commitment out; a task opens its page where the reader may see it. */
function CarriedBy({ visit, items, item, taskIds }: ItemTableProps & { item: Described }) {
  const { tasks, targets, duties = [] } = item.fields as CommitmentFields;
  const links = [...targets, ...tasks, ...duties].flatMap((key) => {
    const alike = items.filter((one) => key.startsWith(`${one.kind}:`));
    const index = alike.findIndex((one) => one.key === key);
    const found = alike[index];
    if (found === undefined) return [];
    const id = taskIds?.get(key);
    const label = `${labelOf(found, index)}: ${titleOf(found)}`;
    return [<li>{id === undefined ? label : <a href={taskUrl(id)}>{label}</a>}</li>];
  });
  if (links.length === 0)
    return <span class="hint">{planWords.in(visit.language)('review.carried-by.none')}</span>;
  return <ul class="plain-list spaced">{links}</ul>;
}

function reportingColumns({ visit, issueDate }: ItemTableProps): Column<TableRow>[] {
  const say = planWords.in(visit.language);
  const of = (item: Described) => item.fields as ReportingFields;
  return [
    { key: 'period', label: say('field.period'), rowHeader: true, cell: ({ item }) => of(item).period },
    { key: 'from', label: say('field.from'), cell: ({ item }) => of(item).from ?? '–' },
    { key: 'to', label: say('field.to'), cell: ({ item }) => of(item).to ?? '–' },
    {
      key: 'boundary',
      label: say('field.boundary'),
      cell: ({ item }) => {
        const { boundary } = of(item);
        if (boundary === null) return '–';
        const off = formatDayOff(boundary);
        return (
          <>
            {formatLongDate(boundary)}
            {off === null ? null : (
              <>
                {' '}
                <Tag tone="due-soon">{say('reporting.day-off', { reason: off })}</Tag>
              </>
            )}
            {issueDate && boundary < issueDate ? (
              <>
                {' '}
                <Tag tone="due-soon">{say('reporting.before-plan')}</Tag>
              </>
            ) : null}
          </>
        );
      },
    },
    { key: 'raw', label: say('field.raw'), width: 'broad', cell: ({ item }) => of(item).raw },
  ];
}
