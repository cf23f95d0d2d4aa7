import type { Block, OfficialDocument, PaperCell, PaperTable, Run } from '../../platform/paper/document.ts';
import { headingText, numberAndSymbol, wordingOf } from '../../platform/paper/wording.ts';
import { Paper } from '../../platform/view/index.ts';

/** An official document on a page: the words of its Word file and its PDF, with figures that lead to their lists. */
export function OfficialPaper({ document }: { document: OfficialDocument }) {
  const wording = wordingOf(document);
  return (
    <>
      {wording.draftMark === null ? null : <p class="paper-draft">{wording.draftMark}</p>}
      <Paper
        parent={wording.parent ?? undefined}
        issuer={wording.issuer}
        number={numberAndSymbol(document)}
        placeAndDate={wording.placeAndDate}
        type={wording.type ?? ''}
        abstract={wording.abstract}
        recipients={wording.recipients.map((line) => line.replace(/^- /, ''))}
        signature={{ post: wording.signature.join('\n'), name: wording.name }}
      >
        <Blocks blocks={wording.body} />
      </Paper>
      {wording.annexes.map(({ label, title, note, body }) => (
        <section class="paper paper-annex" lang="vi">
          <div class="paper-title">
            <p class="paper-type">{label}</p>
            <p class="paper-type">{title}</p>
            <p>{note}</p>
          </div>
          <Blocks blocks={body} />
        </section>
      ))}
    </>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block) => {
        switch (block.kind) {
          case 'heading':
            return block.level === 1 ? <h2>{headingText(block)}</h2> : <h3>{headingText(block)}</h3>;
          case 'basis':
            return (
              <p>
                <em>{block.text}</em>
              </p>
            );
          case 'table':
            return <Table table={block.table} />;
          case 'paragraph':
            return (
              <p>
                <Runs runs={block.runs} />
              </p>
            );
        }
        return null;
      })}
    </>
  );
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map(({ text, bold, italic, href }) => {
        const words = italic ? <em>{text}</em> : text;
        const weighed = bold ? <strong>{words}</strong> : words;
        return href === undefined ? weighed : <a href={href}>{weighed}</a>;
      })}
    </>
  );
}

function Table({ table }: { table: PaperTable }) {
  const cell = (content: PaperCell) => (typeof content === 'string' ? content : <Runs runs={content} />);
  return (
    <div class="paper-table">
      <table>
        <thead>
          <tr>
            {table.columns.map(({ title }) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) =>
            'group' in row ? (
              <tr>
                <th scope="colgroup" colspan={table.columns.length}>
                  {row.group}
                </th>
              </tr>
            ) : (
              <tr>
                {row.cells.map((content) => (
                  <td>{cell(content)}</td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
