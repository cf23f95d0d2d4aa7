import { listPeopleOfUnits } from '../../people/index.ts';
import { defineAction, type Performing } from '../../platform/actions/action.ts';
import { id } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import * as decide from '../domain/decisions.ts';
import { dossierUrl } from '../urls.ts';
import { byHandler, ofDossier, onDossier, rowOf } from './common.ts';

/** The head gives it to one officer, who answers for it. */
export const assignDossier = defineAction({
  name: 'dossier.assign',
  path: '/dossiers/:dossier/assignment',
  permission: 'dossier.assign',
  sees: 'dossier.read',
  input: ofDossier.extend({ person: id() }),
  subject: byHandler,
  async perform(performing, { dossier, person }) {
    await mustBeOfUnit(performing, dossier, person);
    return onDossier(performing, dossier, (state) => decide.assign(state, person, null));
  },
  next: ({ dossier }) => dossierUrl(dossier),
});

/** An officer takes one that nobody of the unit has. */
export const takeDossier = defineAction({
  name: 'dossier.take',
  path: '/dossiers/:dossier/taking',
  permission: 'dossier.take',
  sees: 'dossier.read',
  input: ofDossier,
  subject: byHandler,
  perform: (performing, { dossier }) =>
    onDossier(performing, dossier, (state) =>
      state.personId === null
        ? decide.assign(state, performing.post.personId, null)
        : refuse('conflict:dossier-assigned'),
    ),
  next: ({ dossier }) => dossierUrl(dossier),
});

async function mustBeOfUnit({ query, clock }: Performing, dossier: string, person: string): Promise<void> {
  const row = await rowOf({ query }, dossier);
  const people = await listPeopleOfUnits(query, row.agencyId, [row.unitId], clock.today());
  if (!people.some((one) => one.id === person))
    throw new RefusalError(refuse('invalid:choose', {}, { field: 'person' }));
}
