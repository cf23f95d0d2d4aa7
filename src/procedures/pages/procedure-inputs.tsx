import type { Unit } from '../../agencies/index.ts';
import { type fieldsOf, typedRows } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { Checkboxes, Select, TextArea, TextInput } from '../../platform/view/index.ts';
import { BUDGET_UNITS, readBudget } from '../../pure/calendar/index.ts';
import { limitWords } from '../domain/limit-words.ts';
import {
  CHANNELS,
  type Component,
  type Fee,
  HANDLING_KINDS,
  type Limit,
  ONLINE_LEVELS,
  type ProcedureText,
  TIERS,
} from '../domain/procedure.ts';
import { procedureWords } from '../words.ts';

interface Inputs {
  visit: Visit;
  field: ReturnType<typeof fieldsOf>;
}

/** Empty rows below those that are filled in; whoever needs more saves and goes on. */
const MORE_ROWS = 3;

/** What is entered of a procedure. */
export interface EnteredProcedure {
  code: string | null;
  ownerUnitId: string | null;
  text: ProcedureText;
}

/** The fields of a procedure, with rows for its components, limits and fees. */
export function ProcedureInputs({
  visit,
  field,
  units,
  entered,
}: Inputs & { units: readonly Unit[]; entered: EnteredProcedure | undefined }) {
  const say = procedureWords.in(visit.language);
  const text = entered?.text;
  return (
    <>
      <TextArea label={say('procedure.name')} rows={2} {...field('name', text?.name)} />
      <TextInput
        label={say('procedure.code')}
        hint={say('procedure.code.hint')}
        width="medium"
        optional
        {...field('code', entered?.code)}
      />
      <TextInput label={say('procedure.field')} width="medium" {...field('field', text?.field.name)} />
      <TextInput
        label={say('procedure.field-code')}
        width="short"
        optional
        {...field('fieldCode', text?.field.code)}
      />
      <Select
        label={say('procedure.tier')}
        options={TIERS.map((tier) => ({ value: tier, label: say(`procedure.tier.${tier}`) }))}
        {...field('tier', text?.tier)}
      />
      <Select
        label={say('procedure.owner')}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        optional
        {...field('ownerUnit', entered?.ownerUnitId)}
      />
      <Select
        label={say('procedure.handling')}
        empty={null}
        options={HANDLING_KINDS.map((kind) => ({ value: kind, label: say(`procedure.handling.${kind}`) }))}
        {...field('handling', text?.handling ?? 'one-stop')}
      />
      <TextArea label={say('procedure.steps')} rows={8} optional {...field('steps', text?.steps)} />
      <Rows
        visit={visit}
        name="components"
        first="name"
        values={text?.components ?? []}
        legend={say('procedure.components')}
        hint={say('procedure.components.hint')}
      >
        {(row, name, legend) => (
          <ComponentInputs visit={visit} field={field} row={row} name={name} legend={legend} />
        )}
      </Rows>
      <TextInput
        label={say('procedure.sets')}
        width="number"
        inputmode="numeric"
        {...field('sets', text?.sets ?? 1)}
      />
      <Rows
        visit={visit}
        name="limits"
        first="amount"
        values={text?.limits ?? []}
        legend={say('procedure.limits')}
        hint={say('procedure.limits.hint')}
      >
        {(row, name, legend) => (
          <LimitInputs visit={visit} field={field} row={row} name={name} legend={legend} />
        )}
      </Rows>
      <Rows
        visit={visit}
        name="fees"
        first="name"
        values={text?.fees ?? []}
        legend={say('procedure.fees')}
        hint={say('procedure.fees.hint')}
      >
        {(row, name, legend) => (
          <FeeInputs visit={visit} field={field} row={row} name={name} legend={legend} />
        )}
      </Rows>
      <TextArea
        label={say('procedure.subjects')}
        hint={say('procedure.lines.hint')}
        rows={3}
        optional
        {...field('subjects', text?.subjects.join('\n'))}
      />
      <TextArea
        label={say('procedure.results')}
        hint={say('procedure.lines.hint')}
        rows={3}
        optional
        {...field('results', text?.results.join('\n'))}
      />
      <TextArea
        label={say('procedure.conditions')}
        rows={4}
        optional
        {...field('conditions', text?.conditions)}
      />
      <TextArea
        label={say('procedure.legal-bases')}
        hint={say('procedure.legal-bases.hint')}
        rows={4}
        optional
        {...field('legalBases', text?.legalBases.join('\n'))}
      />
      <Select
        label={say('procedure.online-level')}
        empty={say('procedure.online.none')}
        options={ONLINE_LEVELS.map((level) => ({ value: level, label: say(`procedure.online.${level}`) }))}
        optional
        {...field('onlineLevel', text?.onlineLevel)}
      />
      <Checkboxes
        label={say('procedure.postal')}
        options={[
          { value: 'receive', label: say('procedure.postal.receive') },
          { value: 'return', label: say('procedure.postal.return') },
        ]}
        {...field.many('postal', [
          ...(text?.postal.receive ? ['receive'] : []),
          ...(text?.postal.return ? ['return'] : []),
        ])}
      />
      <TextInput
        label={say('procedure.next-day-after')}
        hint={say('procedure.next-day-after.hint')}
        width="short"
        placeholder="15:00"
        optional
        {...field('nextDayAfter', text?.nextDayAfter)}
      />
    </>
  );
}

function Rows<Row>({
  visit,
  name,
  first,
  values,
  legend,
  hint,
  children,
}: {
  visit: Visit;
  name: string;
  /** A field that each row sends. */
  first: string;
  values: readonly Row[];
  legend: string;
  hint: string;
  children: (row: Row | undefined, name: (part: string) => string, legend: string) => unknown;
}) {
  const typed = typedRows(visit, 'procedure.save', {}, name, [first])?.length ?? 0;
  const count = Math.max(values.length + MORE_ROWS, typed);
  return (
    <fieldset class="field" id={name}>
      <legend>{legend}</legend>
      <p class="hint">{hint}</p>
      {Array.from({ length: count }, (_, index) =>
        children(values[index], (part) => `${name}.${index}.${part}`, `${legend} ${index + 1}`),
      )}
    </fieldset>
  );
}

interface RowInputs<Row> extends Inputs {
  row: Row | undefined;
  name: (part: string) => string;
  legend: string;
}

function ComponentInputs({ visit, field, row, name, legend }: RowInputs<Component>) {
  const say = procedureWords.in(visit.language);
  return (
    <fieldset class="due-window">
      <legend class="hidden">{legend}</legend>
      <input type="hidden" name={name('key')} value={field(name('key'), row?.key ?? '').value ?? ''} />
      <TextArea label={say('component.name')} rows={2} {...field(name('name'), row?.name)} />
      <TextInput label={say('component.form')} width="medium" {...field(name('form'), row?.form)} />
      <TextInput
        label={say('component.originals')}
        width="number"
        inputmode="numeric"
        {...field(name('originals'), row?.originals)}
      />
      <TextInput
        label={say('component.copies')}
        width="number"
        inputmode="numeric"
        {...field(name('copies'), row?.copies)}
      />
      <TextInput label={say('procedure.case')} width="medium" {...field(name('case'), row?.case)} />
      <Checkboxes
        label={say('component.required')}
        labelHidden
        options={[{ value: 'on', label: say('component.required') }]}
        {...field.many(name('required'), row === undefined || row.required ? ['on'] : [])}
      />
    </fieldset>
  );
}

function ChannelSelect({ visit, field, row, name }: RowInputs<Limit | Fee>) {
  const say = procedureWords.in(visit.language);
  return (
    <Select
      label={say('procedure.channel')}
      empty={say('procedure.channel.all')}
      options={CHANNELS.map((channel) => ({ value: channel, label: say(`procedure.channel.${channel}`) }))}
      {...field(name('channel'), row?.channel)}
    />
  );
}

function LimitInputs(inputs: RowInputs<Limit>) {
  const { visit, field, row, name, legend } = inputs;
  const say = procedureWords.in(visit.language);
  const budget = row?.budget == null ? null : readBudget(row.budget);
  // Words that say no more than the amount are made of it again, so that they follow when it is changed.
  const said = row?.budget != null && row.text === limitWords(row.budget) ? null : row?.text;
  return (
    <fieldset class="due-window">
      <legend class="hidden">{legend}</legend>
      <TextInput
        label={say('limit.amount')}
        width="number"
        inputmode="numeric"
        {...field(name('amount'), budget?.amount)}
      />
      <Select
        label={say('limit.unit')}
        empty={null}
        options={BUDGET_UNITS.map((unit) => ({ value: unit, label: say(`limit.unit.${unit}`) }))}
        {...field(name('unit'), budget?.unit ?? 'wd')}
      />
      <ChannelSelect {...inputs} />
      <TextInput label={say('procedure.case')} width="medium" {...field(name('case'), row?.case)} />
      <TextInput label={say('limit.text')} {...field(name('text'), said)} />
    </fieldset>
  );
}

function FeeInputs(inputs: RowInputs<Fee>) {
  const { visit, field, row, name, legend } = inputs;
  const say = procedureWords.in(visit.language);
  return (
    <fieldset class="due-window">
      <legend class="hidden">{legend}</legend>
      <TextInput label={say('fee.name')} width="medium" {...field(name('name'), row?.name)} />
      <TextInput
        label={say('fee.amount')}
        width="short"
        inputmode="numeric"
        {...field(name('amount'), row?.amount)}
      />
      <ChannelSelect {...inputs} />
      <TextInput label={say('fee.text')} {...field(name('text'), row?.text)} />
    </fieldset>
  );
}
