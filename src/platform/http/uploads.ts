import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { ReadForm } from '../actions/form-data.ts';
import { sniffFormat } from '../extract/sniff.ts';
import type { Actor } from '../policy/policy.ts';
import { serverScope } from '../policy/policy.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { uuid7 } from '../uuid.ts';
import { cleanFileName } from './file-name.ts';
import { isKeepable, isMedia, readFormBody } from './read-body.ts';
import type { House } from './visit.ts';

/** Largest single file, in bytes. */
export const FILE_LIMIT = 25 * 1024 * 1024;

/** A stored file, as the API answers with it. */
export interface KeptFile {
  /** What a field that takes a file is given. */
  id: string;
  name: string;
  size: number;
}

/**
 * Keeps every uploaded file before the action is judged, so that a refused form loses nothing: the field's value
 * becomes the id of the stored file, in the input and in what is shown again.
 */
export async function keepUploads(house: House, actor: Actor, form: ReadForm): Promise<Refusal | null> {
  for (const [field, file] of form.files) {
    const kept = await keepFile(house, actor, file, field);
    if (isRefusal(kept)) return kept;
    form.input[field] = kept.id;
    form.typed.set(field, [kept.id]);
    form.uploads.set(kept.id, kept.sha256);
  }
  return null;
}

/** Keeps a file under the same rules, wherever it came in. @param field at which a refusal is shown */
async function keepFile(
  house: House,
  actor: Actor,
  file: File,
  field: string,
): Promise<(KeptFile & { sha256: string }) | Refusal> {
  if (file.size > FILE_LIMIT)
    return refuse('invalid:file-too-large', { megabytes: FILE_LIMIT / 1024 / 1024 }, { field });
  if (actor.accountId === null) return refuse('unauthenticated:sign-in');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = await storeFile(house, actor, file.name, bytes);
  return { id, name: cleanFileName(file.name), size: bytes.byteLength, sha256 };
}

const FILE_NAME = 'x-file-name';

/** A file that a program sends: as the field `file` of a form, or as the body itself with its name in a header. */
export async function receiveFile(house: House, actor: Actor, context: Context): Promise<KeptFile | Refusal> {
  if (actor.accountId === null) return refuse('unauthenticated:sign-in');
  const file = isMedia(context, 'multipart/form-data')
    ? (await readFormBody(context)).get('file')
    : await bodyFile(context);
  if (isRefusal(file)) return file;
  if (!(file instanceof File) || file.size === 0) return refuse('invalid:file', {}, { field: 'file' });
  const kept = await keepFile(house, actor, file, 'file');
  return isRefusal(kept) ? kept : { id: kept.id, name: kept.name, size: kept.size };
}

async function bodyFile(context: Context): Promise<File | Refusal> {
  try {
    // Headers hold no more than Latin letters, so the name is written as in an address.
    const name = decodeURIComponent(context.req.header(FILE_NAME) ?? '');
    if (name !== '' && isKeepable(name))
      return new File([Buffer.from(await context.req.arrayBuffer())], name);
  } catch {
    // Not written as in an address.
  }
  return refuse('invalid:file-name', {}, { field: 'X-File-Name' });
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
        name: cleanFileName(name),
        format: sniffFormat(bytes),
        size: bytes.byteLength,
        uploaded_by: actor.accountId,
        recorded_at: house.clock.real().toString(),
      })
      .execute(),
  );
  return id;
}
