import { createHmac } from 'node:crypto';
import type { Visit } from '../platform/http/visit.ts';

/** The secret of this session from which one-time codes follow: the database never holds it. */
export function slipSecretOf(visit: Visit): string {
  return createHmac('sha256', visit.signedIn?.csrf ?? '')
    .update('invitation')
    .digest('base64url');
}
