import { definePage } from '../http/page.ts';
import { permissionTable } from '../policy/permission-table.ts';
import { ROLES } from '../policy/policy.ts';
import { refuse } from '../refusal.ts';
import { DataTable } from '../view/index.ts';
import { permissionsUrl } from './urls.ts';
import { pageWords } from './words.ts';

/** The one table of who may do what, as docs/permissions.md holds it for review. */
export const permissionsPage = definePage(permissionsUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = pageWords.in(visit.language);
  const { policy, actions } = visit.house;
  const rows = permissionTable(policy, actions.values());
  const roles = ROLES.filter((role) => rows.some((row) => row.reaches.has(role)));
  return {
    title: say('permissions.title'),
    lead: say('permissions.lead'),
    width: 'wide',
    body: (
      <DataTable
        id="permissions"
        caption={say('permissions.title')}
        captionHidden
        rows={rows}
        rowId={(row) => `permission-${row.permission.replaceAll('.', '-')}`}
        empty={{ text: '' }}
        columns={[
          {
            key: 'permission',
            label: say('permissions.permission'),
            rowHeader: true,
            width: 'broad' as const,
            cell: (row) => visit.say(`permission.${row.permission}`),
          },
          {
            key: 'actions',
            label: say('permissions.actions'),
            width: 'broad' as const,
            cell: (row) => row.actions.map((name) => visit.say(`action.${name}`)).join('; '),
          },
          ...roles.map((role) => ({
            key: role,
            label: visit.say(`role.${role}`),
            cell: (row: (typeof rows)[number]) =>
              (row.reaches.get(role) ?? []).map((reach) => visit.say(`reach.${reach}`)).join('; ') || '–',
          })),
        ]}
      />
    ),
  };
});
