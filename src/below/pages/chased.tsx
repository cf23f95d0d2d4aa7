import { Temporal } from 'temporal-polyfill';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { formatShortInstant } from '../../platform/http/format.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, TextArea } from '../../platform/view/index.ts';
import { openChases } from '../domain/subplan.ts';
import type { SubplanView } from '../queries.ts';
import { belowWords } from '../words.ts';

/** Chases that wait for an answer, each with its letter. */
export function Chased({ visit, view, answers }: { visit: Visit; view: SubplanView; answers: boolean }) {
  const say = belowWords.in(visit.language);
  const { plan, recipient, kind } = view;
  const open = view.state === undefined ? [] : openChases(view.state);
  return (
    <>
      {open.map((one) => {
        const params = { plan: plan.id, recipient, kind, chase: one.chase };
        const { name, ...field } = fieldsOf(visit, 'subplan.answer-chase', params)('text');
        const when = formatShortInstant(Temporal.Instant.from(one.at));
        return (
          <section class="panel">
            <h2>{say('subplan-chase.of', { when })}</h2>
            <blockquote class="quotation as-typed">{one.text}</blockquote>
            {answers ? (
              <ActionForm
                visit={visit}
                action="subplan.answer-chase"
                params={params}
                id={`answer-${one.chase}`}
              >
                <TextArea
                  label={say('subplan-chase.answer')}
                  rows={2}
                  name={name}
                  {...field}
                  id={field.error === undefined ? `answer-text-${one.chase}` : undefined}
                />
                <Button variant="secondary">{say('subplan-chase.answer.submit')}</Button>
              </ActionForm>
            ) : null}
          </section>
        );
      })}
    </>
  );
}
