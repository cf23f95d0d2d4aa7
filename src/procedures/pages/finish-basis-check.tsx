import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, Select, TextInput } from '../../platform/view/index.ts';
import type { BasisCheckRow } from '../basis-list.tsx';
import { BASIS_CHECK_OUTCOMES } from '../domain/basis.ts';
import { keepSubject } from '../policy.ts';
import { publicationWords } from '../publication-words.ts';

/** What a check found; the form for whoever has to make it, while it is open. */
export function FinishBasisCheck({ visit, row }: { visit: Visit; row: BasisCheckRow }) {
  const say = publicationWords.in(visit.language);
  if (row.outcome !== null)
    return (
      <span id={`check-${row.id}`}>
        {visit.say(`basis-check.outcome.${row.outcome}`)}
        {row.note === null ? null : (
          <>
            {'. '}
            <span lang="vi">{row.note}</span>
          </>
        )}
      </span>
    );
  if (!visit.may('procedure.keep', keepSubject(row)).allowed) return <span id={`check-${row.id}`}>–</span>;
  const params = { check: row.id };
  const field = fieldsOf(visit, 'basis_check.finish', params, row.id);
  return (
    <details
      id={`check-${row.id}`}
      open={visit.failedForm('basis_check.finish', `/basis-checks/${row.id}/outcome`) !== null}
    >
      <summary>{say('basis-check.finish')}</summary>
      <ActionForm visit={visit} action="basis_check.finish" params={params} seq={row.seq}>
        <Select
          label={say('basis-check.outcome')}
          options={BASIS_CHECK_OUTCOMES.map((outcome) => ({
            value: outcome,
            label: say(`basis-check.outcome.${outcome}`),
          }))}
          {...field('outcome')}
        />
        <TextInput label={say('basis-check.note')} optional {...field('note')} />
        <Button small>{say('basis-check.finish')}</Button>
      </ActionForm>
    </details>
  );
}
