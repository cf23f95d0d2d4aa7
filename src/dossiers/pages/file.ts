import { definePage } from '../../platform/http/page.ts';
import { isRefusal, refuse } from '../../platform/refusal.ts';
import type { DossierFile, DossierState } from '../domain/dossier.ts';
import { dossierFileUrl } from '../urls.ts';
import { dossierOfVisit } from './view.ts';

/** A file of a dossier, for whoever may read the dossier. */
export const dossierFilePage = definePage(dossierFileUrl(':dossier', ':file'), async (visit) => {
  const view = await dossierOfVisit(visit);
  if (isRefusal(view)) return view;
  const file = filesOf(view.state).find(({ id }) => id === visit.param('file'));
  if (file === undefined) return refuse('missing:thing');
  return {
    download: await visit.house.files.get(file.sha256),
    type: 'application/octet-stream',
    name: file.name,
  };
});

/** Every file that a dossier's ledger holds. */
export function filesOf(state: DossierState): DossierFile[] {
  return [
    ...state.components.flatMap(({ files }) => files),
    ...state.opinions.flatMap(({ answer }) => answer?.file ?? []),
    ...state.intervals.flatMap(({ document }) => document?.file ?? []),
    ...[state.proposal?.file, state.result?.file, state.apology?.document.file].flatMap((file) => file ?? []),
  ];
}
