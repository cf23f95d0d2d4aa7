import type { Visit } from '../../platform/http/visit.ts';
import { DataTable } from '../../platform/view/index.ts';
import { differencesOf } from '../domain/differences.ts';
import type { ProcedureText } from '../domain/procedure.ts';
import { procedureWords } from '../words.ts';
import { linesOf } from './version-lines.ts';

/** What came and went between two texts, part by part. */
export function Differences({
  visit,
  caption,
  before,
  after,
}: {
  visit: Visit;
  caption: string;
  before: ProcedureText;
  after: ProcedureText;
}) {
  const say = procedureWords.in(visit.language);
  return (
    <section>
      <h2>{caption}</h2>
      <DataTable
        id="differences"
        caption={caption}
        captionHidden
        rows={differencesOf(linesOf(before, say), linesOf(after, say))}
        empty={{ text: say('version.no-differences') }}
        columns={[
          {
            key: 'part',
            label: say('version.part'),
            rowHeader: true,
            cell: ({ part }) => say(`procedure.${part}`),
          },
          {
            key: 'removed',
            label: say('version.removed'),
            width: 'broad',
            cell: ({ removed }) => <Lines lines={removed} of="del" />,
          },
          {
            key: 'added',
            label: say('version.added'),
            width: 'broad',
            cell: ({ added }) => <Lines lines={added} of="ins" />,
          },
        ]}
      />
    </section>
  );
}

function Lines({ lines, of }: { lines: readonly string[]; of: 'del' | 'ins' }) {
  if (lines.length === 0) return null;
  return (
    <ul lang="vi">
      {lines.map((line) => (
        <li>{of === 'del' ? <del>{line}</del> : <ins>{line}</ins>}</li>
      ))}
    </ul>
  );
}
