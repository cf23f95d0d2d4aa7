import { subplansUrl as allSubplansUrl, planUrl } from '../plan/index.ts';
import type { SubplanKind } from './domain/subplan.ts';

/** What the recipients of a plan make of it, as the list's filters narrow it. */
export const subplansUrl = (plan: string, filters: Readonly<Record<string, string>> = {}) => {
  const search = new URLSearchParams(filters).toString();
  return `${allSubplansUrl(plan)}${search === '' ? '' : `?${search}`}`;
};
export const subplanUrl = (plan: string, recipient: string, kind: SubplanKind | ':kind' = 'own') =>
  `${allSubplansUrl(plan)}/${recipient.startsWith(':') ? recipient : encodeURIComponent(recipient)}/${kind}`;
export const subplanPaperUrl = (plan: string, recipient: string, kind: SubplanKind | ':kind') =>
  `${subplanUrl(plan, recipient, kind)}/paper`;
export const subplanFileUrl = (plan: string, recipient: string, kind: SubplanKind | ':kind') =>
  `${subplanUrl(plan, recipient, kind)}/file`;
export const newSubplanChaseUrl = (plan: string) => `${planUrl(plan)}/subplan-chase`;
export const mySubplansUrl = () => '/my-subplans';
export const leadershipsUrl = (filters: Readonly<Record<string, string>> = {}) => {
  const search = new URLSearchParams(filters).toString();
  return `/leadership${search === '' ? '' : `?${search}`}`;
};
export const leadershipUrl = (agency: string) => `/leadership/${agency}`;
export const leadershipFileUrl = (agency: string, no: number | ':no') => `/leadership/${agency}/${no}/file`;
