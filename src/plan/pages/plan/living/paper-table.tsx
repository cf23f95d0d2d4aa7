import { classes } from '../../../../platform/view/index.ts';
import type { AnsweredRemark, TaskFields } from '../../../domain/draft.ts';
import type { LaidRow, LaidTable } from '../../../domain/layout/laid-out.ts';
import type { LiveItem } from '../../../domain/living/live-items.ts';
import { cellOf, cellsNow, isCorrected } from '../../../domain/living/words-of-item.ts';
import { livingWords } from '../../../living-words.ts';
import { litClass } from './margin.tsx';
import { ItemNote, RemarkNote, type TextProps } from './notes.tsx';
import { columnClass, printedCells } from './printed.ts';

interface TableProps extends TextProps {
  table: LaidTable;
  /** Place of the table among the blocks. */
  index: number;
  /** Tasks that were added after the plan was issued stand at the end of the last table. */
  last: boolean;
  remarks: ReadonlyMap<string, readonly AnsweredRemark[]>;
}

/** A table of the plan, with the state of each row as its last column. */
export function PaperTable({ table, index, last, remarks, ...props }: TableProps) {
  const { visit, living, margin } = props;
  const shown = margin && (living.own || living.remarks !== null);
  const added = last ? [...living.live.values()].filter(isAddedTask) : [];
  const columns = table.header ?? [];
  const state = livingWords.in(visit.language)('living.state');
  return (
    <div class="paper-table">
      <table class={classes(living.own && margin && 'with-state')}>
        {table.header === null ? null : (
          <thead>
            <tr>
              {columns.map((title, at) => (
                <th scope="col" class={columnClass(table, at)}>
                  {title}
                </th>
              ))}
              {shown ? (
                <th scope="col" class="column-state">
                  {state}
                </th>
              ) : null}
            </tr>
          </thead>
        )}
        <tbody>
          {table.rows.map((row, at) => (
            <Row
              {...props}
              table={table}
              row={row}
              shown={shown}
              remarks={remarks.get(`${index}:${at}`) ?? []}
            />
          ))}
          {added.map((item) => (
            <Row {...props} table={table} row={rowOf(table, item)} shown={shown} remarks={[]} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isAddedTask = ({ kind, key }: LiveItem) => kind === 'task' && key.includes('+');

function rowOf({ roles }: LaidTable, { key, item }: LiveItem): LaidRow {
  const fields = item.fields as TaskFields;
  return { cells: roles.map((role) => cellOf(fields, role) ?? ''), items: [key], span: [0, 0] };
}

type RowProps = TextProps & {
  table: LaidTable;
  row: LaidRow;
  shown: boolean;
  remarks: readonly AnsweredRemark[];
};

function Row({ table, row, shown, remarks, ...props }: RowProps) {
  const { living, visit } = props;
  const columns = table.header?.length ?? row.cells.length;
  const [only] = row.cells;
  if (row.cells.length === 1 && columns > 1)
    return (
      <tr class="group">
        <th scope="rowgroup" colspan={columns + (shown ? 1 : 0)}>
          {only}
        </th>
      </tr>
    );
  const items = row.items.flatMap((key) => living.live.get(key) ?? []);
  const withdrawn = row.items.length > 0 && items.length === 0;
  const changed = correctedCells(props, table, row);
  return (
    <tr
      class={classes(
        items.length === 0 ? dimOf(props) : litClass(living, ...items),
        withdrawn && 'withdrawn',
      )}
    >
      {changed === null
        ? printedCells(table, row)
        : changed.map(({ words, changed }, at) => (
            <td class={columnClass(table, at)} data-label={table.header?.[at] ?? ''}>
              {changed ? <ins>{words}</ins> : words}
            </td>
          ))}
      {shown ? (
        <td class="column-state" data-label={livingWords.in(visit.language)('living.state')}>
          {row.items.map((key) => (
            <ItemNote {...props} itemKey={key} />
          ))}
          {remarks.map((one) => (
            <RemarkNote visit={visit} plan={living.plan.id} one={one} />
          ))}
        </td>
      ) : null}
    </tr>
  );
}

/** A row of which nothing is followed is dimmed by any filter. */
const dimOf = ({ living }: TextProps) => litClass(living);

/** The cells of a row of which a later version corrected something; null where they stand as printed. */
function correctedCells({ living }: TextProps, { roles, header }: LaidTable, { cells, items }: LaidRow) {
  const key = items.find((one) => one.startsWith('task:'));
  const live = key === undefined ? undefined : living.live.get(key);
  const asRead = key === undefined ? undefined : living.text.asRead.get(key);
  if (live === undefined || asRead === undefined || !isCorrected(live.item, asRead)) return null;
  const [now, read] = [live.item.fields as TaskFields, asRead.fields as TaskFields];
  return cellsNow(roles, cells, header?.length ?? 0, now, read);
}
