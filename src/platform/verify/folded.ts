import type { AnyLedger } from '../ledger/ledger.ts';

/** The head of a stream, as stored. */
export interface Head {
  agency_id: string;
  id: string;
  kind: string;
  seq: number;
  digest: Buffer;
}

/** A stream folded again; the state is undefined where that was not possible. */
export interface Folded {
  head: Head;
  ledger: AnyLedger;
  state: unknown;
  /** Its events are as they were written; only then is its state worth comparing. */
  sound: boolean;
}

/** Tells streams of all agencies apart. */
export function streamKey(agencyId: string, id: string): string {
  return `${agencyId} ${id}`;
}
