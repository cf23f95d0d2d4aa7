import { type Content, classes, type Tone } from './types.ts';
import { viewWords } from './words.ts';

interface ChartProps {
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in a sentence, for those who do not see it. */
  readonly description: string;
  /** Headings of the table under the picture: what the rows are, and what is counted. */
  readonly rowHeading: string;
  readonly valueHeading: string;
}

export interface Bar {
  /** Short, as it stands in the picture: "KHTC". */
  readonly label: string;
  /** In full, for the table. */
  readonly name?: string | undefined;
  readonly value: number;
  /** The value as people write it: "96,8 %". */
  readonly text: string;
  readonly href?: string | undefined;
  readonly tone?: Tone | undefined;
  /** How much of the value is late, drawn at its beginning. */
  readonly late?: number | undefined;
}

export interface BarChartProps extends ChartProps {
  readonly bars: readonly Bar[];
  /** The length of a full bar; the largest value when left out. */
  readonly max?: number | undefined;
  /** A threshold, drawn as a line with its label. */
  readonly threshold?: { readonly value: number; readonly label: string } | undefined;
}

const barStep = 44;

/** Lying bars with direct labels, and their table. Lengths are percentages, so letters keep their size on phones. */
export function BarChart(props: BarChartProps) {
  const { id, bars, threshold } = props;
  const max = props.max ?? Math.max(1, ...bars.map((bar) => bar.value), threshold?.value ?? 0);
  const across = (value: number) => `${round((value / max) * 100)}%`;
  const top = threshold === undefined ? 0 : 24;
  const height = top + bars.length * barStep;
  return (
    <Chart {...props}>
      <Picture {...props} height={height}>
        {bars.map((bar, index) => {
          const y = top + index * barStep;
          return (
            <g class={classes('bar', bar.tone ?? 'plain')}>
              <text x="0" y={y + 16}>
                {bar.label}
              </text>
              <text x="100%" y={y + 16} text-anchor="end" class="chart-value">
                {bar.text}
              </text>
              <rect class="bar-track" x="0" y={y + 24} width="100%" height="10" rx="2" />
              <rect class="bar-fill" x="0" y={y + 24} width={across(bar.value)} height="10" rx="2" />
              {bar.tone === 'late' ? <Late id={id} y={y} width={across(bar.value)} /> : null}
              {bar.late === undefined || bar.late === 0 ? null : (
                <g class="bar late">
                  <rect class="bar-fill" x="0" y={y + 24} width={across(bar.late)} height="10" rx="2" />
                  <Late id={id} y={y} width={across(bar.late)} />
                </g>
              )}
            </g>
          );
        })}
        {threshold === undefined ? null : (
          <g class="chart-line">
            <text x={across(threshold.value)} y="14" text-anchor={anchorAt(threshold.value / max)}>
              {threshold.label}
            </text>
            {bars.map((_, index) => (
              <line
                x1={across(threshold.value)}
                x2={across(threshold.value)}
                y1={top + index * barStep + 20}
                y2={top + index * barStep + 38}
              />
            ))}
          </g>
        )}
      </Picture>
      <ChartTable {...props} rows={bars.map((bar) => ({ ...bar, name: bar.name ?? bar.label }))} />
    </Chart>
  );
}

/** The hatch over what is late: told from the rest without colours. */
function Late({ id, y, width }: { id: string; y: number; width: string }) {
  return <rect x="0" y={y + 24} width={width} height="10" rx="2" fill={`url(#${id}-hatch)`} />;
}

export interface Span {
  readonly label: string;
  readonly name?: string | undefined;
  /** Between 0 and 1 along the axis. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly href?: string | undefined;
  readonly tone?: Tone | undefined;
}

export interface SpanChartProps extends ChartProps {
  readonly spans: readonly Span[];
  /** Marks of the axis: months or quarters, each with its place between 0 and 1. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Where "today" stands. */
  readonly today?: number | undefined;
}

/** Due windows along the year, with today as a line, and their table. */
export function SpanChart(props: SpanChartProps) {
  const { id, spans, ticks, today } = props;
  const across = (value: number) => `${round(value * 100)}%`;
  const top = 24;
  const foot = top + spans.length * barStep;
  const height = today === undefined ? foot : foot + 24;
  return (
    <Chart {...props}>
      <Picture {...props} height={height}>
        {ticks.map((tick) => (
          <g class="chart-tick">
            <line x1={across(tick.at)} x2={across(tick.at)} y1="18" y2={foot} />
            <text x={across(tick.at)} y="12" text-anchor={anchorAt(tick.at)}>
              {tick.label}
            </text>
          </g>
        ))}
        {spans.map((span, index) => {
          const y = top + index * barStep;
          return (
            <g class={classes('bar', span.tone ?? 'plain')}>
              <text x="6" y={y + 16}>
                {span.label}
              </text>
              <rect
                class="bar-fill"
                x={across(span.from)}
                y={y + 24}
                width={across(Math.max(span.to - span.from, 0.008))}
                height="10"
                rx="2"
              />
              {span.tone === 'late' ? (
                <rect
                  x={across(span.from)}
                  y={y + 24}
                  width={across(Math.max(span.to - span.from, 0.008))}
                  height="10"
                  rx="2"
                  fill={`url(#${id}-hatch)`}
                />
              ) : null}
            </g>
          );
        })}
        {today === undefined ? null : (
          <g class="chart-line">
            <line x1={across(today)} x2={across(today)} y1="18" y2={foot} />
            <text x={across(today)} y={foot + 16} text-anchor={anchorAt(today)}>
              {viewWords.today}
            </text>
          </g>
        )}
      </Picture>
      <ChartTable {...props} rows={spans.map((span) => ({ ...span, name: span.name ?? span.label }))} />
    </Chart>
  );
}

function Chart({ title, children }: ChartProps & { readonly children?: Content }) {
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {children}
    </figure>
  );
}

/** Coordinates across are percentages and those down are pixels: no viewBox, so letters keep their size. */
function Picture(props: ChartProps & { readonly height: number; readonly children?: Content }) {
  const { id, title, description, height } = props;
  return (
    <svg class="chart-picture" width="100%" height={height} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      <defs>
        <pattern id={`${id}-hatch`} class="hatch" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 7 7-1M-1 1 1-1M5 7 7 5" />
        </pattern>
      </defs>
      {props.children}
    </svg>
  );
}

interface TableRow {
  readonly name: string;
  readonly text: string;
  readonly href?: string | undefined;
}

function ChartTable(props: ChartProps & { readonly rows: readonly TableRow[] }) {
  return (
    <details class="chart-table">
      <summary>{viewWords.chartTable}</summary>
      <table class="data-table plain">
        <caption class="hidden">{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{props.rowHeading}</th>
            <th scope="col" class="number">
              {props.valueHeading}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr>
              <th scope="row">{row.name}</th>
              <td class="number" data-label={props.valueHeading}>
                {row.href === undefined ? row.text : <a href={row.href}>{row.text}</a>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Labels at the ends of the axis stay inside the picture. */
function anchorAt(share: number): 'start' | 'middle' | 'end' {
  return share < 0.12 ? 'start' : share > 0.88 ? 'end' : 'middle';
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
