import { defineImport } from '../../platform/import/index.ts';
import { checkPeople, knownPeople, PERSON_COLUMNS } from '../import-people.ts';
import { sessionSecret } from '../session-secret.ts';
import { importPeopleUrl, peopleUrl } from '../urls.ts';

/** People and their accounts from a list. */
export const peopleImportPages = defineImport({
  base: importPeopleUrl(),
  title: 'person.import',
  lead: 'person.import.lead',
  permission: 'person.manage',
  action: 'person.import',
  columns: PERSON_COLUMNS,
  breadcrumbs: (visit) => [{ href: peopleUrl(), label: visit.say('people.title') }],
  hidden: (visit) => ({ secret: sessionSecret(visit, 'invitation') }),
  async check(query, visit, rows) {
    const { agencyId } = visit.actor;
    const others = visit.scope('person.manage').whole.filter((id) => id !== agencyId);
    return checkPeople(rows, await knownPeople(query, [agencyId, ...others], visit.house.clock.today()));
  },
});
