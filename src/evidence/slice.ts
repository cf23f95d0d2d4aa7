import type { Slice } from '../platform/slice.ts';
import { evidenceLedger } from './ledger.ts';
import { evidenceWords } from './words.ts';

export const evidence: Slice = {
  name: 'evidence',
  words: evidenceWords,
  ledgers: [evidenceLedger],
};
