import type { ReadProcedure } from './read-announcement.ts';

/** Remarks a code that stands more than once: at one level, or at two. */
export function remarkTwice(rows: readonly ReadProcedure[]): void {
  const byCode = Map.groupBy(
    rows.filter(({ nationalCode }) => nationalCode !== null),
    ({ nationalCode }) => nationalCode,
  );
  for (const same of byCode.values()) {
    for (const row of same) {
      const others = same.filter((other) => other !== row);
      const [first] = others;
      if (first === undefined) continue;
      const sameTier = others.find(
        ({ tiers }) => String(tiers) === String(row.tiers) || tiers.some((tier) => row.tiers.includes(tier)),
      );
      const other = sameTier ?? first;
      row.remarks.push({
        rule: sameTier === undefined ? 'code-at-two-tiers' : 'code-twice',
        params: { code: row.nationalCode ?? '', no: other.no ?? '', section: other.section ?? '' },
      });
    }
  }
}
