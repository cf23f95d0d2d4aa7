import type { Visit } from '../../platform/http/visit.ts';
import type { FormRule } from '../rules.ts';

/** What of a form was not compared with the official text. */
export function unconfirmedWords(visit: Visit, { unconfirmed }: FormRule): string {
  return unconfirmed.map((part) => visit.say(`form.part.${part}`)).join(', ');
}
