import type { fieldsOf } from '../../../platform/http/action-form.tsx';
import type { Visit } from '../../../platform/http/visit.ts';
import { Checkboxes, Select, TextArea, TextInput } from '../../../platform/view/index.ts';
import { formatDate, formatNumber } from '../../../pure/vietnamese/index.ts';
import {
  type AnyFields,
  type CommitmentFields,
  type Draft,
  type DutyFields,
  type Item,
  type ItemKind,
  type ReportingFields,
  standing,
  type TargetFields,
  type TaskFields,
} from '../../domain/draft.ts';
import { RHYTHMS } from '../../domain/rhythm.ts';
import { planWords } from '../../words.ts';
import { labelOf, titleOf } from './describe.ts';

type FieldOf = ReturnType<typeof fieldsOf>;

/** The controls of a row of a kind; `fields` is null for a row that is added. */
export function ItemInputs(props: {
  visit: Visit;
  kind: ItemKind;
  fields: AnyFields | null;
  draft: Draft;
  field: FieldOf;
}) {
  const { visit, kind, fields, draft, field } = props;
  switch (kind) {
    case 'task':
      return <TaskInputs visit={visit} field={field} task={fields as TaskFields | null} />;
    case 'target':
      return <TargetInputs visit={visit} field={field} target={fields as TargetFields | null} />;
    case 'commitment':
      return (
        <CommitmentInputs
          visit={visit}
          field={field}
          commitment={fields as CommitmentFields | null}
          draft={draft}
        />
      );
    case 'duty':
      return <DutyInputs visit={visit} field={field} duty={fields as DutyFields | null} />;
    case 'reporting':
      return <ReportingInputs visit={visit} field={field} reporting={fields as ReportingFields | null} />;
  }
}

const day = (date: string | null | undefined) => (date ? formatDate(date) : null);

function TaskInputs({ visit, field, task }: { visit: Visit; field: FieldOf; task: TaskFields | null }) {
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

function TargetInputs({
  visit,
  field,
  target,
}: {
  visit: Visit;
  field: FieldOf;
  target: TargetFields | null;
}) {
  const say = planWords.in(visit.language);
  return (
    <>
      <TextArea label={say('field.text')} rows={4} {...field('fields.text', target?.text)} />
      <Select
        label={say('field.comparator')}
        options={['=', '>=', '>', '<=', '<'].map((sign) => ({ value: sign, label: sign }))}
        {...field('fields.comparator', target?.comparator)}
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

function CommitmentInputs(props: {
  visit: Visit;
  field: FieldOf;
  commitment: CommitmentFields | null;
  draft: Draft;
}) {
  const { visit, field, commitment, draft } = props;
  const say = planWords.in(visit.language);
  const tasks = field.many('fields.tasks', commitment?.tasks ?? []);
  const targets = field.many('fields.targets', commitment?.targets ?? []);
  const duties = field.many('fields.duties', commitment?.duties ?? []);
  return (
    <>
      <TextArea label={say('field.text')} rows={5} {...field('fields.text', commitment?.text)} />
      <TextInput label={say('field.area')} width="short" {...field('fields.area', commitment?.area)} />
      <LinkChoices
        {...tasks}
        id="link-task"
        label={say('field.tasks')}
        chosenLabel={say('field.tasks.linked')}
        groups={linkGroups(standing(draft, 'task'), (task) => task.fields.leadUnits.join(', '))}
      />
      <LinkChoices
        {...targets}
        id="link-target"
        label={say('field.targets')}
        chosenLabel={say('field.targets.linked')}
        groups={linkGroups(standing(draft, 'target'), (target) => target.fields.section ?? '')}
      />
      <LinkChoices
        {...duties}
        id="link-duty"
        label={say('field.duties')}
        chosenLabel={say('field.duties.linked')}
        groups={linkGroups(standing(draft, 'duty'), (duty) => duty.fields.unit)}
      />
    </>
  );
}

interface LinkGroup {
  name: string;
  options: { value: string; label: string }[];
}

/** Rows that may be linked, under the name by which people look for them. */
function linkGroups<I extends Item>(items: readonly I[], nameOf: (item: I) => string): LinkGroup[] {
  const groups = new Map<string, LinkGroup>();
  for (const [index, item] of items.entries()) {
    const name = nameOf(item) || '–';
    const group = groups.get(name) ?? { name, options: [] };
    group.options.push({ value: item.key, label: `${labelOf(item, index)}: ${titleOf(item)}` });
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** Many boxes, comfortably: the ticked ones first, the others by group, each group folded until it is wanted. */
function LinkChoices(props: {
  name: string;
  id: string;
  label: string;
  chosenLabel: string;
  values: readonly string[];
  error: string | undefined;
  groups: readonly LinkGroup[];
}) {
  const { name, id, values, error, groups } = props;
  const chosen = groups.flatMap((group) => group.options.filter(({ value }) => values.includes(value)));
  const others = groups
    .map((group) => ({ ...group, options: group.options.filter(({ value }) => !values.includes(value)) }))
    .filter((group) => group.options.length > 0);
  return (
    <fieldset class="field">
      <legend>{props.label}</legend>
      {chosen.length === 0 ? null : (
        <Checkboxes
          name={name}
          id={`${id}-chosen`}
          label={props.chosenLabel}
          options={chosen}
          values={values}
          error={error}
        />
      )}
      {others.map((group, index) => (
        <details class="link-group">
          <summary>
            {group.name} <span class="menu-count">{group.options.length}</span>
          </summary>
          <Checkboxes
            name={name}
            id={`${id}-${index}`}
            label={group.name}
            labelHidden
            options={group.options}
            values={values}
          />
        </details>
      ))}
    </fieldset>
  );
}

function DutyInputs({ visit, field, duty }: { visit: Visit; field: FieldOf; duty: DutyFields | null }) {
  const say = planWords.in(visit.language);
  return (
    <>
      <TextInput label={say('field.unit')} {...field('fields.unit', duty?.unit)} />
      <TextArea label={say('field.text')} rows={5} {...field('fields.text', duty?.text)} />
      <Select
        label={say('field.rhythm')}
        hint={say('field.rhythm.hint')}
        options={RHYTHMS.map((rhythm) => ({ value: rhythm, label: say(`rhythm.${rhythm}`) }))}
        {...field('fields.rhythm', duty?.rhythm)}
      />
      <TextInput
        label={say('field.due.end')}
        hint={say('field.due.end.once')}
        width="date"
        optional
        {...field('fields.end', day(duty?.window?.end))}
      />
    </>
  );
}

function ReportingInputs(props: { visit: Visit; field: FieldOf; reporting: ReportingFields | null }) {
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
