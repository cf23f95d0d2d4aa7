import { createHmac } from 'node:crypto';
import type { Visit } from '../platform/http/visit.ts';

/** The secret of this session from which one-time codes or access tokens follow: the database never holds it. */
export function sessionSecret(visit: Visit, of: 'invitation' | 'access token'): string {
  return createHmac('sha256', visit.signedIn?.csrf ?? '')
    .update(of)
    .digest('base64url');
}
