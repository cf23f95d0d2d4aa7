import { ButtonRow, fieldId } from './form.tsx';
import { EmptyState } from './notice.tsx';
import { Shape } from './tag.tsx';
import { type Content, classes, type Option, type Tone } from './types.ts';
import { viewWords } from './words.ts';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => Content;
  /** `end` for numbers: right-aligned, figures of one width. */
  readonly align?: 'start' | 'end' | undefined;
  /** Where the heading leads; `dir` is set on the column that is sorted by now. */
  readonly sort?: { readonly href: string; readonly dir?: 'asc' | 'desc' | undefined } | undefined;
  /** The cell that names the row. */
  readonly rowHeader?: boolean | undefined;
  readonly width?: 'narrow' | 'broad' | undefined;
  readonly nowrap?: boolean | undefined;
}

/** A number above the table that is also a filter. */
export interface CountFilter {
  readonly label: string;
  readonly count: number | string;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly tone?: Tone | undefined;
}

/** One control of the filter row; a search field or a choice. Its value stands in the URL. */
export type FilterControl =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: string;
      readonly value?: string | undefined;
      readonly placeholder?: string | undefined;
      /** Why what was typed filters nothing. */
      readonly error?: string | undefined;
    }
  | {
      readonly kind: 'select';
      readonly name: string;
      readonly label: string;
      readonly value?: string | undefined;
      readonly options: readonly Option[];
      /** The choice that filters nothing: "Mọi đơn vị". */
      readonly all: string;
    };

export interface Filters {
  readonly action: string;
  readonly controls: readonly FilterControl[];
  /** What else the URL keeps while filtering: sort, a count's filter. */
  readonly keep?: Readonly<Record<string, string>> | undefined;
  /** The URL without any filter; absent when nothing is filtered. */
  readonly clearHref?: string | undefined;
}

export interface Paging {
  /** First and last row shown, counted from 1. */
  readonly from: number;
  readonly to: number;
  /** Left out where counting would cost too much. */
  readonly total?: number | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  readonly pages?:
    | readonly { readonly page: number; readonly href: string; readonly current?: boolean | undefined }[]
    | undefined;
}

export interface DataTableProps<Row> {
  readonly id: string;
  /** What the table holds; seen above it unless hidden. */
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** The id of a row, for links to it. */
  readonly rowId?: ((row: Row) => string) | undefined;
  /**
   * Group rows: a heading row is set before each row whose group differs from the one before; rows of no group ('')
   * that stand first have none.
   */
  readonly group?: ((row: Row) => string) | undefined;
  readonly counts?: readonly CountFilter[] | undefined;
  readonly filters?: Filters | undefined;
  readonly paging?: Paging | undefined;
  readonly exports?: { readonly csv: string; readonly xlsx: string } | undefined;
  /** What will stand here, and the act that brings it. */
  readonly empty: { readonly text: Content; readonly act?: Content };
  /** `roomy` for citizens. */
  readonly density?: 'dense' | 'roomy' | undefined;
}

/** A list with counts, filters, sort and paging in the URL; on a phone each row becomes a card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, caption, columns, rows, filters, counts, paging, empty } = props;
  const captionId = `${id}-caption`;
  const table = (
    <div class="table-region" id={`${id}-region`}>
      {rows.length === 0 ? (
        <>
          <p class={props.captionHidden ? 'hidden' : 'table-caption'}>{caption}</p>
          <EmptyState act={empty.act}>{empty.text}</EmptyState>
        </>
      ) : (
        <Scroll wide={columns.length > WIDE} label={captionId}>
          <table id={id} class={classes('data-table', props.density)}>
            <caption id={captionId} class={props.captionHidden ? 'hidden' : 'table-caption'}>
              {caption}
            </caption>
            <thead>
              <tr data-label={`${viewWords.sortBy}:`}>
                {columns.map((column) => (
                  <Heading column={column as Column<never>} />
                ))}
              </tr>
            </thead>
            <tbody>{bodyRows(props)}</tbody>
          </table>
        </Scroll>
      )}
      <TableFoot paging={paging} exports={rows.length === 0 ? undefined : props.exports} />
    </div>
  );
  return (
    <div class="table-block">
      {counts === undefined ? null : <Counts counts={counts} />}
      {filters === undefined ? null : (
        <live-filter region={`${id}-region`}>
          <FilterRow filters={filters} id={id} />
        </live-filter>
      )}
      {table}
    </div>
  );
}

/** Tables of more columns than this do not fit an office screen: they scroll in a box of their own. */
const WIDE = 9;

/** The box of a table. One that scrolls can be reached by the keyboard, and so has a name. */
function Scroll(props: { readonly wide: boolean; readonly label: string; readonly children?: Content }) {
  return props.wide ? (
    <section class="table-scroll" aria-labelledby={props.label} tabindex={0}>
      {props.children}
    </section>
  ) : (
    <div class="table-box">{props.children}</div>
  );
}

function bodyRows<Row>({ columns, rows, rowId, group }: DataTableProps<Row>): Content[] {
  let groupBefore: string | undefined;
  return rows.flatMap((row) => {
    const rowGroup = group?.(row);
    const heading =
      rowGroup !== undefined && rowGroup !== groupBefore && (rowGroup !== '' || groupBefore !== undefined) ? (
        <tr class="group-row">
          <th colspan={columns.length} scope="rowgroup">
            {rowGroup === '' ? '–' : rowGroup}
          </th>
        </tr>
      ) : null;
    groupBefore = rowGroup;
    return [
      heading,
      <tr id={rowId?.(row)}>
        {columns.map((column) => {
          const look = cellClass(column) || undefined;
          return column.rowHeader ? (
            <th scope="row" class={look} data-label={column.label}>
              {column.cell(row)}
            </th>
          ) : (
            <td class={look} data-label={column.label}>
              <span class="cell">{column.cell(row)}</span>
            </td>
          );
        })}
      </tr>,
    ];
  });
}

function cellClass(column: Pick<Column<never>, 'align' | 'width' | 'nowrap'>): string {
  return classes(column.align === 'end' && 'number', column.width, column.nowrap && 'nowrap');
}

function Heading({ column }: { readonly column: Column<never> }) {
  const { label, sort } = column;
  const ariaSort =
    sort?.dir === undefined
      ? undefined
      : sort.dir === 'asc'
        ? ('ascending' as const)
        : ('descending' as const);
  return (
    <th scope="col" class={cellClass(column) || undefined} aria-sort={ariaSort}>
      {sort === undefined ? (
        label
      ) : (
        <a href={sort.href} class={classes('sort', sort.dir)}>
          <span class="hidden">{viewWords.sortBy} </span>
          {label}
          <svg class="sort-mark" width="10" height="12" viewBox="0 0 10 12" aria-hidden="true">
            <path class="up" d="M5 1 9 5H1Z" fill="currentColor" />
            <path class="down" d="M5 11 1 7h8Z" fill="currentColor" />
          </svg>
          {sort.dir === undefined ? null : (
            <span class="hidden">
              , {sort.dir === 'asc' ? viewWords.sortedAscending : viewWords.sortedDescending}
            </span>
          )}
        </a>
      )}
    </th>
  );
}

/** Numbers that filter: each is the length of the list to which it leads. */
export function Counts({ counts }: { readonly counts: readonly CountFilter[] }) {
  return (
    <ul class="counts">
      {counts.map((count) => (
        <li>
          <a href={count.href} aria-current={count.current ? 'true' : undefined}>
            {count.tone === undefined ? null : (
              <span class={`tone ${count.tone}`}>
                <Shape tone={count.tone} />
              </span>
            )}
            <strong>{count.count}</strong> <span>{count.label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function FilterRow({ filters, id }: { readonly filters: Filters; readonly id: string }) {
  return (
    <form class="filters" action={filters.action} method="get">
      {Object.entries(filters.keep ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {filters.controls.map((control) => {
        const error = control.kind === 'text' ? control.error : undefined;
        // The summary of errors links to it.
        const controlId = error === undefined ? `${id}-filter-${control.name}` : fieldId(control.name);
        const errorId = error === undefined ? undefined : `${controlId}-error`;
        return (
          <div class={`filter ${control.kind}`}>
            <label for={controlId}>{control.label}</label>
            {error === undefined ? null : (
              <p class="field-error" id={errorId}>
                {error}
              </p>
            )}
            {control.kind === 'text' ? (
              <input
                type="search"
                id={controlId}
                name={control.name}
                value={control.value}
                placeholder={control.placeholder}
                autocomplete="off"
                aria-invalid={error === undefined ? undefined : 'true'}
                aria-describedby={errorId}
              />
            ) : (
              <select id={controlId} name={control.name}>
                <option value="">{control.all}</option>
                {control.options.map((option) => (
                  <option value={option.value} selected={option.value === control.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            )}
          </div>
        );
      })}
      <ButtonRow>
        <button type="submit" class="button secondary small">
          {viewWords.filter}
        </button>
        {filters.clearHref === undefined ? null : <a href={filters.clearHref}>{viewWords.clearFilters}</a>}
      </ButtonRow>
    </form>
  );
}

function TableFoot({
  paging,
  exports,
}: {
  readonly paging: Paging | undefined;
  readonly exports: { readonly csv: string; readonly xlsx: string } | undefined;
}) {
  if (paging === undefined && exports === undefined) {
    return null;
  }
  return (
    <div class="table-foot">
      {paging === undefined ? null : <Pager {...paging} />}
      {exports === undefined ? null : (
        <p class="exports">
          {viewWords.export} <a href={exports.csv}>CSV</a> <a href={exports.xlsx}>XLSX</a>
        </p>
      )}
    </div>
  );
}

/** Where one stands in a list, and the ways on. */
export function Pager({ from, to, total, previous, next, pages }: Paging) {
  return (
    <nav class="pager" aria-label={viewWords.paging}>
      <span class="pager-where">
        {viewWords.rows} {from}–{to}
        {total === undefined ? null : ` ${viewWords.of} ${total}`}
      </span>
      <ul>
        {previous === undefined ? null : (
          <li>
            <a href={previous} rel="prev">
              {viewWords.previousPage}
            </a>
          </li>
        )}
        {(pages ?? []).map((page) => (
          <li>
            <a href={page.href} aria-current={page.current ? 'page' : undefined}>
              <span class="hidden">{viewWords.page} </span>
              {page.page}
            </a>
          </li>
        ))}
        {next === undefined ? null : (
          <li>
            <a href={next} rel="next">
              {viewWords.nextPage}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
