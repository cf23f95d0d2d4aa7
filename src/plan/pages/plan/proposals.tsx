import { ActionForm } from '../../../platform/http/action-form.tsx';
import type { Visit } from '../../../platform/http/visit.ts';
import { Button, ButtonRow, DataTable, Notice, Tag } from '../../../platform/view/index.ts';
import type { Proposal } from '../../domain/amending.ts';
import type { Amendment, IssuedItem } from '../../domain/plan.ts';
import { versionChanges } from '../../domain/versions.ts';
import { planWords } from '../../words.ts';
import { FIELD_WORDS, fieldInWords } from './changes-table.tsx';
import { titleOf } from './describe.ts';

interface ProposalsProps {
  visit: Visit;
  plan: string;
  seq: number;
  proposals: readonly Proposal[];
  amendment: Amendment;
}

/** What the amending plan's text seems to change; each becomes part of the plan only when the clerk accepts it. */
export function Proposals({ visit, plan, seq, proposals, amendment }: ProposalsProps) {
  const say = planWords.in(visit.language);
  const answered = Object.keys(amendment.proposals).length;
  if (proposals.length === 0)
    return (
      <Notice tone={answered === 0 ? 'warning' : 'done'}>
        {say(answered === 0 ? 'proposals.none' : 'proposals.done')}
      </Notice>
    );
  return (
    <DataTable
      id="proposals"
      caption={say('proposals.caption', { open: proposals.length, all: proposals.length + answered })}
      rows={[...proposals]}
      rowId={({ key }) => `proposal-${key.replace(/[^a-z0-9]+/g, '-')}`}
      empty={{ text: say('proposals.none') }}
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
          label: say('proposals.change'),
          width: 'broad',
          cell: (one) => <Differences visit={visit} proposal={one} />,
        },
        {
          key: 'answer',
          label: say('proposals.answer'),
          cell: (one) => (
            <ActionForm
              visit={visit}
              action="plan_proposal.answer"
              params={{ plan, proposal: one.key }}
              seq={seq}
              layout="inline"
            >
              <ButtonRow>
                <Button name="answer" value="accepted" small>
                  {say('proposals.accept')}
                </Button>
                <Button name="answer" value="declined" variant="secondary" small>
                  {say('proposals.decline')}
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
function Differences({ visit, proposal }: { visit: Visit; proposal: Proposal }) {
  const { before, after } = proposal;
  if (before === null || after === null) return null;
  const row = (fields: IssuedItem['fields']): IssuedItem => ({
    kind: proposal.kind,
    key: proposal.key,
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
