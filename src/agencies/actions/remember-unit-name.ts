import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { optionalId, text } from '../../platform/actions/fields.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import { unitsUrl } from '../urls.ts';

/** Remembers which units a plan means by names, for this plan and later ones; a name without a unit is left as it is. */
export const rememberUnitName = defineAction({
  name: 'unit_name.remember',
  path: '/unit-names',
  permission: 'unit_name.remember',
  sees: 'agency.read',
  input: z.object({
    names: z.array(z.object({ written: text(300), unit: optionalId() })).max(1000, 'too-many'),
    next: text(200)
      .regex(/^\/(?!\/)/, 'choose')
      .optional(),
  }),
  async subject(query, input, actor) {
    const asked = [...new Set(input.names.flatMap(({ unit }) => unit ?? []))];
    const known = await query
      .selectFrom('unit')
      .select('id')
      .where('agency_id', '=', actor.agencyId)
      .where(sql<SqlBool>`id = ANY (${asked}::uuid[])`)
      .execute();
    return known.length === asked.length ? { agencyId: actor.agencyId } : undefined;
  },
  async perform({ query, actor }, { names }) {
    // One row a name: of two that read alike, the last counts.
    const rows = new Map(
      names.flatMap(({ written, unit }) =>
        unit === null
          ? []
          : [
              [
                fold(written),
                { agency_id: actor.agencyId, written, written_fold: fold(written), unit_id: unit },
              ] as const,
            ],
      ),
    );
    if (rows.size > 0)
      await query
        .insertInto('unit_name')
        .values([...rows.values()])
        .onConflict((conflict) =>
          conflict.columns(['agency_id', 'written_fold']).doUpdateSet((eb) => ({
            written: eb.ref('excluded.written'),
            unit_id: eb.ref('excluded.unit_id'),
          })),
        )
        .execute();
    return { id: actor.agencyId };
  },
  next: (input) => input.next ?? unitsUrl(),
});
