import type { Visit } from '../../platform/http/visit.ts';
import { Tag, type Tone } from '../../platform/view/index.ts';
import type { Status } from '../domain/status.ts';
import { dossierWords } from '../words.ts';

const TONES: Readonly<Record<Status, Tone>> = {
  submitted: 'waiting',
  'awaiting-completion': 'waiting',
  refused: 'neutral',
  accepted: 'neutral',
  processing: 'neutral',
  'awaiting-supplement': 'waiting',
  suspended: 'waiting',
  proposed: 'neutral',
  'awaiting-signature': 'neutral',
  signed: 'neutral',
  finished: 'done',
  returned: 'done',
  withdrawn: 'neutral',
  stopped: 'neutral',
};

/** Where a dossier stands, in a word. */
export function StatusTag({ visit, status }: { visit: Visit; status: Status }) {
  return <Tag tone={TONES[status]}>{dossierWords.in(visit.language)(`dossier.status.${status}`)}</Tag>;
}
