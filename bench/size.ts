/**
 * How many bytes a dossier takes: each table with its indexes, over the number of dossiers.
 * Run: npm run bench -- size FOLDER (of a database that `minhchung demo dossiers` has filled; it must not be running)
 */
import pg from 'pg';
import { startEmbedded } from '../src/platform/embedded/index.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder?');
const embedded = await startEmbedded({ dataDir: folder });
const client = new pg.Client(embedded.connection);
try {
  await client.connect();
  await client.query('VACUUM');
  const { rows: counted } = await client.query<{ dossiers: number }>(
    'SELECT count(*)::integer AS dossiers FROM dossier',
  );
  const dossiers = counted[0]?.dossiers ?? 0;
  // A partition's part counts for its table.
  const { rows } = await client.query<{ name: string; heap: string; indexes: string; rows: string }>(
    `SELECT coalesce(parent.relname, c.relname) AS name, sum(pg_relation_size(c.oid) + coalesce(pg_total_relation_size(nullif(c.reltoastrelid, 0)), 0)) AS heap,
       sum(pg_indexes_size(c.oid)) AS indexes, sum(greatest(c.reltuples, 0))::bigint AS rows
     FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_class parent ON parent.oid = i.inhparent
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' GROUP BY 1
     ORDER BY sum(pg_total_relation_size(c.oid)) DESC`,
  );
  const { rows: indexes } = await client.query<{ table: string; name: string; bytes: string }>(
    `SELECT coalesce(pt.relname, t.relname) AS table, coalesce(pi.relname, i.relname) AS name, sum(pg_relation_size(i.oid)) AS bytes
     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid AND t.relkind = 'r'
     LEFT JOIN pg_inherits hi ON hi.inhrelid = i.oid LEFT JOIN pg_class pi ON pi.oid = hi.inhparent
     LEFT JOIN pg_inherits ht ON ht.inhrelid = t.oid LEFT JOIN pg_class pt ON pt.oid = ht.inhparent
     WHERE t.relnamespace = 'public'::regnamespace GROUP BY 1, 2 ORDER BY 3 DESC`,
  );
  const each = (bytes: number | string) => Math.round(Number(bytes) / dossiers);
  let whole = 0;
  console.log(
    `${dossiers} dossiers\n\n| table | rows a dossier | bytes | its indexes | |\n| --- | --- | --- | --- | --- |`,
  );
  for (const { name, heap, indexes: own, rows: count } of rows) {
    whole += Number(heap) + Number(own);
    if (each(Number(heap) + Number(own)) < 1) continue;
    const named = indexes.filter((one) => one.table === name && each(one.bytes) > 0);
    console.log(
      `| ${name} | ${(Number(count) / dossiers).toFixed(1)} | ${each(heap)} | ${each(own)} | ${named.map((one) => `${one.name} ${each(one.bytes)}`).join(', ')} |`,
    );
  }
  console.log(
    `\n${each(whole)} bytes a dossier; 10 million: ${(((whole / dossiers) * 10_000_000) / 2 ** 30).toFixed(1)} GiB`,
  );
} finally {
  await client.end();
  await embedded.stop();
}
