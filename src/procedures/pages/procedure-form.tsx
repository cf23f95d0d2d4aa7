import { listUnits } from '../../agencies/index.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button } from '../../platform/view/index.ts';
import { keepSubject } from '../policy.ts';
import { findDraftText, findProcedure, procedureVersionAt } from '../queries.ts';
import { newProcedureUrl, procedureDraftUrl, proceduresUrl, procedureUrl } from '../urls.ts';
import { procedureWords } from '../words.ts';
import { type EnteredProcedure, ProcedureInputs } from './procedure-inputs.tsx';

/** The form in which a procedure is entered by hand. */
export const newProcedurePage = definePage(newProcedureUrl(), async (visit) => {
  const say = procedureWords.in(visit.language);
  const keeps = visit.scope('procedure.keep');
  if (keeps.whole.length + keeps.units.length === 0)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  return {
    title: say('procedure.enter'),
    lead: say('procedure.enter.lead'),
    breadcrumbs: [
      { href: proceduresUrl(), label: say('procedures.title') },
      { href: newProcedureUrl(), label: say('procedure.enter'), current: true },
    ],
    body: (
      <ActionForm visit={visit} action="procedure.save">
        <ProcedureInputs
          visit={visit}
          field={fieldsOf(visit, 'procedure.save')}
          units={await ownersOf(visit)}
          entered={undefined}
        />
        <Button>{say('procedure.save')}</Button>
      </ActionForm>
    ),
  };
});

/** The next version of a procedure, or the first one, as it is prepared. */
export const procedureDraftPage = definePage(procedureDraftUrl(':procedure'), async (visit) => {
  const say = procedureWords.in(visit.language);
  const id = visit.param('procedure');
  const found = await visit.read('procedure.keep', async (query) => {
    const row = await findProcedure(query, id);
    if (row === undefined || !visit.may('procedure.keep', keepSubject(row)).allowed) return undefined;
    const text =
      (await findDraftText(query, id)) ?? (await procedureVersionAt(query, id, visit.house.clock.today()));
    return { row, text };
  });
  if (found === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { row, text } = found;
  const entered: EnteredProcedure | undefined =
    text === undefined ? undefined : { code: row.code, ownerUnitId: row.owner_unit_id, text };
  const title = say(row.state === 'draft' ? 'procedure.edit' : 'procedure.next-version');
  return {
    title,
    kicker: <span lang="vi">{row.name}</span>,
    lead: row.state === 'draft' ? undefined : say('procedure.next-version.lead'),
    breadcrumbs: [
      { href: proceduresUrl(), label: say('procedures.title') },
      { href: procedureUrl(id), label: row.name },
      { href: procedureDraftUrl(id), label: title, current: true },
    ],
    body: (
      <ActionForm visit={visit} action="procedure.save" seq={row.seq} hidden={{ procedure: id }}>
        <ProcedureInputs
          visit={visit}
          field={fieldsOf(visit, 'procedure.save')}
          units={await ownersOf(visit)}
          entered={entered}
        />
        <Button>{say('procedure.save')}</Button>
      </ActionForm>
    ),
  };
});

/** The units that may answer for a procedure. */
async function ownersOf(visit: Visit) {
  const units = await visit.read('procedure.keep', (query) => listUnits(query, visit.actor.agencyId));
  return units.filter(({ kind, validTo }) => (kind === 'division' || kind === 'office') && validTo === null);
}
