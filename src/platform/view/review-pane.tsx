import { readersLanguage } from '../i18n/language.ts';
import { type MarkedNode, markText, type TextMark } from './marked-text.ts';
import type { Content, Tone } from './types.ts';
import { viewWords } from './words.ts';

export interface ReviewRow {
  readonly id: string;
  /** A short name, shown in the text too: "1", "IV.3", "Chỉ tiêu 2". */
  readonly label: string;
  readonly title: Content;
  /** Where the row was read from, in code points; none for a row that was added by hand. */
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly tone?: Tone | undefined;
  /** A heading is set before each row whose group differs from the one before. */
  readonly group?: string | undefined;
  /** State, remarks, the form that mends it. */
  readonly children?: Content;
}

export interface ReviewPaneProps {
  readonly id: string;
  readonly text: string;
  readonly rows: readonly ReviewRow[];
  /** Titles of the two panes. */
  readonly textTitle?: string | undefined;
  readonly rowsTitle?: string | undefined;
}

interface RowMark extends TextMark {
  readonly rowId: string;
  readonly label: string;
  readonly tone: Tone | undefined;
}

const textAnchor = (pane: string, row: string, part = 0) =>
  `${pane}-text-${row}${part === 0 ? '' : `-${part}`}`;
const rowAnchor = (pane: string, row: string) => `${pane}-row-${row}`;

/**
 * A document beside what was read from it. Each row leads to its words and each mark to its row, by plain links
 * whose target lights up; the `review-pane` element lights both sides at once.
 */
export function ReviewPane({ id, text, rows, textTitle, rowsTitle }: ReviewPaneProps) {
  const marks = rows.flatMap((row) =>
    row.spans.map(
      ([start, end], part): RowMark => ({
        id: textAnchor(id, row.id, part),
        rowId: row.id,
        label: row.label,
        tone: row.tone,
        start,
        end,
      }),
    ),
  );
  return (
    <review-pane class="review" id={id}>
      <section class="review-text" aria-labelledby={`${id}-text-title`} tabindex={0}>
        <h2 id={`${id}-text-title`}>{textTitle ?? viewWords.document}</h2>
        <div class="review-document" lang="vi">
          {markText(text, marks).map((node) => (
            <Marked node={node} pane={id} />
          ))}
        </div>
      </section>
      <section class="review-rows" aria-labelledby={`${id}-rows-title`} tabindex={0}>
        <h2 id={`${id}-rows-title`}>{rowsTitle ?? viewWords.readRows}</h2>
        <ol class="plain-list">
          {rows.map((row, index) => (
            <>
              {row.group === undefined || row.group === rows[index - 1]?.group ? null : (
                <li class="review-group">
                  <h3>{row.group}</h3>
                </li>
              )}
              <li class="review-row" id={rowAnchor(id, row.id)} data-row={row.id}>
                <p class="review-row-head">
                  <span class="review-label">{row.label}</span>
                  <span class="review-title" lang="vi">
                    {row.title}
                  </span>
                  {row.spans.length === 0 ? null : (
                    <a class="review-go" href={`#${textAnchor(id, row.id)}`}>
                      {viewWords.showInDocument}
                      <span class="hidden">: {row.label}</span>
                    </a>
                  )}
                </p>
                {row.children === undefined ? null : <div class="review-more">{row.children}</div>}
              </li>
            </>
          ))}
        </ol>
      </section>
    </review-pane>
  );
}

function Marked({ node, pane }: { readonly node: MarkedNode<RowMark>; readonly pane: string }) {
  if (typeof node === 'string') {
    return <>{node}</>;
  }
  const { mark, first, parts } = node;
  return (
    <mark id={first ? mark.id : undefined} class={mark.tone} data-row={mark.rowId}>
      {first ? (
        <a class="mark-label" lang={readersLanguage()} href={`#${rowAnchor(pane, mark.rowId)}`}>
          {mark.label}
        </a>
      ) : null}
      {parts.map((part) => (
        <Marked node={part} pane={pane} />
      ))}
    </mark>
  );
}
