import { sql } from 'kysely';
import type { Performing } from '../platform/actions/action.ts';
import { asOfNow } from '../platform/measure/as-of.ts';
import { RefusalError, refuse } from '../platform/refusal.ts';
import type { ReminderSource } from '../platform/reminders/source.ts';
import { uuid7 } from '../platform/uuid.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { type BasisChangeKind, basisKey, checkBy, namesBasis } from './domain/basis.ts';
import type { ProcedureText } from './domain/procedure.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { publicationWords } from './publication-words.ts';
import { basisChecksUrl } from './urls.ts';

export interface BasisChangeFields {
  basis: string;
  change: BasisChangeKind;
  by: string | null;
  effectiveOn: CivilDate;
}

/** Enters that a legal basis changes: each division that answers for a procedure resting on it has a check to make. */
export async function recordBasisChange(
  { query, saveRow, clock, actor }: Performing,
  { basis, change, by, effectiveOn }: BasisChangeFields,
): Promise<{ id: string; checks: number }> {
  const agencyId = actor.agencyId;
  const key = basisKey(basis);
  if (key === null) throw new RefusalError(refuse('invalid:document-number', {}, { field: 'basis' }));
  await oneAfterAnother(query, agencyId, key, change, effectiveOn);
  const known = await query
    .selectFrom('basis_change')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('basis_key', '=', key)
    .where('change', '=', change)
    .where('effective_on', '=', effectiveOn)
    .executeTakeFirst();
  if (known !== undefined)
    throw new RefusalError(refuse('conflict:basis-change-known', {}, { field: 'basis' }));
  const today = clock.today();
  const id = uuid7();
  await saveRow('basis_change', agencyId, {
    id,
    agency_id: agencyId,
    basis,
    basis_key: key,
    change,
    by_document: by,
    effective_on: effectiveOn,
    recorded_on: today,
  });
  const { rows } = await sql<{ id: string; owner: string | null; text: ProcedureText }>`
    SELECT DISTINCT ON (p.id) p.id, p.owner_unit_id AS owner, v.procedure_text AS text
    FROM procedure p JOIN procedure_version v ON v.agency_id = p.agency_id AND v.procedure_id = p.id AND v.announced
    WHERE p.agency_id = ${agencyId} AND p.state = 'announced' ORDER BY p.id, v.no DESC`.execute(query);
  const affected = rows.filter(({ text }) => namesBasis(text.legalBases, key));
  for (const row of affected)
    await saveRow(
      'basis_check',
      agencyId,
      {
        id: uuid7(),
        agency_id: agencyId,
        basis_change_id: id,
        procedure_id: row.id,
        unit_id: row.owner,
        due_on: checkBy(effectiveOn, today),
        outcome: null,
        note: null,
        finished_on: null,
      },
      false,
    );
  return { id, checks: affected.length };
}

/** Checks that are still to be made: the owner division's, the Office's where nobody owns the procedure. */
export const dueBasisChecks: ReminderSource = {
  kind: 'basis-check',
  async due(query, { clock, agencies, until, of }) {
    const { day } = asOfNow(clock);
    const { rows } = await sql<{
      agency: string;
      id: string;
      unit: string;
      name: string;
      basis: string;
      due: CivilDate;
    }>`
      SELECT c.agency_id AS agency, c.id, unit.id AS unit, p.name, change.basis, c.due_on AS due
      FROM basis_check c
      JOIN basis_change change ON change.agency_id = c.agency_id AND change.id = c.basis_change_id
      JOIN procedure p ON p.agency_id = c.agency_id AND p.id = c.procedure_id
      JOIN unit ON unit.agency_id = c.agency_id AND
        CASE WHEN c.unit_id IS NULL THEN unit.kind = 'office' ELSE unit.id = c.unit_id END
      WHERE c.finished_on IS NULL AND c.agency_id = ANY (${[...agencies]}::uuid[])
        AND (${until ?? null}::date IS NULL OR c.due_on <= ${until ?? day})
        AND (${of === undefined} OR unit.id = ANY (${[...(of?.units ?? [])]}::uuid[]))
      ORDER BY c.due_on, c.id, unit.id`.execute(query);
    return rows.map(({ agency, id, unit, name, basis, due }) => ({
      agencyId: agency,
      thing: id,
      title: publicationWords.say('basis-check.reminder', { basis, procedure: name }),
      href: `${basisChecksUrl()}#check-${id}`,
      lastDay: due,
      charges: [{ unitId: unit, personId: null }],
    }));
  },
};
