import type { Reader, Writer } from './database/database.ts';
import type { JsonValue } from './database/schema.ts';

/** Reads one of the installation's own settings. */
export async function readSetting(query: Reader, key: string): Promise<JsonValue | undefined> {
  const row = await query.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}

export async function writeSetting(query: Writer, key: string, value: JsonValue): Promise<void> {
  await query
    .insertInto('setting')
    .values({ key, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(value) }))
    .execute();
}

/** Whether the performance held here is invented. */
export async function isDemo(query: Reader): Promise<boolean> {
  return (await readSetting(query, 'demo')) === true;
}
