import type { Visit } from '../../../platform/http/visit.ts';
import { DataTable, Tag } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import type { AnyFields } from '../../domain/draft.ts';
import type { DueWindow } from '../../domain/read-plan.ts';
import type { Rhythm } from '../../domain/rhythm.ts';
import type { VersionChange } from '../../domain/versions.ts';
import { planWords } from '../../words.ts';
import { describeWindow, titleOf } from './describe.ts';

/** What one version adds, changes and withdraws against the one before it, field by field. */
export function ChangesTable(props: {
  visit: Visit;
  id: string;
  caption: string;
  changes: readonly VersionChange[];
  /** Who made a change, and when, where that is known. */
  by?: (change: VersionChange) => string | null;
}) {
  const { visit, id, caption, changes, by } = props;
  const say = planWords.in(visit.language);
  const rows = changes.flatMap((change) =>
    (change.fields.length === 0 ? [null] : change.fields).map((field) => ({ change, field })),
  );
  return (
    <DataTable
      id={id}
      caption={caption}
      rows={rows}
      empty={{ text: say('versions.none') }}
      columns={[
        {
          key: 'item',
          label: say('versions.item'),
          rowHeader: true,
          cell: ({ change }) => {
            const item = change.after ?? change.before;
            if (item === null) return '–';
            const no = 'no' in item.fields ? `${item.fields.no}. ` : '';
            return `${visit.say(`review.show.${item.kind}`)}: ${no}${titleOf(item)}`;
          },
        },
        {
          key: 'how',
          label: say('versions.how'),
          nowrap: true,
          cell: ({ change, field }) => (
            <>
              <Tag tone={change.how === 'withdrawn' ? 'late' : 'done'}>
                {say(`versions.change.${change.how}`)}
              </Tag>
              {field === null ? null : <> {visit.say(FIELD_WORDS[field] ?? `field.${field}`)}</>}
            </>
          ),
        },
        {
          key: 'before',
          label: say('versions.before'),
          cell: ({ change, field }) => fieldInWords(visit, change.before?.fields ?? null, field),
        },
        {
          key: 'after',
          label: say('versions.after'),
          cell: ({ change, field }) => fieldInWords(visit, change.after?.fields ?? null, field),
        },
        ...(by === undefined
          ? []
          : [
              {
                key: 'by',
                label: say('versions.by'),
                cell: ({ change }: { change: VersionChange }) => by(change) ?? '–',
              },
            ]),
      ]}
    />
  );
}

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Fields whose words stand under another name. */
export const FIELD_WORDS: Record<string, string> = {
  units: 'units.unit',
  requirementEnds: 'field.due.requirementEnd',
  window: 'field.due.end',
};

export function fieldInWords(visit: Visit, fields: AnyFields | null, field: string | null): string {
  if (fields === null || field === null) return '';
  const value = (fields as unknown as Record<string, unknown>)[field];
  if (field === 'due')
    return (value as DueWindow[]).map((window) => describeWindow(visit, window)).join('; ');
  if (field === 'window') return value ? describeWindow(visit, value as DueWindow) : '–';
  if (field === 'rhythm')
    return value === undefined ? '–' : planWords.in(visit.language)(`rhythm.${value as Rhythm}`);
  if (Array.isArray(value)) return value.map(inWords).join('; ');
  return inWords(value);
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'string' && CIVIL_DATE.test(value) ? formatDate(value) : String(value);
}
