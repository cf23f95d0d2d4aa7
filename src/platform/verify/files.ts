import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Reader } from '../database/database.ts';
import type { FileStore } from '../files/store.ts';
import type { Findings } from './damage.ts';

const PAGE = 500;

/** The bytes of each stored file are there and are the same; those that were taken out are gone. */
export async function verifyFiles(query: Reader, files: FileStore, findings: Findings): Promise<void> {
  let last = '';
  let done = 0;
  for (;;) {
    // By content, so that bytes that several rows name are read once.
    const { rows }: { rows: Content[] } = await sql<Content>`
      SELECT sha256, min(size) AS size, count(*) AS rows, bool_and(removed_at IS NOT NULL) AS removed,
        (array_agg(agency_id ORDER BY removed_at IS NOT NULL, id))[1] AS agency_id,
        (array_agg(id ORDER BY removed_at IS NOT NULL, id))[1] AS id
      FROM stored_file WHERE sha256 > ${last} COLLATE "C" GROUP BY sha256 ORDER BY sha256 COLLATE "C" LIMIT ${PAGE}`.execute(
      query,
    );
    for (const content of rows) await compare(files, content, findings);
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.sha256;
    done += rows.length;
    findings.progress('stored_file', done);
  }
}

interface Content {
  sha256: string;
  size: number;
  rows: number;
  removed: boolean;
  agency_id: string;
  id: string;
}

async function compare(files: FileStore, content: Content, findings: Findings): Promise<void> {
  findings.rows += content.rows;
  const { sha256 } = content;
  const bytes = await read(files, sha256);
  const damage = (code: 'file-missing' | 'file-changed' | 'file-kept') =>
    findings.damage('file', 'stored_file', content.agency_id, content.id, code, { sha256 });
  if (content.removed) {
    if (bytes !== undefined) damage('file-kept');
  } else if (bytes === undefined) damage('file-missing');
  else if (bytes.byteLength !== content.size || createHash('sha256').update(bytes).digest('hex') !== sha256)
    damage('file-changed');
}

/** Bytes that are not there, cannot be read or have no SHA-256 for a name are missing alike. */
async function read(files: FileStore, sha256: string): Promise<Uint8Array | undefined> {
  try {
    return await files.get(sha256);
  } catch {
    return undefined;
  }
}
