import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import { Button, DateInput } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { findUnit } from '../queries.ts';
import { unitsUrl, unitUrl } from '../urls.ts';
import { versionsOf } from '../versions.ts';
import { agencyWords } from '../words.ts';
import { UnitInputs } from './unit-inputs.tsx';
import { VersionHistory } from './version-history.tsx';

const LABELS = {
  code: 'unit.code',
  name: 'unit.name',
  kind: 'unit.kind',
  position: 'unit.position',
  chases_schools: 'unit.chases-schools',
  valid_from: 'agency.valid-from',
  valid_to: 'agency.valid-to',
} as const;

/** A unit: what it is, its end, and every version that it has had. */
export const unitPage = definePage(unitUrl(':unit'), async (visit) => {
  const id = visit.param('unit');
  const found = UUID.test(id)
    ? await visit.read('agency.read', async (query) => {
        const unit = await findUnit(query, id);
        return unit && { unit, versions: await versionsOf(query, 'unit', id) };
      })
    : undefined;
  if (found === undefined || !visit.may('agency.read', { agencyId: found.unit.agencyId }).allowed)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { unit, versions } = found;
  const say = agencyWords.in(visit.language);
  const mayManage = visit.may('agency.manage', { agencyId: unit.agencyId }).allowed;
  const params = { unit: id };
  return {
    title: unit.name,
    kicker: say(`unit.kind.${unit.kind as 'division'}`),
    breadcrumbs: [{ href: unitsUrl(), label: say('agencies.menu') }],
    lead:
      unit.validTo === null
        ? say('unit.since', { from: formatDate(unit.validFrom) })
        : say('unit.since-until', { from: formatDate(unit.validFrom), to: formatDate(unit.validTo) }),
    body: (
      <>
        {mayManage ? (
          <>
            <ActionForm visit={visit} action="unit.save" seq={unit.seq} hidden={{ unit: id }}>
              <UnitInputs visit={visit} field={fieldsOf(visit, 'unit.save')} unit={unit} />
              <Button>{say('unit.save')}</Button>
            </ActionForm>
            <section>
              <h2>{say('unit.end')}</h2>
              <ActionForm visit={visit} action="unit.end" params={params} seq={unit.seq}>
                <DateInput
                  label={say('agency.valid-to')}
                  hint={say('agency.end.hint')}
                  optional
                  {...fieldsOf(
                    visit,
                    'unit.end',
                    params,
                  )('day', unit.validTo === null ? null : formatDate(unit.validTo))}
                />
                <Button variant="secondary">{say('agency.end.save')}</Button>
              </ActionForm>
            </section>
          </>
        ) : null}
        <VersionHistory
          visit={visit}
          versions={versions}
          label={(column) => (column in LABELS ? say(LABELS[column as keyof typeof LABELS]) : column)}
          show={(column, value) =>
            column === 'kind'
              ? visit.say(`unit.kind.${value}`)
              : column.startsWith('valid_')
                ? formatDate(value)
                : column === 'chases_schools'
                  ? say('unit.chases-schools.yes')
                  : value
          }
        />
      </>
    ),
  };
});
