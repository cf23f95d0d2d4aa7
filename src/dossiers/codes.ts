import { sql } from 'kysely';
import type { Writer } from '../platform/database/database.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { counterScope, type DossierCodeRules, dossierCode } from './domain/code.ts';

/**
 * Takes the next code of a day. The row of its counter stays locked until the transaction ends, so that a refused one
 * leaves no gap: take it as late as possible.
 */
export async function takeCode(
  query: Writer,
  agencyId: string,
  dossierId: string,
  { rules, identifier, day }: { rules: DossierCodeRules; identifier: string; day: CivilDate },
): Promise<string> {
  for (;;) {
    const { last } = await query
      .insertInto('dossier_counter')
      .values({ agency_id: agencyId, scope: counterScope(rules, day), last: 1 })
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'scope']).doUpdateSet({ last: sql<number>`dossier_counter.last + 1` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow();
    const code = dossierCode(rules, identifier, day, last);
    // Another system may have given it already, to a dossier that is mirrored here: then the next one is ours.
    const given = await query
      .insertInto('dossier_code')
      .values({ code, agency_id: agencyId, dossier_id: dossierId })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .returning('code')
      .executeTakeFirst();
    if (given !== undefined) return code;
  }
}
