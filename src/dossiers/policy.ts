import type { Grant, Role, Subject } from '../platform/policy/policy.ts';

const heads: readonly Role[] = ['head', 'deputy_head'];
const leaders: readonly Role[] = ['director', 'deputy_director'];
const handlers: readonly Role[] = [...heads, 'officer'];
const readers: readonly Role[] = [
  'one_stop_officer',
  'records_clerk',
  'office_clerk',
  'inspector',
  'agency_clerk',
];
const desk: readonly Role[] = ['one_stop_officer', ...heads];

const all = (permission: string, roles: readonly Role[], within: Grant['within']) =>
  roles.map((role): Grant => ({ permission, role, within }));

/**
 * Whoever receives, registers or watches sees the dossiers of the agency; a unit sees those that it had or was asked
 * about. Receiving and returning concern the unit that is the desk, handling the unit that answers for a dossier.
 */
export const dossierGrants: Grant[] = [
  ...all('dossier.read', readers, 'agency'),
  ...all('dossier.read', leaders, 'lineage'),
  ...all('dossier.read', handlers, 'unit'),
  ...all('dossier.read', handlers, 'own'),
  { permission: 'dossier.receive', role: 'one_stop_officer', within: 'unit' },
  { permission: 'dossier.receive', role: 'agency_clerk', within: 'agency' },
  ...all('dossier.hand-over', [...handlers, 'one_stop_officer', 'records_clerk', 'office_clerk'], 'unit'),
  { permission: 'dossier.hand-over', role: 'agency_clerk', within: 'agency' },
  ...all('dossier.assign', heads, 'unit'),
  ...all('dossier.handle', heads, 'unit'),
  { permission: 'dossier.handle', role: 'officer', within: 'own' },
  ...all('dossier.take', ['officer'], 'unit'),
  ...all('dossier.advise', handlers, 'unit'),
  ...all('dossier.agree', heads, 'unit'),
  ...all('dossier.sign', leaders, 'agency'),
  { permission: 'dossier.register', role: 'records_clerk', within: 'agency' },
  ...all('dossier.apologise', [...leaders, 'records_clerk'], 'agency'),
  ...all('dossier.stop', leaders, 'agency'),
  ...all('dossier.correct', desk, 'unit'),
  ...all('dossier.import', ['records_clerk', 'office_clerk', 'agency_clerk'], 'agency'),
  ...all('desk.read', [...readers, ...leaders, ...handlers, 'administrator'], 'agency'),
  ...all('desk.keep', ['administrator', 'office_clerk'], 'agency'),
];

/** What policy judges a dossier by, as its row holds it. */
export interface Held {
  agencyId: string;
  unitId: string;
  personId: string | null;
  pendingUnitId: string | null;
  receivingUnitId: string;
  unitIds: readonly string[];
  personIds: readonly string[];
}

/** Who may read it: all units and people that had it, were asked, or shall get it. */
export function readSubject({ agencyId, unitIds, personIds }: Held): Subject {
  return { agencyId, units: unitIds, people: personIds };
}

/** Who handles it: the unit that answers for it now, and its officer. */
export function handleSubject({ agencyId, unitId, personId }: Held): Subject {
  return { agencyId, units: [unitId], people: personId === null ? [] : [personId] };
}

/** Whom it was handed over to and who has not confirmed; nobody where no hand-over is open. */
export function pendingSubject({ agencyId, pendingUnitId }: Held): Subject {
  return { agencyId, units: pendingUnitId === null ? [] : [pendingUnitId] };
}

/** The desk that received it. */
export function deskSubject({
  agencyId,
  receivingUnitId,
}: Pick<Held, 'agencyId' | 'receivingUnitId'>): Subject {
  return { agencyId, units: [receivingUnitId] };
}
