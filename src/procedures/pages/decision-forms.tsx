import { ActionForm, actionPath, fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, DateInput, Select, TextInput } from '../../platform/view/index.ts';
import { ONLINE_LEVELS } from '../domain/procedure.ts';
import type { ProcedureRow } from '../queries.ts';
import { procedureWords } from '../words.ts';

interface DecisionFormProps {
  visit: Visit;
  row: ProcedureRow;
}

const isFailed = (visit: Visit, action: string, params: Record<string, string>) =>
  visit.failedForm(action, actionPath(visit, action, params)) !== null;

/** Announces what is prepared. */
export function AnnouncementForm({ visit, row, first }: DecisionFormProps & { first: boolean }) {
  const say = procedureWords.in(visit.language);
  const params = { procedure: row.id };
  const field = fieldsOf(visit, 'procedure.announce', params, 'announce');
  return (
    <section id="announce">
      <h2>{say('procedure.announce')}</h2>
      <p>{say(first ? 'procedure.announce.first' : 'procedure.announce.next')}</p>
      <ActionForm visit={visit} action="procedure.announce" params={params} seq={row.seq}>
        <TextInput label={say('decision.number')} width="medium" {...field('number')} />
        <DateInput label={say('decision.date')} {...field('date')} />
        <DateInput label={say('procedure.valid-from')} {...field('validFrom')} />
        {first ? null : (
          <Select
            label={say('version.change')}
            empty={null}
            options={(['amended', 'corrected'] as const).map((change) => ({
              value: change,
              label: say(`version.change.${change}`),
            }))}
            {...field('change', 'amended')}
          />
        )}
        <Button>{say('procedure.announce')}</Button>
      </ActionForm>
    </section>
  );
}

/** Gives the procedure another online level. */
export function OnlineLevelForm({ visit, row }: DecisionFormProps) {
  const say = procedureWords.in(visit.language);
  const params = { procedure: row.id };
  const field = fieldsOf(visit, 'procedure.reclassify', params, 'level');
  return (
    <details id="online-level" class="link-group" open={isFailed(visit, 'procedure.reclassify', params)}>
      <summary>{say('procedure.reclassify')}</summary>
      <ActionForm visit={visit} action="procedure.reclassify" params={params} seq={row.seq}>
        <Select
          label={say('procedure.online-level')}
          options={ONLINE_LEVELS.map((level) => ({ value: level, label: say(`procedure.online.${level}`) }))}
          {...field('onlineLevel')}
        />
        <TextInput label={say('decision.number')} width="medium" {...field('number')} />
        <DateInput label={say('decision.date')} {...field('date')} />
        <DateInput label={say('procedure.valid-from')} {...field('validFrom')} />
        <Button variant="secondary">{say('procedure.reclassify')}</Button>
      </ActionForm>
    </details>
  );
}

/** Abolishes the procedure. */
export function AbolitionForm({
  visit,
  row,
  successors,
}: DecisionFormProps & { successors: readonly { id: string; name: string }[] }) {
  const say = procedureWords.in(visit.language);
  const params = { procedure: row.id };
  const field = fieldsOf(visit, 'procedure.abolish', params, 'abolish');
  return (
    <details id="abolition" class="link-group" open={isFailed(visit, 'procedure.abolish', params)}>
      <summary>{say('procedure.abolish')}</summary>
      <p>{say('procedure.abolish.hint')}</p>
      <ActionForm visit={visit} action="procedure.abolish" params={params} seq={row.seq}>
        <TextInput label={say('decision.number')} width="medium" {...field('number')} />
        <DateInput label={say('decision.date')} {...field('date')} />
        <DateInput label={say('procedure.abolished-from')} {...field('from')} />
        <Select
          label={say('procedure.successor')}
          hint={say('procedure.successor.hint')}
          options={successors.map(({ id, name }) => ({ value: id, label: name }))}
          empty={say('procedure.successor.none')}
          optional
          {...field('successor')}
        />
        <Button variant="danger">{say('procedure.abolish')}</Button>
      </ActionForm>
    </details>
  );
}
