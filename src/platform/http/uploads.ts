import type { ReadForm } from '../actions/form-data.ts';
import { sniffFormat } from '../extract/sniff.ts';
import type { Actor } from '../policy/policy.ts';
import { serverScope } from '../policy/policy.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { uuid7 } from '../uuid.ts';
import type { House } from './visit.ts';

/** Largest single file, in bytes. */
export const FILE_LIMIT = 25 * 1024 * 1024;

/**
 * Keeps every uploaded file before the action is judged, so that a refused form loses nothing: the field's value
 * becomes the id of the stored file, in the input and in what is shown again.
 */
export async function keepUploads(house: House, actor: Actor, form: ReadForm): Promise<Refusal | null> {
  for (const [field, file] of form.files) {
    if (file.size > FILE_LIMIT)
      return refuse('invalid:file-too-large', { megabytes: FILE_LIMIT / 1024 / 1024 }, { field });
    if (actor.accountId === null) return refuse('unauthenticated:sign-in');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const id = await storeFile(house, actor, file.name, bytes);
    form.input[field] = id;
    form.typed.set(field, [id]);
  }
  return null;
}

/** Stores bytes, durable, and their row. @returns the id of the stored file */
export async function storeFile(
  house: Pick<House, 'database' | 'files' | 'clock'>,
  actor: Actor,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const sha256 = await house.files.put(bytes);
  const id = uuid7();
  await house.database.write(serverScope([actor.agencyId]), (query) =>
    query
      .insertInto('stored_file')
      .values({
        agency_id: actor.agencyId,
        id,
        sha256,
        name: name.normalize('NFC').slice(-200) || 'tep',
        format: sniffFormat(bytes),
        size: bytes.byteLength,
        uploaded_by: actor.accountId,
        recorded_at: house.clock.real().toString(),
      })
      .execute(),
  );
  return id;
}
