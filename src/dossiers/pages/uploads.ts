import type { Visit } from '../../platform/http/visit.ts';
import { UUID } from '../../platform/uuid.ts';

/** Names of the files that a refused form brought and that are sent again with the next attempt, by id. */
export type KeptUploads = ReadonlyMap<string, string>;

/** The files of the form that was refused. */
export async function keptUploads(visit: Visit): Promise<KeptUploads> {
  const { failed, actor } = visit;
  const ids = failed === null ? [] : [...failed.form.uploads.keys()].filter((id) => UUID.test(id));
  const typed = failed === null ? [] : [...failed.form.typed.values()].flat().filter((one) => UUID.test(one));
  if (actor.accountId === null || ids.length + typed.length === 0) return new Map();
  const rows = await visit.house.database.read(visit.scope('account.use'), (query) =>
    query
      .selectFrom('stored_file')
      .select(['id', 'name'])
      .where('id', 'in', [...ids, ...typed])
      .where('uploaded_by', '=', actor.accountId)
      .execute(),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A file field, to spread into a control: no browser lets one set its value, so a kept file stands beside it. */
export function fileField(
  {
    name,
    id,
    value,
    error,
  }: { name: string; id?: string; value?: string | undefined; error?: string | undefined },
  uploads: KeptUploads,
) {
  const kept = value === undefined ? undefined : uploads.get(value);
  return { name, id, error, kept: kept === undefined ? undefined : { value: value ?? '', name: kept } };
}
