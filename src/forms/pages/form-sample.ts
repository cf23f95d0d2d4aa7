import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { printForm } from '../print.ts';
import { sampleForm } from '../sample.ts';
import { formSampleUrl } from '../urls.ts';
import { formOfVisit } from './form.tsx';

/** A form made up for the purpose, marked "MẪU", as PDF. */
export const formSamplePage = definePage(formSampleUrl(':form'), async (visit) => {
  const purpose = formOfVisit(visit);
  if (purpose === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { rules, form } = purpose;
  const { bytes } = await printForm(sampleForm(form.kind, rules.from), rules.from);
  return { download: bytes, type: 'application/pdf' };
});
