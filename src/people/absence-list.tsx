import { sql } from 'kysely';
import { defineList } from '../platform/lists/index.ts';
import { holdsWords } from '../platform/search/folded.ts';
import { absenceOf, absencesWithNames, notOver } from './absences.ts';
import { AbsenceTag, EndAbsence } from './pages/absence-table.tsx';
import { absencesUrl, personUrl } from './urls.ts';

/** Who is away or will be, and who acts for them; what is over on demand. */
export const absenceList = defineList({
  name: 'absences',
  path: absencesUrl(),
  permission: 'absence.read',
  title: 'absences.title',
  empty: 'absences.empty',
  query: (query, scope, { clock }) =>
    absencesWithNames(query)
      .select(
        sql<string[] | null>`(SELECT array_agg(unit_id::text) FROM post
          WHERE post.agency_id = absence.agency_id AND post.person_id = absence.person_id
            AND unit_id IS NOT NULL
            AND valid_from <= absence.starts_on AND (valid_to IS NULL OR valid_to >= absence.starts_on))`.as(
          'units',
        ),
      )
      .select(sql<boolean>`${notOver(clock.today())}`.as('open'))
      .where('absence.agency_id', 'in', [...scope.whole]),
  order: ['absence.starts_on desc', 'absence.id'],
  id: (absence) => absence.id,
  columns: [
    {
      key: 'person',
      label: 'absence.person',
      rowHeader: true,
      value: (absence) => absence.person_name,
      cell: (absence) => <a href={personUrl(absence.person_id)}>{absence.person_name}</a>,
      sort: 'absent.name',
    },
    {
      key: 'deputy',
      label: 'absence.deputy',
      value: (absence) => absence.deputy_name,
      cell: (absence) => <a href={personUrl(absence.deputy_id)}>{absence.deputy_name}</a>,
      sort: 'deputy.name',
    },
    {
      key: 'from',
      label: 'post.from',
      type: 'date',
      value: (absence) => absence.starts_on,
      sort: 'absence.starts_on',
    },
    {
      key: 'to',
      label: 'post.to',
      type: 'date',
      value: (absence) => absenceOf(absence).until,
      sort: 'absence.ends_on',
    },
    {
      key: 'state',
      label: 'post.state',
      value: (absence, say) => say(absence.open ? 'absence.when.open' : 'absence.state.past'),
      code: (absence) => (absence.open ? 'open' : 'past'),
      cell: (absence, visit) => <AbsenceTag visit={visit} absence={absenceOf(absence)} />,
    },
    {
      key: 'end',
      label: 'absence.end',
      value: () => null,
      cell: (absence, visit) =>
        absence.open &&
        visit.may('absence.manage', {
          agencyId: absence.agency_id,
          people: [absence.person_id],
          units: absence.units ?? [],
        }).allowed ? (
          <EndAbsence visit={visit} absence={absence.id} />
        ) : (
          ''
        ),
    },
  ],
  filters: [
    {
      name: 'q',
      label: 'people.search',
      kind: 'text',
      apply: (builder, typed) =>
        builder.where((eb) =>
          eb.or([holdsWords('absent.name_fold', typed), holdsWords('deputy.name_fold', typed)]),
        ),
    },
    {
      name: 'when',
      label: 'post.state',
      kind: 'select',
      options: (_query, _scope, { say }) => [
        { value: 'open', label: say('absence.when.open') },
        { value: 'past', label: say('absence.state.past') },
      ],
      apply: (builder, when, { clock }) =>
        when === 'open'
          ? builder.where(notOver(clock.today()))
          : builder.where(sql<boolean>`NOT ${notOver(clock.today())}`),
    },
  ],
});
