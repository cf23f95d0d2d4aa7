import { readFileSync } from 'node:fs';
import pg from 'pg';
import { startEmbedded } from '../src/platform/embedded/index.ts';

const [folder = '', file = ''] = process.argv.slice(2);
const embedded = await startEmbedded({ dataDir: folder });
const c = new pg.Client(embedded.connection);
await c.connect();
const t = performance.now();
const r = await c.query(readFileSync(file, 'utf8'));
for (const one of Array.isArray(r) ? r : [r])
  if (one.rows?.length) console.log(one.rows.length > 60 ? one.rows.slice(0, 60) : one.rows);
console.log('ok', Math.round(performance.now() - t));
await c.end();
await embedded.stop();
