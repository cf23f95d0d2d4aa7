import type { fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { Select, TextInput } from '../../platform/view/index.ts';
import { AFFILIATED_KINDS, type Agency } from '../queries.ts';
import { agencyWords } from '../words.ts';

/** The fields of an agency; the one at the top keeps its kind. */
export function AgencyInputs({
  visit,
  field,
  agency,
}: {
  visit: Visit;
  field: ReturnType<typeof fieldsOf>;
  agency?: Agency;
}) {
  const say = agencyWords.in(visit.language);
  return (
    <>
      <TextInput label={say('agency.code')} width="short" {...field('code', agency?.code)} />
      <TextInput label={say('agency.name')} {...field('name', agency?.name)} />
      <TextInput
        label={say('agency.short-name')}
        width="medium"
        optional
        {...field('shortName', agency?.shortName)}
      />
      <TextInput
        label={say('agency.symbol')}
        hint={say('agency.symbol.hint')}
        width="short"
        optional
        {...field('symbol', agency?.symbol)}
      />
      <TextInput label={say('agency.place')} width="medium" optional {...field('place', agency?.place)} />
      <TextInput
        label={say('agency.superior')}
        hint={say('agency.superior.hint')}
        optional
        {...field('superior', agency?.superior ?? undefined)}
      />
      {agency?.parentId === null ? null : (
        <Select
          label={say('agency.kind')}
          options={AFFILIATED_KINDS.map((kind) => ({ value: kind, label: say(`agency.kind.${kind}`) }))}
          {...field('kind', agency?.kind)}
        />
      )}
      <TextInput
        label={say('unit.position')}
        hint={say('unit.position.hint')}
        width="number"
        inputmode="numeric"
        {...field('position', agency?.position ?? 100)}
      />
    </>
  );
}
