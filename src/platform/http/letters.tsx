import type { Temporal } from 'temporal-polyfill';
import { addWorkingDays, type CivilDate, officialCalendar } from '../../pure/calendar/index.ts';
import { civilDate } from '../clock/clock.ts';
import { Button, ButtonRow, Checkboxes, fieldId, Tag, TextArea } from '../view/index.ts';
import { ActionForm, actionPath, fieldsOf, typedRows } from './action-form.tsx';
import { formatShortInstant } from './format.ts';
import type { Visit } from './visit.ts';

/** A letter that is ready to be sent. */
export interface Letter {
  /** Who gets it, as the form names them. */
  key: string;
  to: string;
  /** As it is written before anybody edits it. */
  text: string;
  /** What else the form sends of it. */
  more?: Readonly<Record<string, readonly string[]>> | undefined;
  /** How often and when they were asked before. */
  before?: { count: number; last: Temporal.Instant } | undefined;
  /** False where what it asks for has come meanwhile: it is kept, and not sent unless somebody says so. */
  needed?: boolean | undefined;
}

interface LettersProps {
  visit: Visit;
  /** An action that takes `chases`, each with its addressee, `text` and `send`. */
  action: string;
  params: Record<string, string>;
  /** Name of the field that says who gets a letter. */
  addressee: string;
  letters: readonly Letter[];
}

/** Letters to be edited, chosen and sent in one act, or copied for another messenger. */
export function LettersForm({ visit, action, params, addressee, letters }: LettersProps) {
  if (letters.length === 0) return null;
  const field = fieldsOf(visit, action, params);
  const isNew = visit.failedForm(action, actionPath(visit, action, params)) === null;
  return (
    <ActionForm visit={visit} action={action} params={params}>
      {letters.map(({ key, to, text, more = {}, before, needed = true }, index) => {
        const name = (part: string) => `chases.${index}.${part}`;
        // Who was asked today is not asked again by going back and pressing the button once more.
        const today = askedToday(visit, before);
        const send = field.many(name('send'), today ? [] : ['on']);
        return (
          <section>
            <h2>{visit.say('letters.to', { name: to })}</h2>
            <input type="hidden" name={name(addressee)} value={key} />
            <input type="hidden" name={name('name')} value={to} />
            {Object.entries(more).flatMap(([part, values]) =>
              values.map((value) => <input type="hidden" name={name(part)} value={value} />),
            )}
            {before === undefined ? null : today ? (
              <p>
                <Tag tone="due-soon">
                  {visit.say('letters.before.today', { when: formatShortInstant(before.last) })}
                </Tag>
              </p>
            ) : (
              <p class="hint">
                {visit.say('letters.before', {
                  count: before.count,
                  when: formatShortInstant(before.last),
                })}
              </p>
            )}
            <Checkboxes
              id={`send-${index}`}
              label={visit.say('letters.to', { name: to })}
              labelHidden
              options={[{ value: 'on', label: visit.say('letters.include') }]}
              {...send}
              values={isNew || needed ? send.values : []}
            />
            <TextArea
              label={visit.say('letters.text', { name: to })}
              rows={Math.min(16, text.split('\n').length + 2)}
              {...field(name('text'), text)}
            />
            <p>
              <copy-text
                for={fieldId(name('text'))}
                data-label={visit.say('letters.copy')}
                data-done={visit.say('letters.copied')}
              />
            </p>
          </section>
        );
      })}
      <ButtonRow>
        <Button>{visit.say('letters.send')}</Button>
      </ButtonRow>
    </ActionForm>
  );
}

const askedToday = ({ house }: Visit, before: Letter['before']) =>
  before !== undefined && civilDate(before.last) === house.clock.today();

/** How many letters wait to be sent: who was asked today is not counted. */
export const countReady = (visit: Visit, letters: readonly Letter[]) =>
  letters.filter(({ before, needed = true }) => needed && !askedToday(visit, before)).length;

/**
 * Who a refused form had letters for, in its order: each letter keeps its place, where its words were typed. Null where
 * no form was refused.
 */
export function typedAddressees(
  visit: Visit,
  { action, params, addressee }: Pick<LettersProps, 'action' | 'params' | 'addressee'>,
): Pick<Letter, 'key' | 'to'>[] | null {
  const rows = typedRows(visit, action, params, 'chases', [addressee, 'name']);
  return rows?.map(([key = '', to = '']) => ({ key, to })) ?? null;
}

/** The day by which an answer to a letter of today is asked for. */
export function answerDay(today: CivilDate, workingDays: number): CivilDate {
  return addWorkingDays(today, workingDays, officialCalendar) ?? today;
}

/** A letter's text as it goes out: in the demo it says what it is. */
export function letterOf({ house }: Visit, text: string): string {
  return house.demo ? `MÔ PHỎNG\n\n${text}` : text;
}
