import { ActionForm } from '../../../platform/http/action-form.tsx';
import type { Visit } from '../../../platform/http/visit.ts';
import { Button, ButtonRow, DataTable, Notice, Tag } from '../../../platform/view/index.ts';
import type { ProposedChange } from '../../domain/amending.ts';
import type { Amendment, IssuedItem } from '../../domain/plan.ts';
import { versionChanges } from '../../domain/versions.ts';
import { planWords } from '../../words.ts';
import { FIELD_WORDS, fieldInWords } from './changes-table.tsx';
import { titleOf } from './describe.ts';

interface ChangesProps {
  visit: Visit;
  plan: string;
  seq: number;
  changes: readonly ProposedChange[];
  amendment: Amendment;
}

/** What the amending plan's text seems to change; each becomes part of the plan only when the clerk accepts it. */
export function ProposedChanges({ visit, plan, seq, changes, amendment }: ChangesProps) {
  const say = planWords.in(visit.language);
  const answered = Object.keys(amendment.answers).length;
  if (changes.length === 0)
    return (
      <Notice tone={answered === 0 ? 'warning' : 'done'}>
        {say(answered === 0 ? 'proposed.none' : 'proposed.done')}
      </Notice>
    );
  return (
    <DataTable
      id="proposed"
      caption={say('proposed.caption', { open: changes.length, all: changes.length + answered })}
      rows={[...changes]}
      rowId={({ key }) => `proposed-${key.replace(/[^a-z0-9]+/g, '-')}`}
      empty={{ text: say('proposed.none') }}
      columns={[
        {
          key: 'item',
          label: say('versions.item'),
          rowHeader: true,
          width: 'broad',
          cell: (one) => {
            const fields = one.before ?? one.after;
            return fields === null
              ? '–'
              : `${say(`review.show.${one.kind}`)}: ${titleOf({ kind: one.kind, fields })}`;
          },
        },
        {
          key: 'how',
          label: say('versions.how'),
          nowrap: true,
          cell: (one) => (
            <Tag tone={one.how === 'withdrawn' ? 'late' : 'done'}>{say(`versions.change.${one.how}`)}</Tag>
          ),
        },
        {
          key: 'fields',
          label: say('proposed.change'),
          width: 'broad',
          cell: (one) => <Differences visit={visit} change={one} />,
        },
        {
          key: 'answer',
          label: say('proposed.answer'),
          cell: (one) => (
            <ActionForm
              visit={visit}
              action="plan_change.answer"
              params={{ plan, change: one.key }}
              seq={seq}
              layout="inline"
            >
              <ButtonRow>
                <Button name="answer" value="accepted" small>
                  {say('proposed.accept')}
                </Button>
                <Button name="answer" value="declined" variant="secondary" small>
                  {say('proposed.decline')}
                </Button>
              </ButtonRow>
            </ActionForm>
          ),
        },
      ]}
    />
  );
}

/** Field by field: what stands, and what the amending plan says. */
function Differences({ visit, change }: { visit: Visit; change: ProposedChange }) {
  const { before, after } = change;
  if (before === null || after === null) return null;
  const row = (fields: IssuedItem['fields']): IssuedItem => ({
    kind: change.kind,
    key: change.key,
    fields,
    units: { lead: [], support: [] },
  });
  const fields = versionChanges([row(before)], [row(after)])[0]?.fields ?? [];
  return (
    <ul class="plain-list">
      {fields.map((field) => (
        <li>
          <strong>{visit.say(FIELD_WORDS[field] ?? `field.${field}`)}:</strong>{' '}
          <del>{fieldInWords(visit, before, field)}</del> <ins>{fieldInWords(visit, after, field)}</ins>
        </li>
      ))}
    </ul>
  );
}
