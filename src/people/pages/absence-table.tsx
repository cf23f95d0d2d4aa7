import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, ButtonRow, DataTable, Tag, TextInput } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { type AbsenceRow, absenceState } from '../absences.ts';
import { newAbsenceUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';

const TONES = { now: 'waiting', coming: 'neutral', past: 'done' } as const;

/** The state of an absence in a word. */
export function AbsenceTag({
  visit,
  absence,
}: {
  visit: Visit;
  absence: Pick<AbsenceRow, 'from' | 'until'>;
}) {
  const state = absenceState(absence, visit.house.clock.today());
  return <Tag tone={TONES[state]}>{visit.say(`absence.state.${state}`)}</Tag>;
}

/** Absences of a person, and those in which the person stands in. */
export function AbsenceTable({
  visit,
  absences,
  person,
  whyNot,
}: {
  visit: Visit;
  absences: readonly AbsenceRow[];
  person: string;
  /** Why the reader may not speak for the person; undefined where that is allowed. */
  whyNot?: string | undefined;
}) {
  const say = peopleWords.in(visit.language);
  return (
    <section>
      <DataTable
        id="absences"
        caption={say('absences.caption')}
        rows={absences}
        empty={{ text: say('absences.empty') }}
        columns={[
          {
            key: 'person',
            label: say('absence.person'),
            rowHeader: true,
            cell: (absence) => absence.personName,
          },
          { key: 'deputy', label: say('absence.deputy'), cell: (absence) => absence.deputyName },
          { key: 'from', label: say('post.from'), nowrap: true, cell: ({ from }) => formatDate(from) },
          { key: 'to', label: say('post.to'), nowrap: true, cell: ({ until }) => formatDate(until) },
          {
            key: 'state',
            label: say('post.state'),
            cell: (absence) => <AbsenceTag visit={visit} absence={absence} />,
          },
        ]}
      />
      <ButtonRow>
        <Button href={newAbsenceUrl(person)} variant="secondary" disabledReason={whyNot}>
          {say('absence.add')}
        </Button>
      </ButtonRow>
    </section>
  );
}

/** The form that ends an absence early. */
export function EndAbsence({ visit, absence }: { visit: Visit; absence: string }) {
  const say = peopleWords.in(visit.language);
  const params = { absence };
  const field = fieldsOf(visit, 'absence.end', params)('day');
  // The summary links to the form that was refused.
  const id = field.error === undefined ? `f-day-${absence}` : undefined;
  return (
    <ActionForm visit={visit} action="absence.end" params={params} layout="inline" keep={false}>
      <TextInput
        {...field}
        id={id}
        label={say('absence.back')}
        labelHidden
        optional
        width="date"
        placeholder="dd/mm/yyyy"
      />
      <Button variant="secondary" small>
        {say('absence.end')}
      </Button>
    </ActionForm>
  );
}
