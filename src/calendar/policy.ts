import { type Grant, ROLES } from '../platform/policy/policy.ts';

const staff = ROLES.filter((role) => role !== 'visitor');

/**
 * Office hours are set by each agency for itself, and by the administrator for those below, which have nobody for it at
 * first. Notices of official days are the business of the agency whose installation it is: its Office enters them, its
 * leaders approve what they move. Calendar and hours are known to everyone.
 */
export const calendarGrants: Grant[] = [
  ...staff.map((role): Grant => ({ permission: 'calendar.read', role, within: 'lineage' })),
  { permission: 'office_hours.set', role: 'administrator', within: 'lineage' },
  { permission: 'office_hours.set', role: 'office_clerk', within: 'agency' },
  { permission: 'office_hours.set', role: 'agency_clerk', within: 'agency' },
  { permission: 'calendar.enter', role: 'administrator', within: 'agency' },
  { permission: 'calendar.enter', role: 'office_clerk', within: 'agency' },
  { permission: 'calendar.approve', role: 'director', within: 'agency' },
  { permission: 'calendar.approve', role: 'deputy_director', within: 'agency' },
];
