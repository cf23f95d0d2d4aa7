import type { SearchSpec } from '../platform/search/search.ts';
import { newestParties } from './queries.ts';
import { foundParties } from './search-parties.ts';
import { maskedNumber } from './shown.ts';
import { partyUrl } from './urls.ts';

/** Whom dossiers concern, by name or number, with the number hidden in part. */
export const partySearch: readonly SearchSpec[] = [
  {
    kind: 'party',
    permission: 'party.read',
    async query(query, scope, folded, limit, say) {
      const { rows } = await foundParties(scope.whole, folded, limit).execute(query);
      const parties = await newestParties(query, rows);
      return parties.flatMap((party) =>
        party.facts === null
          ? []
          : {
              title: party.facts.name,
              detail: [say(`party.kind.${party.kind}`), maskedNumber(party.facts)].filter(Boolean).join(', '),
              href: partyUrl(party.id),
            },
      );
    },
  },
];
