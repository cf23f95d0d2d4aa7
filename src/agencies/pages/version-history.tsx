import { formatShortInstant } from '../../platform/http/format.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { Timeline } from '../../platform/view/index.ts';
import type { RowVersion } from '../versions.ts';
import { agencyWords } from '../words.ts';

/** Every state that a row has had: who saved it, when, and what changed. */
export function VersionHistory({
  visit,
  versions,
  label,
  show,
}: {
  visit: Visit;
  versions: readonly RowVersion[];
  /** The column's name in words. */
  label: (column: string) => string;
  /** A column's value in words. */
  show: (column: string, value: string) => string;
}) {
  const say = agencyWords.in(visit.language);
  const shown = (column: string, value: string) => (value === '' ? '–' : show(column, value));
  return (
    <section>
      <h2>{say('version.title')}</h2>
      <Timeline
        label={say('version.title')}
        entries={versions.map((version) => ({
          who: version.who ?? say('version.nobody'),
          when: formatShortInstant(version.recordedAt),
          iso: version.recordedAt.toString(),
          what: say(version.seq === 1 ? 'version.first' : 'version.next', { seq: version.seq }),
          more:
            version.changes.length === 0 ? undefined : (
              <ul>
                {version.changes.map(({ column, before, after }) => (
                  <li>
                    {label(column)}: <del>{shown(column, before)}</del> → <ins>{shown(column, after)}</ins>
                  </li>
                ))}
              </ul>
            ),
        }))}
      />
    </section>
  );
}
