import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkPolicy } from './check-policy.ts';
import { plantedHouse } from './planted.ts';

const platform = path.resolve('src/platform');

/** A house of one action and its grant, with its table written. */
async function house() {
  const parts = (grants: string, words: string, action: string) => `
    import { Policy } from '${platform}/policy/policy.ts';
    import { Lexicon } from '${platform}/i18n/words.ts';
    export const policy = new Policy([${grants}]);
    export const lexicon = new Lexicon([{ vi: ${words}, en: {} }]);
    export const actions = new Map([['plan.issue', ${action}]]);`;
  const grant = "{ permission: 'plan.issue', role: 'office_clerk', within: 'agency' }";
  const words = "{ 'permission.plan.issue': 'Ban hành', 'action.plan.issue': 'Ban hành kế hoạch' }";
  const action =
    "{ name: 'plan.issue', path: '/plans/:plan/issue', permission: 'plan.issue', sees: 'plan.issue', internal: false }";
  const { folder, write } = plantedHouse({ 'src/house.ts': parts(grant, words, action) });
  await checkPolicy(folder, true);
  return {
    folder,
    plant: (change: Partial<{ grant: string; words: string; action: string }>) =>
      write('src/house.ts', parts(change.grant ?? grant, change.words ?? words, change.action ?? action)),
  };
}

test('a table that is what the grants say has no breach, and holds role, permission and action', async () => {
  const { folder } = await house();
  expect(await checkPolicy(folder)).toEqual([]);
  const table = readFileSync(path.join(folder, 'docs/permissions.md'), 'utf8');
  expect(table).toContain('| Ban hành `plan.issue` | reach.agency |');
  expect(table).toContain('| Ban hành kế hoạch `plan.issue` | `plan.issue` | `POST /plans/:plan/issue` |');
});

test('a grant that is changed, and not written, is seen', async () => {
  const { folder, plant } = await house();
  plant({ grant: "{ permission: 'plan.issue', role: 'visitor', within: 'lineage' }" });
  expect(await checkPolicy(folder)).toEqual([
    'docs/permissions.md is not what the grants say: run node tools/check-policy.ts --write',
  ]);
});

test('a permission and an action without words are seen', async () => {
  const { folder, plant } = await house();
  plant({ words: '{}' });
  expect(await checkPolicy(folder)).toEqual(
    expect.arrayContaining(['permission.plan.issue has no words', 'action.plan.issue has no words']),
  );
});

test('an action that nobody may do is seen', async () => {
  const { folder, plant } = await house();
  plant({ action: "{ name: 'plan.issue', path: '/p', permission: 'plan.isue', sees: 'plan.issue' }" });
  expect(await checkPolicy(folder)).toContain('plan.issue asks for plan.isue, which no role holds');
});
