import type { JsonValue } from '../platform/database/schema.ts';
import type { Ledger, Row } from '../platform/ledger/ledger.ts';
import { fold } from '../pure/vietnamese/index.ts';
import type { AnyFields, CommitmentFields } from './domain/draft.ts';
import { duesOfRecipients } from './domain/due-of-recipients.ts';
import { textOf } from './domain/parent.ts';
import {
  foldPlan,
  type IssuedItem,
  type PlanEvent,
  type PlanState,
  unreadFile,
  versionInForce,
} from './domain/plan.ts';

/** The ledger of plans: from upload through review and issue to later versions. */
export const planLedger: Ledger<PlanState, PlanEvent> = {
  kind: 'plan',
  fold: (state, event) =>
    foldPlan(state, event, event.stamp.occurredAt.toString(), event.stamp.actorAccount, event.stamp.seq),
  projections: [
    { table: 'plan', stream: 'id', key: [], json: ['document'], rows: (state) => [planRow(state)] },
    {
      table: 'commitment_task',
      stream: 'plan_id',
      key: ['version', 'commitment', 'task'],
      rows: commitmentRows,
    },
    {
      table: 'parent_item',
      stream: 'plan_id',
      key: ['position'],
      rows: (state) =>
        (state.parent?.items ?? []).map((period, position) => ({
          position,
          item: period.item,
          item_text: period.text,
          text_fold: fold(period.text),
          given: period.given,
          reason: period.reason,
          due_end: period.end,
          from_at: period.from,
          to_at: period.to,
        })),
    },
    {
      table: 'mapping',
      stream: 'plan_id',
      key: ['position'],
      rows: (state) =>
        (state.parent?.mappings ?? []).map(({ mapping, from, to }, position) => ({
          position,
          item: mapping.item,
          of_plan: mapping.plan,
          to_key: mapping.to,
          item_words: mapping.itemText,
          to_words: mapping.toText,
          from_at: from,
          to_at: to,
        })),
    },
    { table: 'plan_item', stream: 'plan_id', key: ['kind', 'key'], json: ['content'], rows: itemRows },
    {
      table: 'plan_area',
      stream: 'plan_id',
      key: ['position'],
      rows: (state) =>
        state.areas.map(({ label, name }, index) => ({
          position: index + 1,
          label,
          area: name,
          unit_id: state.owners[label] ?? null,
        })),
    },
    {
      table: 'plan_comment',
      stream: 'plan_id',
      key: ['number'],
      rows: (state) =>
        state.comments.map((comment) => ({
          number: comment.number,
          unit_id: comment.unitId,
          account_id: comment.accountId,
          item: comment.item,
          comment_text: comment.text,
          made_at: comment.at,
          taken: comment.answer?.taken ?? null,
          answer: comment.answer?.answer ?? null,
          answered_at: comment.answer?.at ?? null,
        })),
    },
    {
      table: 'plan_due',
      stream: 'plan_id',
      key: ['recipients'],
      rows: (state) => {
        const version = versionInForce(state);
        return version === undefined
          ? []
          : duesOfRecipients(version.items, version.document.planYear).map(({ recipients, end, text }) => ({
              recipients,
              due_end: end,
              due_text: text,
            }));
      },
    },
    {
      table: 'plan_recipient',
      stream: 'plan_id',
      key: ['key'],
      rows: (state) =>
        state.recipients.map((recipient) => ({
          key: recipient.key,
          written: recipient.written,
          recipient_agency: recipient.agencyId,
          recipient_unit: recipient.unitId,
          sent_at: recipient.sentAt,
          acknowledged_at: recipient.acknowledged?.at ?? null,
          responsible_person: recipient.acknowledged?.personId ?? null,
          responsible_name: recipient.acknowledged?.responsible ?? null,
        })),
    },
  ],
};

function planRow(state: PlanState): Row {
  const version = versionInForce(state);
  const document = version?.document ?? (state.document && { ...state.document, ...state.changes.document });
  return {
    seq: state.seq,
    state: state.state,
    title: document?.title ?? null,
    title_fold: document?.title ? fold(document.title) : null,
    number: document?.number ?? null,
    type: document?.type ?? null,
    issue_date: document?.date ?? null,
    document: (version?.document ?? null) as unknown as JsonValue,
    plan_year: document?.planYear ?? null,
    version: version?.number ?? 0,
    file_id: state.fileId,
    adopted: state.parent !== null,
    parent_id: state.parentId,
    unread_file: unreadFile(state),
    file_name: state.fileName,
    reading: state.reading,
    uploaded_by: state.uploadedBy,
    uploaded_at: state.uploadedAt,
    issued_at: state.versions[0]?.at ?? null,
  };
}

/** Every row that any version held, with the versions from and to which it stood. */
function itemRows(state: PlanState): Row[] {
  const rows = new Map<string, { item: IssuedItem; from: number; to: number | null; position: number }>();
  let position = 0;
  for (const version of state.versions) {
    const present = new Set<string>();
    for (const item of version.items) {
      const name = `${item.kind} ${item.key}`;
      present.add(name);
      const known = rows.get(name);
      position += 1;
      rows.set(name, {
        item,
        from: known?.from ?? version.number,
        to: null,
        position: known?.position ?? position,
      });
    }
    for (const [name, row] of rows) if (row.to === null && !present.has(name)) row.to = version.number - 1;
  }
  return [...rows.values()].map(({ item, from, to, position }) => ({
    kind: item.kind,
    key: item.key,
    position,
    area: areaOf(item.fields),
    unit_id: item.units.lead[0] ?? null,
    item_text: textOf(item.fields),
    version_from: from,
    version_to: to,
    measure: state.measured[item.key]?.measure ?? null,
    unmeasured: state.measured[item.key]?.reason ?? null,
    content: item as unknown as JsonValue,
  }));
}

function areaOf(fields: AnyFields): string | null {
  return 'area' in fields ? fields.area : null;
}

/** What carried out each commitment from when to when, version by version. */
function commitmentRows(state: PlanState): Row[] {
  return state.versions.flatMap((version, index) =>
    version.items
      .filter((item) => item.kind === 'commitment')
      .flatMap(({ key, fields }) =>
        [...new Set((fields as CommitmentFields).tasks)].map((task) => ({
          version: version.number,
          commitment: key,
          task,
          from_at: version.at,
          to_at: state.versions[index + 1]?.at ?? null,
        })),
      ),
  );
}
