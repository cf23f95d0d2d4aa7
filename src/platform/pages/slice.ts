import { listPage } from '../lists/index.ts';
import type { Slice } from '../slice.ts';
import { apiPage } from './api.tsx';
import { apiWords } from './api-words.ts';
import { auditTrail } from './audit-trail.ts';
import { permissionsPage } from './permissions.tsx';
import { pageGrants } from './policy.ts';
import { searchPage } from './search.tsx';
import { apiUrl, auditTrailUrl, permissionsUrl } from './urls.ts';
import { pageWords } from './words.ts';

/** The pages of the house itself: search, who may do what, the API, the audit trail. */
export const platform: Slice = {
  name: 'platform',
  words: [pageWords, apiWords],
  grants: pageGrants,
  lists: [auditTrail],
  pages: [searchPage, permissionsPage, apiPage, listPage(auditTrail)],
  menu: [
    {
      group: 'organisation',
      label: 'permissions.menu',
      href: permissionsUrl(),
      permission: 'permission.read',
    },
    {
      group: 'organisation',
      label: 'audit-trail.menu',
      href: auditTrailUrl(),
      permission: 'audit_trail.read',
    },
    { group: 'organisation', label: 'api.menu', href: apiUrl(), permission: 'permission.read' },
  ],
};
