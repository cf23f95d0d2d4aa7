import { readFileSync } from 'node:fs';
import pg from 'pg';
import { perform } from '../src/platform/actions/perform.ts';
import { Database } from '../src/platform/database/database.ts';
import { APP_ROLE } from '../src/platform/database/migrate.ts';
import { startEmbedded } from '../src/platform/embedded/index.ts';
import { uuid7 } from '../src/platform/uuid.ts';
import { makeHouse } from '../src/serve.ts';
import { record } from './bare.ts';
import { actorOf, NOW } from './dossiers-data.ts';

const [folder = ''] = process.argv.slice(2);
const embedded = await startEmbedded({ dataDir: folder });
const database = new Database({ ...embedded.connection, user: APP_ROLE, max: 1 });
const house = await makeHouse(database, { clock: NOW, dataDir: folder });
const filled = JSON.parse(readFileSync(`${folder}/filled.json`, 'utf8'));
const officer = await actorOf(house, filled.root, 'so.0');
const c = new pg.Client(embedded.connection);
await c.connect();
const procedure = (await c.query('SELECT id FROM procedure ORDER BY id LIMIT 1')).rows[0].id;
const act = async () => {
  const key = uuid7();
  const o = await perform(
    house,
    house.actions.get('dossier.submit') as never,
    officer,
    {
      agency: filled.root,
      procedure,
      owner: { kind: 'individual', name: `Phụ huynh ${key}`, telephone: '0912345678' },
      subject: 'x',
      components: [{ key: 'c1', name: 'Đơn', there: true, originals: 1, copies: 0 }],
      alike: true,
      accept: true,
    },
    { key, address: 'x' },
  );
  if (!o.done) throw new Error(JSON.stringify(o.refusal));
};
for (let i = 0; i < 5; i++) await act();
const sent = await record(act);
for (const { text } of sent) console.log(text.replace(/\s+/g, ' ').slice(0, 170));
console.log(sent.length);
await c.end();
await database.close();
await embedded.stop();
