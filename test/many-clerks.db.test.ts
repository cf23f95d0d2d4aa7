import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findActor } from '../src/people/sessions.ts';
import { perform } from '../src/platform/actions/perform.ts';
import { Database } from '../src/platform/database/database.ts';
import { type Actor, serverScope } from '../src/platform/policy/policy.ts';
import { uuid7 } from '../src/platform/uuid.ts';
import { type OneStop, OWNER, openOneStop } from './one-stop.ts';

const CLERKS = 50;
const EACH = 4;

let desk: OneStop;
let owner: pg.Client;
let database: Database;
let officer: Actor;

beforeAll(async () => {
  desk = await openOneStop();
  owner = new pg.Client(desk.owner);
  await owner.connect();
  // A connection a clerk, so that they are at the counter's row together.
  database = new Database({ ...desk.connection, max: CLERKS });
  const { accountId, personId } = desk.holder('one_stop_officer', 'MC');
  const found = await database.read(serverScope([desk.agencyId]), (query) =>
    findActor(query, desk.agencyId, personId, accountId, desk.house.clock.today()),
  );
  if (found === undefined) throw new Error('nobody sits at the desk');
  officer = found.actor;
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await desk.close();
});

async function accept(key: string, more: object = {}): Promise<string | null> {
  const submit = desk.house.actions.get('dossier.submit');
  if (submit === undefined) throw new Error('there is no action dossier.submit');
  const outcome = await perform(
    { ...desk.house, database },
    submit,
    officer,
    {
      agency: desk.agencyId,
      procedure: desk.procedure,
      owner: { ...OWNER, name: `Phụ huynh học sinh ${key}` },
      subject: 'Xin chuyển trường',
      alike: true,
      accept: true,
      ...more,
    },
    { key },
  );
  return outcome.done && 'code' in outcome.result ? String(outcome.result.code) : null;
}

test('fifty clerks accept at once: no code twice, none missing, whoever is refused or sends twice', async () => {
  const clerks = Array.from({ length: CLERKS }, async (_, clerk) => {
    const codes: (string | null)[] = [];
    for (let turn = 0; turn < EACH; turn++) {
      const key = uuid7();
      if (turn === clerk % EACH)
        // A wrong file is found when all else is well; what was begun leaves no gap.
        expect(
          await accept(uuid7(), { components: [{ key: 'c1', name: 'Đơn', there: true, file: uuid7() }] }),
        ).toBeNull();
      const [first, again] = await Promise.all([accept(key), turn === 0 ? accept(key) : null]);
      if (turn === 0) expect(again).toBe(first);
      codes.push(first);
    }
    return codes;
  });
  const codes = (await Promise.all(clerks)).flat().sort();
  expect(codes).toEqual(
    Array.from(
      { length: CLERKS * EACH },
      (_, at) => `000.00.01.H26-190130-${String(at + 1).padStart(4, '0')}`,
    ),
  );
  const { rows } = await owner.query<{ code: string }>(
    `SELECT c.code FROM dossier_code c JOIN dossier d ON d.agency_id = c.agency_id AND d.id = c.dossier_id AND d.code = c.code
     ORDER BY c.code`,
  );
  expect(rows.map(({ code }) => code)).toEqual(codes);
  const { rows: counters } = await owner.query('SELECT scope, last FROM dossier_counter');
  expect(counters).toEqual([{ scope: 'tt01-2018/2019-01-30', last: CLERKS * EACH }]);
}, 60_000);

test('a transaction that fails after it took its number gives it back', async () => {
  await owner.query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.type = 'accepted' THEN RAISE EXCEPTION 'the event cannot be written'; END IF; RETURN NEW; END $$`);
  await owner.query('CREATE TRIGGER fail BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION fail()');
  await expect(accept(uuid7())).rejects.toThrow('the event cannot be written');
  await owner.query('DROP TRIGGER fail ON event');
  expect(await accept(uuid7())).toBe(`000.00.01.H26-190130-0${CLERKS * EACH + 1}`);
});
