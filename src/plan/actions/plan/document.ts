import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { optionalDay, optionalText } from '../../../platform/actions/fields.ts';
import { correctDocument as decide } from '../../domain/plan-decisions.ts';
import { planSubject } from '../../queries.ts';
import { reviewUrl } from '../../urls.ts';
import { ofPlan, onPlan } from './common.ts';

/** Corrects what the head of the document says: number, date, title, year, recipients. */
export const correctDocument = defineAction({
  name: 'plan.correct-document',
  path: '/plans/:plan/document',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: ofPlan.extend({
    number: optionalText(60),
    type: optionalText(60),
    date: optionalDay(),
    place: optionalText(60),
    title: optionalText(500),
    issuer: optionalText(200),
    signer: optionalText(120),
    planYear: z.preprocess(
      (year) => (year === '' || year === undefined ? null : year),
      z.coerce.number('number').int('number').min(1990, 'out-of-range').max(2100, 'out-of-range').nullable(),
    ),
    recipients: z.preprocess(
      (value) =>
        Array.isArray(value)
          ? value
          : String(value ?? '')
              .split('\n')
              .map((line) => line.replace(/^[-–+\s]+|[;.\s]+$/g, ''))
              .filter((line) => line !== ''),
      z.array(z.string().max(300, 'too-long')),
    ),
  }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, { plan, ...fields }) {
    const { id, seq } = await onPlan(performing, plan, (state) => decide(state, fields));
    return { id, seq };
  },
  next: (input) => reviewUrl(input.plan),
});
