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
    names: z.array(z.object({ written: text(300), unit: optionalId() })).max(1000, 'too-long'),
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
    for (const { written, unit } of names) {
      if (unit === null) continue;
      const row = { written, unit_id: unit };
      await query
        .insertInto('unit_name')
        .values({ agency_id: actor.agencyId, written_fold: fold(written), ...row })
        .onConflict((conflict) => conflict.columns(['agency_id', 'written_fold']).doUpdateSet(row))
        .execute();
    }
    return { id: actor.agencyId };
  },
  next: (input) => input.next ?? unitsUrl(),
});
