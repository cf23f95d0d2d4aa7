import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import {
  Button,
  ButtonRow,
  Checkboxes,
  Notice,
  Select,
  TextArea,
  TextInput,
} from '../../../platform/view/index.ts';
import { formatDate, formatNumber } from '../../../pure/vietnamese/index.ts';
import {
  type AnyFields,
  type CommitmentFields,
  type Draft,
  type DutyFields,
  ITEM_KINDS,
  type Item,
  type ItemKind,
  type ReportingFields,
  standing,
  type TargetFields,
  type TaskFields,
} from '../../domain/draft.ts';
import { itemUrl, newItemUrl, plansUrl, reviewUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { labelOf, titleOf } from './describe.ts';
import { draftOfVisit } from './drafters-only.ts';

type FieldOf = ReturnType<typeof fieldsOf>;

/** One row of the plan: as written, and the form that corrects it. */
export const itemPage = definePage('/plans/:plan/items/:item', async (visit) => {
  const drafted = await draftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const { draft, state, reading } = drafted;
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const item = draft.items.find((one) => one.key === visit.param('item'));
  if (item === undefined) return refuse('missing:thing');
  const params = { plan, item: item.key };
  const field = fieldsOf(visit, 'plan_item.correct', params);
  const title = say(`item.title.${item.kind}`, { no: 'no' in item.fields ? item.fields.no : '' });
  return {
    title,
    kicker: draft.document.title,
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: reviewUrl(plan, item.kind, item.key), label: say('item.back') },
      { href: itemUrl(plan, item.key), label: title, current: true },
    ],
    body: (
      <>
        <AsWritten visit={visit} item={item} text={reading.text} />
        {item.dropped ? (
          <ActionForm
            visit={visit}
            action="plan_item.restore"
            params={params}
            seq={state.seq}
            layout="inline"
          >
            <Button>{say('item.restore')}</Button>
          </ActionForm>
        ) : (
          <>
            <ActionForm visit={visit} action="plan_item.correct" params={params} seq={state.seq}>
              <ItemForm visit={visit} kind={item.kind} fields={item.fields} draft={draft} field={field} />
              <ButtonRow>
                <Button>{say('item.save')}</Button>
                <Button href={reviewUrl(plan, item.kind, item.key)} variant="secondary">
                  {say('item.back')}
                </Button>
              </ButtonRow>
            </ActionForm>
            <ActionForm visit={visit} action="plan_item.drop" params={params} seq={state.seq} layout="inline">
              <Button variant="danger">{say('item.drop')}</Button>
            </ActionForm>
          </>
        )}
      </>
    ),
  };
});

/** A row that the reader did not find. */
export const newItemPage = definePage('/plans/:plan/new-item', async (visit) => {
  const drafted = await draftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const kind: ItemKind = ITEM_KINDS.find((one) => one === visit.url.searchParams.get('kind')) ?? 'task';
  const field = fieldsOf(visit, 'plan_item.add', { plan });
  const title = say('item.new', { kind: say(`review.show.${kind}`) });
  return {
    title,
    kicker: drafted.draft.document.title,
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: reviewUrl(plan, kind), label: say('item.back') },
      { href: newItemUrl(plan, kind), label: title, current: true },
    ],
    body: (
      <ActionForm
        visit={visit}
        action="plan_item.add"
        params={{ plan }}
        hidden={{ kind }}
        seq={drafted.state.seq}
      >
        <ItemForm visit={visit} kind={kind} fields={null} draft={drafted.draft} field={field} />
        <Button>{say('item.save')}</Button>
      </ActionForm>
    ),
  };
});

function AsWritten({ visit, item, text }: { visit: Visit; item: Item; text: string }) {
  const say = planWords.in(visit.language);
  if (item.asRead === null) return <Notice tone="info">{say('item.not-read')}</Notice>;
  const signs = Array.from(text);
  return (
    <section>
      <h2>{say('item.as-read')}</h2>
      {item.spans.map(([start, end]) => (
        <blockquote class="quotation">{signs.slice(start, end).join('')}</blockquote>
      ))}
    </section>
  );
}

function ItemForm(props: {
  visit: Visit;
  kind: ItemKind;
  fields: AnyFields | null;
  draft: Draft;
  field: FieldOf;
}) {
  const { visit, kind, fields, draft, field } = props;
  switch (kind) {
    case 'task':
      return <TaskForm visit={visit} field={field} task={fields as TaskFields | null} />;
    case 'target':
      return <TargetForm visit={visit} field={field} target={fields as TargetFields | null} />;
    case 'commitment':
      return (
        <CommitmentForm
          visit={visit}
          field={field}
          commitment={fields as CommitmentFields | null}
          draft={draft}
        />
      );
    case 'duty':
      return <DutyForm visit={visit} field={field} duty={fields as DutyFields | null} />;
    case 'reporting':
      return <ReportingForm visit={visit} field={field} reporting={fields as ReportingFields | null} />;
  }
}

const day = (date: string | null | undefined) => (date ? formatDate(date) : null);

function TaskForm({ visit, field, task }: { visit: Visit; field: FieldOf; task: TaskFields | null }) {
  const say = planWords.in(visit.language);
  const windows = [...(task?.due ?? []), null];
  const hint = say('field.units.hint');
  return (
    <>
      <TextInput label={say('field.no')} width="number" {...field('fields.no', task?.no)} />
      <TextArea label={say('field.title')} rows={3} {...field('fields.title', task?.title)} />
      <TextArea
        label={say('field.leadUnits')}
        hint={hint}
        rows={2}
        {...field('fields.leadUnits', task?.leadUnits.join('\n'))}
      />
      <TextArea
        label={say('field.supportUnits')}
        hint={hint}
        rows={2}
        optional
        {...field('fields.supportUnits', task?.supportUnits.join('\n'))}
      />
      <TextInput label={say('field.area')} optional {...field('fields.area', task?.area)} />
      <TextArea
        label={say('field.requirement')}
        rows={6}
        optional
        {...field('fields.requirement', task?.requirement)}
      />
      <TextArea
        label={say('field.deliverable')}
        rows={2}
        optional
        {...field('fields.deliverable', task?.deliverable)}
      />
      <fieldset class="field">
        <legend>{say('field.due')}</legend>
        <p class="hint">{say('field.due.hint')}</p>
        {windows.map((window, index) => {
          const name = (part: string) => `fields.windows.${index}.${part}`;
          return (
            <fieldset class="due-window">
              <legend>
                {window === null ? say('field.due.new') : say('field.due.milestone', { no: index + 1 })}
              </legend>
              <TextInput label={say('field.due.raw')} {...field(name('raw'), window?.raw)} />
              <TextInput
                label={say('field.due.label')}
                width="medium"
                {...field(name('label'), window?.label)}
              />
              <TextInput
                label={say('field.due.start')}
                width="date"
                {...field(name('start'), day(window?.start))}
              />
              <TextInput
                label={say('field.due.end')}
                width="date"
                {...field(name('end'), day(window?.end))}
              />
              <TextInput
                label={say('field.due.requirementEnd')}
                width="date"
                {...field(name('requirementEnd'), day(task?.requirementEnds[index]))}
              />
            </fieldset>
          );
        })}
      </fieldset>
    </>
  );
}

function TargetForm({ visit, field, target }: { visit: Visit; field: FieldOf; target: TargetFields | null }) {
  const say = planWords.in(visit.language);
  const { value: comparator, ...comparatorField } = field('fields.comparator', target?.comparator);
  return (
    <>
      <TextArea label={say('field.text')} rows={4} {...field('fields.text', target?.text)} />
      <Select
        label={say('field.comparator')}
        options={['=', '>=', '>', '<=', '<'].map((sign) => ({ value: sign, label: sign }))}
        value={comparator}
        {...comparatorField}
      />
      <TextInput
        label={say('field.threshold')}
        width="number"
        {...field('fields.threshold', target === null ? null : formatNumber(target.threshold))}
      />
      <TextInput
        label={say('field.measureUnit')}
        width="short"
        {...field('fields.measureUnit', target?.measureUnit)}
      />
      <TextInput
        label={say('field.section')}
        width="short"
        optional
        {...field('fields.section', target?.section)}
      />
      <TextArea
        label={say('field.leadUnits')}
        hint={say('field.units.hint')}
        rows={2}
        optional
        {...field('fields.leadUnits', target?.leadUnits.join('\n'))}
      />
    </>
  );
}

function CommitmentForm(props: {
  visit: Visit;
  field: FieldOf;
  commitment: CommitmentFields | null;
  draft: Draft;
}) {
  const { visit, field, commitment, draft } = props;
  const say = planWords.in(visit.language);
  const choices = (kind: 'task' | 'target') =>
    standing(draft, kind).map((item, index) => ({
      value: item.key,
      label: `${labelOf(item, index)}: ${titleOf(item)}`,
    }));
  return (
    <>
      <TextArea label={say('field.text')} rows={5} {...field('fields.text', commitment?.text)} />
      <TextInput label={say('field.area')} width="short" {...field('fields.area', commitment?.area)} />
      <Checkboxes
        name="fields.tasks"
        label={say('field.tasks')}
        options={choices('task')}
        values={commitment?.tasks}
      />
      <Checkboxes
        name="fields.targets"
        label={say('field.targets')}
        options={choices('target')}
        values={commitment?.targets}
      />
    </>
  );
}

function DutyForm({ visit, field, duty }: { visit: Visit; field: FieldOf; duty: DutyFields | null }) {
  const say = planWords.in(visit.language);
  return (
    <>
      <TextInput label={say('field.unit')} {...field('fields.unit', duty?.unit)} />
      <TextArea label={say('field.text')} rows={5} {...field('fields.text', duty?.text)} />
    </>
  );
}

function ReportingForm(props: { visit: Visit; field: FieldOf; reporting: ReportingFields | null }) {
  const { visit, field, reporting } = props;
  const say = planWords.in(visit.language);
  return (
    <>
      <TextInput label={say('field.period')} width="medium" {...field('fields.period', reporting?.period)} />
      <TextInput label={say('field.from')} optional {...field('fields.from', reporting?.from)} />
      <TextInput label={say('field.to')} optional {...field('fields.to', reporting?.to)} />
      <TextInput
        label={say('field.boundary')}
        width="date"
        optional
        {...field('fields.boundary', day(reporting?.boundary))}
      />
      <TextArea label={say('field.raw')} rows={2} {...field('fields.raw', reporting?.raw)} />
    </>
  );
}
