import { fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { Checkboxes, FileUpload, fieldId, Select, TextInput } from '../../platform/view/index.ts';
import { componentsOf } from '../../procedures/index.ts';
import { dossierWords } from '../words.ts';
import { fileField, type KeptUploads } from './uploads.ts';
import type { DossierView } from './view.ts';

/** A component to be ticked off. */
export interface ComponentRow {
  key: string;
  name: string;
  originals: number;
  copies: number;
  required: boolean;
}

/** One row a component: whether it is there, how many originals and copies, and its scan. */
export function ComponentRows({
  visit,
  action,
  params,
  rows,
  uploads,
}: {
  visit: Visit;
  action: string;
  params?: Record<string, string>;
  rows: readonly ComponentRow[];
  uploads: KeptUploads;
}) {
  const say = dossierWords.in(visit.language);
  const field = fieldsOf(visit, action, params);
  return (
    <ul class="component-rows" id={fieldId('components')} tabindex={-1}>
      {field('components').error === undefined ? null : (
        <li class="field-error">{field('components').error}</li>
      )}
      {rows.map((row, index) => {
        const name = (part: string) => `components.${index}.${part}`;
        return (
          <li>
            <input type="hidden" name={name('key')} value={row.key} />
            <input type="hidden" name={name('name')} value={row.name} />
            <Checkboxes
              label={row.name}
              labelHidden
              options={[
                {
                  value: 'on',
                  label: row.name,
                  hint: row.required ? undefined : say('brought.optional'),
                },
              ]}
              {...field.many(name('there'), [])}
            />
            <div class="field-row">
              <TextInput
                label={say('dossier.originals')}
                inputmode="numeric"
                width="number"
                {...field(name('originals'), row.originals)}
              />
              <TextInput
                label={say('dossier.copies')}
                inputmode="numeric"
                width="number"
                {...field(name('copies'), row.copies)}
              />
              <FileUpload label={say('brought.file')} optional {...fileField(field(name('file')), uploads)} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What has come: the components that were asked for, and those of the procedure. */
export function BroughtRows({ visit, view, action }: { visit: Visit; view: DossierView; action: string }) {
  const asked = view.state.supplements.findLast(({ receivedAt }) => receivedAt === null)?.items ?? [];
  const known = view.version === undefined ? [] : componentsOf(view.version, view.state.case);
  const rows = asked.map(({ component, what }, index): ComponentRow => {
    const of = known.find(({ key }) => key === component);
    return {
      key: of?.key ?? `more-${view.state.supplements.length}-${index + 1}`,
      name: of?.name ?? what,
      originals: of?.originals ?? 1,
      copies: of?.copies ?? 0,
      required: true,
    };
  });
  return (
    <ComponentRows
      visit={visit}
      action={action}
      params={{ dossier: view.id }}
      rows={rows}
      uploads={view.uploads}
    />
  );
}

const EMPTY_ROWS = 5;

/** All that is missing, in one request; a row without words asks for nothing. */
export function SupplementRows({ visit, view, action }: { visit: Visit; view: DossierView; action: string }) {
  const say = dossierWords.in(visit.language);
  const field = fieldsOf(visit, action, { dossier: view.id }, action.replace(/^.*\./, ''));
  const known = view.version === undefined ? [] : componentsOf(view.version, view.state.case);
  return (
    <div id={fieldId('items')} tabindex={-1}>
      <p class="hint">{say('supplement.once')}</p>
      {field('items').error === undefined ? null : <p class="field-error">{field('items').error}</p>}
      {Array.from({ length: EMPTY_ROWS }, (_, index) => (
        <fieldset class="supplement-row">
          <legend>{say('supplement.item', { number: index + 1 })}</legend>
          {known.length === 0 ? null : (
            <Select
              label={say('supplement.component')}
              options={[
                { value: '', label: say('supplement.component.none') },
                ...known.map(({ key, name }) => ({ value: key, label: name })),
              ]}
              {...field(`items.${index}.component`)}
            />
          )}
          <TextInput label={say('supplement.what')} {...field(`items.${index}.what`)} />
          <TextInput label={say('supplement.reason')} optional {...field(`items.${index}.reason`)} />
        </fieldset>
      ))}
    </div>
  );
}
