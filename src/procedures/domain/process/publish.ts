import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import { type Refusal, refuse } from '../../../pure/refusal.ts';
import type { ProcessRemark } from './check.ts';
import type { InternalProcess } from './process.ts';

/** What a publication says: who approved the process by a signed document, when, and from when it holds. */
export interface Publication {
  approver: string;
  approvedOn: CivilDate;
  validFrom: CivilDate;
}

/**
 * Why a draft is not published; null where it may be.
 * @param replaced the version that is in force, if there is one
 */
export function checkPublication(
  draft: InternalProcess,
  { approvedOn, validFrom }: Publication,
  remarks: readonly ProcessRemark[],
  replaced: Pick<InternalProcess, 'validFrom'> | undefined,
  today: CivilDate,
): Refusal | null {
  if (draft.state !== 'draft') return refuse('conflict:process-published');
  if (approvedOn > today) return refuse('invalid:approved-later', {}, { field: 'approvedOn' });
  if (validFrom < approvedOn) return refuse('invalid:valid-before-approved', {}, { field: 'validFrom' });
  if (replaced?.validFrom != null && validFrom <= replaced.validFrom)
    return refuse('invalid:valid-before-version', { date: replaced.validFrom }, { field: 'validFrom' });
  const errors = remarks.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  const no = (key: string | null) => draft.steps.findIndex((step) => step.key === key) + 1;
  return refuse('invalid:process-remarks', {
    count: errors.length,
    remarks: errors.map(({ code, step }) => (step === null ? code : `${code} ${no(step)}`)).join(', '),
  });
}
