import type { Context } from 'hono';
import { inputOf, type ReadForm } from '../actions/form-data.ts';
import { isKeepable } from '../actions/perform.ts';
import { sniffFormat } from '../extract/sniff.ts';
import type { Actor } from '../policy/policy.ts';
import { serverScope } from '../policy/policy.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { uuid7 } from '../uuid.ts';
import { cleanFileName } from './file-name.ts';
import { isMedia, readFormBody } from './read-body.ts';
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

/** The same with what its bytes are known by. */
interface StoredFile extends KeptFile {
  sha256: string;
}

/**
 * Keeps every uploaded file before the action is judged, so that a refused form loses nothing: the field's value
 * becomes the id of the stored file, in the input and in what is shown again.
 */
export async function keepUploads(house: House, actor: Actor, form: ReadForm): Promise<Refusal | null> {
  for (const [field, file] of form.files) {
    const kept = await keepFile(house, actor, file, field);
    if (isRefusal(kept)) return kept;
    form.typed.set(field, [kept.id]);
    form.uploads.set(kept.id, kept.sha256);
  }
  // A file may stand in a row of a form: "components.0.file".
  form.input = inputOf(form.typed);
  return null;
}

/** Keeps a file under the same rules, wherever it came in. @param field at which a refusal is shown */
async function keepFile(
  house: House,
  actor: Actor,
  file: File,
  field: string,
): Promise<StoredFile | Refusal> {
  if (file.size > FILE_LIMIT)
    return refuse('invalid:file-too-large', { megabytes: FILE_LIMIT / 1024 / 1024 }, { field });
  if (actor.accountId === null) return refuse('unauthenticated:sign-in');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return storeFile(house, actor, file.name, bytes);
}

const FILE_NAME = 'x-file-name';

/** A file that a program sends: as the field `file` of a form, or as the body itself with its name in a header. */
export async function receiveFile(house: House, actor: Actor, context: Context): Promise<KeptFile | Refusal> {
  if (actor.accountId === null) return refuse('unauthenticated:sign-in');
  if (actor.token?.acts === false) return refuse('forbidden:token-reads', { token: actor.token.name });
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

/** Stores bytes, durable, and their row. */
export async function storeFile(
  house: Pick<House, 'database' | 'files' | 'clock'>,
  actor: Actor,
  givenName: string,
  bytes: Uint8Array,
): Promise<StoredFile> {
  const sha256 = await house.files.put(bytes);
  const stored = { id: uuid7(), name: cleanFileName(givenName), size: bytes.byteLength, sha256 };
  await house.database.write(serverScope([actor.agencyId]), (query) =>
    query
      .insertInto('stored_file')
      .values({
        agency_id: actor.agencyId,
        ...stored,
        format: sniffFormat(bytes),
        uploaded_by: actor.accountId,
        recorded_at: house.clock.real().toString(),
      })
      .execute(),
  );
  return stored;
}
