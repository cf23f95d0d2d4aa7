import type { Action } from '../actions/action.ts';
import { type Policy, REACHES, type Reach, ROLES, type Role } from './policy.ts';

export interface PermissionRow {
  permission: string;
  /** How far each role's grant reaches, the widest first; absent where it has none. */
  reaches: ReadonlyMap<Role, readonly Reach[]>;
  /** Names of the actions that ask for it. */
  actions: readonly string[];
}

/** Who may do what: role by permission by reach, from the grants of all slices. */
export function permissionTable(policy: Policy, actions: Iterable<Action>): PermissionRow[] {
  const asking = Map.groupBy(actions, (action) => action.permission);
  return policy.permissions.map((permission) => ({
    permission,
    reaches: new Map(
      ROLES.map((role): [Role, Reach[]] => [role, widestFirst(policy.reaches(permission, role))]).filter(
        ([, reaches]) => reaches.length > 0,
      ),
    ),
    actions: (asking.get(permission) ?? []).map((action) => action.name).sort(),
  }));
}

/** A reach that a wider one holds already is left out: the whole agency holds its units and their people's own work. */
function widestFirst(reaches: readonly Reach[]): Reach[] {
  const widest = REACHES.find((reach) => reaches.includes(reach));
  return widest === 'unit' && reaches.includes('own')
    ? ['unit', 'own']
    : widest === undefined
      ? []
      : [widest];
}
