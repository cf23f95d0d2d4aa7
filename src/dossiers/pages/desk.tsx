import { listUnits } from '../../agencies/index.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { isRefusal, refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import { Button, Facts, Select, TextInput } from '../../platform/view/index.ts';
import { findDesk } from '../desk.ts';
import { deskUrl, ownDeskUrl } from '../urls.ts';
import { dossierWords } from '../words.ts';

/** Which unit is the one-stop desk, and how the codes of dossiers begin. */
export const deskPage = definePage(deskUrl(':agency'), async (visit) => {
  const agency = visit.param('agency');
  if (!UUID.test(agency) || !visit.may('desk.read', { agencyId: agency }).allowed)
    return refuse('missing:thing');
  const found = await visit.read('desk.read', async (query) => ({
    desk: await findDesk(query, agency),
    units: (await listUnits(query, agency)).filter(({ validTo }) => validTo === null),
  }));
  if (isRefusal(found)) return found;
  const { desk, units } = found;
  const say = dossierWords.in(visit.language);
  const field = fieldsOf(visit, 'desk.save', { agency });
  const keeps = visit.may('desk.keep', { agencyId: agency }).allowed;
  const likely = units.find(({ kind }) => kind === 'desk');
  return {
    title: say('desk.title'),
    lead: say('desk.lead'),
    body: keeps ? (
      <ActionForm visit={visit} action="desk.save" params={{ agency }} seq={desk?.seq ?? 0}>
        <Select
          label={say('desk.unit')}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('unit', desk?.unitId ?? likely?.id)}
        />
        <TextInput
          label={say('desk.printed-name')}
          hint={say('desk.printed-name.hint')}
          optional
          {...field('printedName', desk?.printedName)}
        />
        <TextInput
          label={say('desk.identifier-2018')}
          hint={say('desk.identifier-2018.hint')}
          width="medium"
          optional
          {...field('identifier2018', desk?.identifiers['2018'])}
        />
        <TextInput
          label={say('desk.identifier-2025')}
          hint={say('desk.identifier-2025.hint')}
          width="medium"
          optional
          {...field('identifier2025', desk?.identifiers['2025'])}
        />
        <Button>{say('desk.save')}</Button>
      </ActionForm>
    ) : (
      <Facts
        facts={[
          {
            label: say('desk.unit'),
            value: <span lang="vi">{units.find(({ id }) => id === desk?.unitId)?.name}</span>,
          },
          { label: say('desk.identifier-2018'), value: desk?.identifiers['2018'] },
          { label: say('desk.identifier-2025'), value: desk?.identifiers['2025'] },
        ]}
      />
    ),
  };
});

/** The way there from the menu: the desk of the visitor's own agency. */
export const ownDeskPage = definePage(ownDeskUrl(), async (visit) => {
  const own = { agencyId: visit.actor.agencyId };
  const verdict = visit.may('desk.read', own);
  return verdict.allowed ? { redirect: deskUrl(own.agencyId) } : verdict.reason;
});
