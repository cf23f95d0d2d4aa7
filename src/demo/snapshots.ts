import pg from 'pg';

/** Folded into the schemas' names. */
const PREFIX = 'demo_snapshot_';

/** Not the performance: what was migrated, and who sits at which browser. */
const LEFT_OUT = ['migration'];

/** Sessions outlive a restore, since accounts are the same in every snapshot of one demo. */
const KEPT = 'session';

/**
 * Copies of the demo's tables as they stood at some instants of office time, each in a schema of its own beside them.
 * Restoring is one transaction that empties the tables and fills them from the copy, so it happens whole or not at all,
 * on any PostgreSQL, for any owner, and no connection has to be made anew.
 */
export class Snapshots {
  readonly #owner: pg.ClientConfig;

  /** @param owner the owner of the tables, who may empty them */
  constructor(owner: pg.ClientConfig) {
    this.#owner = owner;
  }

  /** Names of the snapshots that fit the tables as they are now; older ones were made before a migration. */
  names(): Promise<string[]> {
    return this.#run(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT substr(s.nspname, length($1) + 1) AS name FROM pg_namespace s
         WHERE starts_with(s.nspname, $1) AND NOT EXISTS (
           SELECT FROM (${columnsIn("'public'")}) present FULL JOIN (${columnsIn('s.nspname')}) past USING (name)
           WHERE present.name IS NULL OR past.name IS NULL)
         ORDER BY 1`,
        [PREFIX],
      );
      return rows.map((row) => row.name);
    });
  }

  /** Copies all tables. @param name letters, figures and _ */
  take(name: string): Promise<void> {
    return this.#run(async (client) => {
      const schema = pg.escapeIdentifier(PREFIX + name);
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await seeAll(client, '');
      await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
      await client.query(`CREATE SCHEMA ${schema}`);
      for (const table of await tablesInOrder(client))
        await client.query(`CREATE TABLE ${schema}.${table} AS TABLE public.${table}`);
      await client.query('COMMIT');
    });
  }

  /** Tells the planner what stands in the tables, which have filled faster than it looks by itself. */
  analyse(): Promise<void> {
    return this.#run(async (client) => {
      await client.query('ANALYZE');
    });
  }

  /** Puts all tables back as they were. @param settings rows that are written over those of the snapshot */
  restore(name: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#run(async (client) => {
      const schema = pg.escapeIdentifier(PREFIX + name);
      await client.query('BEGIN');
      const tables = await tablesInOrder(client);
      await seeAll(client, `UNION SELECT id FROM ${schema}.agency`);
      await client.query(`CREATE TEMP TABLE kept ON COMMIT DROP AS TABLE public.${KEPT}`);
      await client.query(`TRUNCATE ${tables.map((table) => `public.${table}`).join(', ')}`);
      for (const table of tables) {
        const columns = await columnsOf(client, table);
        // Triggers queue what is new; a row that is put back is not.
        await client.query(`ALTER TABLE public.${table} DISABLE TRIGGER USER`);
        const from =
          table === KEPT ? `kept WHERE account_id IN (SELECT id FROM public.account)` : `${schema}.${table}`;
        await client.query(`INSERT INTO public.${table} (${columns}) SELECT ${columns} FROM ${from}`);
        await client.query(`ALTER TABLE public.${table} ENABLE TRIGGER USER`);
      }
      for (const [key, value] of Object.entries(settings))
        await client.query(
          'INSERT INTO setting VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
          [key, JSON.stringify(value)],
        );
      await client.query('COMMIT');
    });
  }

  /** Empties all tables, as they are before anything is filled in. */
  empty(): Promise<void> {
    return this.#run(async (client) => {
      const tables = await tablesInOrder(client);
      await client.query(`TRUNCATE ${tables.map((table) => `public.${table}`).join(', ')}`);
    });
  }

  async #run<T>(task: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client(this.#owner);
    await client.connect();
    try {
      return await task(client);
    } finally {
      await client.end();
    }
  }
}

/** Tables of a schema with their columns and types, as one name each. @param schema an SQL expression */
const columnsIn = (
  schema: string,
) => `SELECT c.relname || '.' || a.attname || ' ' || a.atttypid::regtype AS name
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE n.nspname = ${schema} AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0
    AND NOT a.attisdropped AND c.relname <> ALL ('{${LEFT_OUT.join(',')}}')`;

/** Row-level security is forced on the owner too: lets the transaction see every agency there is. */
async function seeAll(client: pg.Client, more: string): Promise<void> {
  await client.query(
    `SELECT set_config('minhchung.agencies', coalesce(string_agg(id::text, ','), ''), true)
     FROM (SELECT id FROM public.agency ${more}) agencies`,
  );
}

async function columnsOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(attname), ', ') AS columns FROM pg_attribute
     WHERE attrelid = ('public.' || $1)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  );
  return rows[0]?.columns ?? '';
}

/** All tables, each after those that its foreign keys point to. */
async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(
    `SELECT quote_ident(t.relname) AS name,
       array(SELECT DISTINCT quote_ident(r.relname) FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
             WHERE k.conrelid = t.oid AND k.contype = 'f' AND r.oid <> t.oid) AS needs
     FROM pg_class t WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p')
       AND NOT t.relispartition AND t.relname <> ALL ($1) ORDER BY t.relname`,
    [LEFT_OUT],
  );
  const ordered: string[] = [];
  while (ordered.length < rows.length) {
    const ready = rows.filter(
      ({ name, needs }) => !ordered.includes(name) && needs.every((one) => ordered.includes(one)),
    );
    if (ready.length === 0) throw new Error('foreign keys of the tables go round in a circle');
    ordered.push(...ready.map((row) => row.name));
  }
  return ordered;
}
