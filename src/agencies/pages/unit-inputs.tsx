import type { fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { Checkboxes, Select, TextInput } from '../../platform/view/index.ts';
import { UNIT_KINDS, type Unit } from '../queries.ts';
import { agencyWords } from '../words.ts';

/** The fields of a unit. */
export function UnitInputs({
  visit,
  field,
  unit,
}: {
  visit: Visit;
  field: ReturnType<typeof fieldsOf>;
  unit?: Unit;
}) {
  const say = agencyWords.in(visit.language);
  return (
    <>
      <TextInput label={say('unit.code')} width="short" {...field('code', unit?.code)} />
      <TextInput label={say('unit.name')} {...field('name', unit?.name)} />
      <Select
        label={say('unit.kind')}
        options={UNIT_KINDS.map((kind) => ({ value: kind, label: say(`unit.kind.${kind}`) }))}
        {...field('kind', unit?.kind)}
      />
      <TextInput
        label={say('unit.position')}
        hint={say('unit.position.hint')}
        width="number"
        inputmode="numeric"
        {...field('position', unit?.position ?? 100)}
      />
      <Checkboxes
        label={say('unit.chases-schools')}
        labelHidden
        options={[{ value: 'on', label: say('unit.chases-schools'), hint: say('unit.chases-schools.hint') }]}
        {...field.many('chasesSchools', unit?.chasesSchools === true ? ['on'] : [])}
      />
    </>
  );
}
