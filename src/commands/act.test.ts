import { expect, test } from 'vitest';
import { SettingsError } from '../settings.ts';
import { actCommand } from './act.ts';

test.each([
  [[], /use minhchung act ACTION/],
  [['--as', 'quantri'], /use minhchung act ACTION/],
  [['unit.gone', '--as', 'quantri'], /^unit\.gone is not an action: minhchung actions lists them$/],
  [['plan.record-reading', '--as', 'quantri'], /is not an action/],
  [['unit.save', '--code', 'X'], /--as is missing/],
  [['unit.save', '--as', 'quantri', '--code'], /--code has no value/],
  [['unit.save', '--as', 'quantri', 'code', 'X'], /code is not known/],
  [['unit.save', '--as', 'quantri', '--if-match', 'x'], /--if-match x cannot be used/],
])('%j is refused in one clear line before anything is opened', async (args, line) => {
  const refused = actCommand(args);
  await expect(refused).rejects.toThrow(SettingsError);
  await expect(refused).rejects.toThrow(line);
});
