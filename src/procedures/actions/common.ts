import { readNumberAndSymbol } from '../../documents/index.ts';
import { text } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { keepSubject } from '../policy.ts';
import { findProcedure } from '../queries.ts';

/** What policy judges of keeping a procedure; undefined where the transaction does not see it. */
export async function keeping(
  query: Reader,
  { procedure }: { procedure: string },
): Promise<Subject | undefined> {
  const row = await findProcedure(query, procedure);
  return row && keepSubject(row);
}

/** The number and symbol of a decision: "1234/QĐ-UBND". */
export const decisionNumber = () =>
  text(100).refine((typed) => readNumberAndSymbol(typed) !== null, 'document-number');
