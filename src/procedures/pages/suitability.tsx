import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import {
  Button,
  DataTable,
  DateInput,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { JUDGED_LEVELS } from '../domain/suitability.ts';
import { publicationWords } from '../publication-words.ts';
import type { ProcedureRow } from '../queries.ts';
import type { Judgement } from '../suitability.ts';

/** Who judged, when, whether the procedure suits an online level; newest first, with the form for the next. */
export function SuitabilityView({
  visit,
  row,
  judgements,
  keeps,
}: {
  visit: Visit;
  row: ProcedureRow;
  judgements: readonly Judgement[];
  keeps: boolean;
}) {
  const say = publicationWords.in(visit.language);
  const params = { procedure: row.id };
  const field = fieldsOf(visit, 'suitability.assess', params, 'judge');
  const failed = visit.failedForm('suitability.assess', `/procedures/${row.id}/suitability`) !== null;
  return (
    <section id="suitability">
      <h2>{say('suitability.title')}</h2>
      <DataTable
        id="judgements"
        caption={say('suitability.title')}
        captionHidden
        rows={judgements}
        empty={{ text: say('suitability.empty') }}
        columns={[
          {
            key: 'level',
            label: visit.say('procedure.online-level'),
            rowHeader: true,
            cell: ({ level }) => visit.say(`procedure.online.${level}`),
          },
          {
            key: 'result',
            label: say('suitability.result'),
            cell: ({ suitable, reason }) => (
              <>
                {say(suitable ? 'suitability.suitable' : 'suitability.unsuitable')}
                {reason === null ? null : (
                  <>
                    {': '}
                    <span lang="vi">{reason}</span>
                  </>
                )}
              </>
            ),
          },
          {
            key: 'by',
            label: say('suitability.by'),
            cell: ({ assessedBy }) => <span lang="vi">{assessedBy}</span>,
          },
          {
            key: 'on',
            label: say('suitability.on'),
            nowrap: true,
            cell: ({ assessedOn }) => formatDate(assessedOn),
          },
        ]}
      />
      {!keeps || row.state !== 'announced' ? null : (
        <details class="link-group" open={failed}>
          <summary>{say('suitability.assess')}</summary>
          <ActionForm visit={visit} action="suitability.assess" params={params}>
            <Select
              label={visit.say('procedure.online-level')}
              options={JUDGED_LEVELS.map((level) => ({
                value: level,
                label: visit.say(`procedure.online.${level}`),
              }))}
              {...field('level')}
            />
            <Radios
              label={say('suitability.result')}
              options={[
                { value: 'suitable', label: say('suitability.suitable') },
                { value: 'unsuitable', label: say('suitability.unsuitable') },
              ]}
              inline
              {...field('result')}
            />
            <TextArea
              label={say('suitability.reason')}
              hint={say('suitability.reason.hint')}
              rows={2}
              optional
              {...field('reason')}
            />
            <TextInput
              label={say('suitability.by')}
              hint={say('suitability.by.hint')}
              {...field('assessedBy')}
            />
            <DateInput label={say('suitability.on')} {...field('assessedOn')} />
            <Button variant="secondary">{say('suitability.save')}</Button>
          </ActionForm>
        </details>
      )}
    </section>
  );
}
