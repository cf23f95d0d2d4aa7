import pg from 'pg';
import { openSession } from '../src/people/sessions.ts';
import { Database } from '../src/platform/database/database.ts';
import { APP_ROLE } from '../src/platform/database/migrate.ts';
import { startEmbedded } from '../src/platform/embedded/index.ts';
import { buildApp } from '../src/platform/http/app.tsx';
import { makeHouse } from '../src/serve.ts';
import { record } from './bare.ts';
const [folder = '', login = '', url = '', show = '3'] = process.argv.slice(2);
const embedded = await startEmbedded({ dataDir: folder });
const connection = { ...embedded.connection, user: APP_ROLE };
const database = new Database({ ...connection, max: 1 });
const house = await makeHouse(database, { clock: '2025-12-31T09:00', dataDir: folder });
const app = buildApp(house);
const owner = new pg.Client(embedded.connection);
await owner.connect();
const { rows: [account] } = await owner.query('SELECT id FROM account WHERE login = $1', [login]);
const token = await openSession(database, house.clock, account.id, { address: '', agent: null });
const get = async (u: string) => { const r = await app.fetch(new Request(`http://localhost${u}`, { headers: { cookie: `mc_session=${token}` } })); const t = await r.text(); if (r.status !== 200) console.log(u, r.status, t.replace(/<[^>]*>/g,' ').replace(/\s+/g,' ').slice(0,300)); };
for (const u of url.split(' ')) {
  await get(u);
  const sent = await record(() => get(u));
  const client = new pg.Client(connection);
  await client.connect();
  const found: { ms: number; buffers: number; text: string; plan: string }[] = [];
  let t0 = performance.now(); await get(u); const page = performance.now() - t0;
  for (const { text, values } of sent) {
    if (/^(begin|start)/i.test(text)) await client.query('BEGIN');
    else if (/^commit/i.test(text)) await client.query('ROLLBACK');
    else if (/^rollback|^set /i.test(text)) {}
    else if (/set_config/.test(text)) await client.query(text, values as never);
    else {
      try {
      const run = () => client.query(`EXPLAIN (ANALYZE, BUFFERS, SETTINGS) ${text}`, values as never);
      if (/^select|^with/i.test(text.trim())) await run();
      const { rows } = await run();
      const plan = rows.map((r) => r['QUERY PLAN']).join('\n');
      const ms = Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1]) + Number(/Planning Time: ([\d.]+)/.exec(plan)?.[1]);
      const buffers = [...plan.split('\n').slice(0,4).join(' ').matchAll(/(?:hit|read)=(\d+)/g)].reduce((s, m) => s + Number(m[1]), 0);
      found.push({ ms, buffers, text, plan });
      } catch (e) { await client.query('ROLLBACK'); await client.query('BEGIN'); console.log('!', (e as Error).message, text.slice(0,100)); }
    }
  }
  await client.end();
  console.log(`\n=== ${u}: page ${page.toFixed(1)} ms, ${sent.length} statements, sql ${found.reduce((s, f) => s + f.ms, 0).toFixed(1)} ms`);
  for (const f of found.sort((a, b) => b.ms - a.ms).slice(0, Number(show))) console.log(`-- ${/Planning Time: [\d.]+/.exec(f.plan)} ${f.ms.toFixed(1)} ms ${f.buffers} buffers\n${f.text.slice(0, 1500)}\n${f.plan.slice(0, 6000)}\n`);
}
await owner.end();
await database.close();
await embedded.stop();
