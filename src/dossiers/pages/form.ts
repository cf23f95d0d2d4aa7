import { printForm, wordForm } from '../../forms/index.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import type { CivilDate } from '../../pure/calendar/index.ts';
import { DOSSIER_FORMS, dayOfForm, formContent, formPartsOf } from '../dossier-forms.ts';
import { dossierFormUrl } from '../urls.ts';
import { dossierOfVisit } from './view.ts';

/** A form of a dossier as its ledger fills it, by the rule set of the day on which it was issued. */
export const dossierFormPage = definePage(dossierFormUrl(':dossier', ':form'), async (visit) => {
  const found = await formOfVisit(visit);
  if (isRefusal(found)) return found;
  const { bytes } = await printForm(found.content, found.day);
  return { download: bytes, type: 'application/pdf' };
});

/** The same as a Word file, with the template that the office put in force. */
export const dossierWordFormPage = definePage(
  `${dossierFormUrl(':dossier', ':form')}/word`,
  async (visit) => {
    const found = await formOfVisit(visit);
    if (isRefusal(found)) return found;
    const { bytes } = await visit.read('dossier.read', (query) =>
      wordForm(query, visit.house.files, found.agencyId, found.content, found.day),
    );
    return {
      download: bytes,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      name: `${found.name}.docx`,
    };
  },
);

async function formOfVisit(visit: Visit): Promise<
  | Refusal
  | {
      agencyId: string;
      content: NonNullable<ReturnType<typeof formContent>>;
      day: CivilDate;
      name: string;
    }
> {
  const kind = DOSSIER_FORMS.find((one) => one === visit.param('form'));
  const view = await dossierOfVisit(visit);
  if (isRefusal(view)) return view;
  const day = kind === undefined ? null : dayOfForm(view.state, kind);
  if (kind === undefined || day === null) return refuse('missing:thing');
  const parts = await visit.read('dossier.read', (query) => formPartsOf(query, view, visit.house.demo));
  const content = formContent(kind, view, parts);
  if (content === null) return refuse('missing:thing');
  return { agencyId: view.agencyId, content, day, name: `${kind} ${view.state.code ?? ''}`.trim() };
}
