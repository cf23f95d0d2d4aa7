import type { Agency } from '../../agencies/index.ts';
import { ActionButton, ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, Checkboxes, DataTable, Select, TextInput } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { PLACE_KINDS } from '../domain/place.ts';
import type { PlaceOfAgency } from '../places.ts';
import { publicationWords } from '../publication-words.ts';
import type { ProcedureRow } from '../queries.ts';

/** So many places are shown at once. */
const FEW = 12;

/** Where a procedure is made public and handled, and the form that adds places. */
export function Places({
  visit,
  row,
  places,
  agencies,
}: {
  visit: Visit;
  row: ProcedureRow;
  places: readonly PlaceOfAgency[];
  /** Agencies for which the visitor may say it. */
  agencies: readonly Pick<Agency, 'id' | 'name'>[];
}) {
  const say = publicationWords.in(visit.language);
  // Those that take dossiers first; a hundred notice boards shall not stand before what follows.
  const shown = places.length <= FEW ? places : places.filter(({ handles }) => handles).slice(0, FEW);
  const rest = places.filter((place) => !shown.includes(place));
  const ends = places.some(({ agencyId }) => visit.may('place.keep', { agencyId }).allowed);
  const table = (id: string, rows: readonly PlaceOfAgency[]) => (
    <DataTable
      id={id}
      caption={say('places.title')}
      captionHidden
      rows={rows}
      empty={{ text: say('places.empty') }}
      columns={[
        {
          key: 'agency',
          label: say('publication.agency'),
          rowHeader: true,
          cell: (place) => place.agencyName,
        },
        {
          key: 'kind',
          label: say('publication.place'),
          cell: ({ kind, where }) => (
            <>
              {say(`place.kind.${kind}`)}
              {where === null ? null : (
                <>
                  , <span lang="vi">{where}</span>
                </>
              )}
            </>
          ),
        },
        {
          key: 'handles',
          label: say('place.handles'),
          cell: ({ handles }) => (handles ? say('place.handles.yes') : null),
        },
        {
          key: 'checked',
          label: say('publication.checked-on'),
          nowrap: true,
          cell: ({ checkedOn }) => (checkedOn === null ? null : formatDate(checkedOn)),
        },
        ...(ends
          ? [
              {
                key: 'end',
                label: say('place.end'),
                cell: ({ id, agencyId }: PlaceOfAgency) =>
                  visit.may('place.keep', { agencyId }).allowed ? (
                    <ActionButton
                      visit={visit}
                      action="place.end"
                      params={{ place: id }}
                      hidden={{ procedure: row.id }}
                      subject={{ agencyId }}
                      variant="secondary"
                      small
                    >
                      {say('place.end')}
                    </ActionButton>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
  return (
    <section id="places">
      <h2>{say('places.title')}</h2>
      {table('shown-places', shown)}
      {rest.length === 0 ? null : (
        <details class="link-group">
          <summary>{say('places.more', { count: rest.length })}</summary>
          {table('more-places', rest)}
        </details>
      )}
      {agencies.length === 0 || row.state !== 'announced' ? null : (
        <PlaceForm visit={visit} row={row} agencies={agencies} />
      )}
    </section>
  );
}

function PlaceForm({
  visit,
  row,
  agencies,
}: {
  visit: Visit;
  row: ProcedureRow;
  agencies: readonly Pick<Agency, 'id' | 'name'>[];
}) {
  const say = publicationWords.in(visit.language);
  const params = { procedure: row.id };
  const field = fieldsOf(visit, 'place.save', params, 'place');
  const failed = visit.failedForm('place.save', `/procedures/${row.id}/places`) !== null;
  const [only] = agencies;
  return (
    <details class="link-group" open={failed}>
      <summary>{say('places.add')}</summary>
      <ActionForm visit={visit} action="place.save" params={params}>
        {agencies.length === 1 && only !== undefined ? (
          <input type="hidden" name="agencies" value={only.id} />
        ) : (
          <Checkboxes
            label={say('publication.agency')}
            options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            {...field.many('agencies', [])}
          />
        )}
        <Select
          label={say('publication.place')}
          options={PLACE_KINDS.map((kind) => ({ value: kind, label: say(`place.kind.${kind}`) }))}
          {...field('kind')}
        />
        <TextInput label={say('place.where')} hint={say('place.where.hint')} optional {...field('where')} />
        <Checkboxes
          label={say('place.handles')}
          labelHidden
          options={[{ value: 'on', label: say('place.handles.long') }]}
          {...field.many('handles', [])}
        />
        <Button variant="secondary">{say('places.save')}</Button>
      </ActionForm>
    </details>
  );
}
