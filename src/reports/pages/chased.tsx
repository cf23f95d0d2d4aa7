import { Temporal } from 'temporal-polyfill';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { formatShortInstant } from '../../platform/http/format.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, TextArea } from '../../platform/view/index.ts';
import { draftSubject } from '../report-rights.ts';
import { reportWords } from '../words.ts';
import type { ReportView } from './report-view.ts';

/** Chases of a report that wait for an answer, each with its letter. */
export function Chased({ visit, view }: { visit: Visit; view: ReportView }) {
  const say = reportWords.in(visit.language);
  const answers = visit.may('report.draft', draftSubject(view)).allowed;
  return (
    <>
      {view.state.chases
        .filter((one) => one.answer === null)
        .map((one) => {
          const params = { report: view.id, chase: one.chase };
          const field = fieldsOf(visit, 'report.answer-chase', params, one.chase)('text');
          const when = formatShortInstant(Temporal.Instant.from(one.at));
          return (
            <section class="panel">
              <h2>{say('report-chase.of', { when })}</h2>
              <blockquote class="quotation as-typed">{one.text}</blockquote>
              {answers ? (
                <ActionForm
                  visit={visit}
                  action="report.answer-chase"
                  params={params}
                  id={`answer-${one.chase}`}
                >
                  <TextArea label={say('report-chase.answer')} rows={2} {...field} />
                  <Button variant="secondary">{say('report-chase.answer.submit')}</Button>
                </ActionForm>
              ) : null}
            </section>
          );
        })}
    </>
  );
}
