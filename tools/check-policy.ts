/**
 * Who may do what is one table: docs/permissions.md is made from the slices' grants, so that a change shows in review.
 * Fails where the committed file is not what the grants say, where an action asks for a permission that nobody holds,
 * and where a permission or an action has no words.
 * Usage: node tools/check-policy.ts [--write]
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';
import type { Action } from '../src/platform/actions/action.ts';
import type { Lexicon } from '../src/platform/i18n/words.ts';
import { permissionTable } from '../src/platform/policy/permission-table.ts';
import { type Policy, ROLES } from '../src/platform/policy/policy.ts';
import { SERVER_BUNDLE } from './server-bundle.mjs';

const DOCUMENT = 'docs/permissions.md';

/** What of the house stands in the table. */
interface Governed {
  policy: Policy;
  actions: ReadonlyMap<string, Action>;
  lexicon: Lexicon;
}

/** Loads src/house.ts of a checkout; bundled first, since Node does not read JSX. */
async function loadHouse(folder: string): Promise<Governed> {
  const cache = path.join(folder, 'node_modules/.cache/minhchung');
  const bundle = path.join(cache, `house-${randomUUID()}.mjs`);
  mkdirSync(cache, { recursive: true });
  try {
    await build({
      absWorkingDir: folder,
      entryPoints: ['src/house.ts'],
      outfile: bundle,
      ...SERVER_BUNDLE,
      logLevel: 'silent',
    });
    return (await import(pathToFileURL(bundle).href)) as Governed;
  } finally {
    await stop();
    rmSync(bundle, { force: true });
  }
}

/** The table as a Markdown document. */
function documentOf({ policy, actions, lexicon }: Governed): string {
  const rows = permissionTable(policy, actions.values());
  const roles = ROLES.filter((role) => rows.some((row) => row.reaches.has(role)));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [
    line(['Quyền', ...roles.map((role) => lexicon.say(`role.${role}`))]),
    line(['---', ...roles.map(() => '---')]),
    ...rows.map((row) =>
      line([
        `${lexicon.say(`permission.${row.permission}`)} \`${row.permission}\``,
        ...roles.map((role) =>
          (row.reaches.get(role) ?? []).map((reach) => lexicon.say(`reach.${reach}`)).join('; '),
        ),
      ]),
    ),
  ];
  const acts = [...actions.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const doing = [
    line(['Việc', 'Quyền', 'Địa chỉ']),
    line(['---', '---', '---']),
    ...acts.map((action) =>
      line([
        `${lexicon.say(`action.${action.name}`)} \`${action.name}\``,
        `\`${action.permission}\``,
        action.internal ? '(chỉ máy chủ)' : `\`POST ${action.path}\``,
      ]),
    ),
  ];
  return `# Ai được làm gì

Made by \`node tools/check-policy.ts --write\` from the grants of all slices; do not edit by hand. The page /permissions
shows the same table. A cell says how far a role's grant reaches; an empty one grants nothing.

${table.join('\n')}

## Mỗi việc cần quyền nào

${doing.join('\n')}
`;
}

/** What is amiss, a line each; with `write`, the document is made anew first. */
export async function checkPolicy(folder: string, write = false): Promise<string[]> {
  const house = await loadHouse(folder);
  const { policy, actions, lexicon } = house;
  const breaches: string[] = [];
  for (const permission of policy.permissions)
    if (!lexicon.has(`permission.${permission}`)) breaches.push(`permission.${permission} has no words`);
  for (const action of actions.values()) {
    if (!lexicon.has(`action.${action.name}`)) breaches.push(`action.${action.name} has no words`);
    for (const permission of new Set([action.permission, action.sees]))
      if (!policy.permissions.includes(permission))
        breaches.push(`${action.name} asks for ${permission}, which no role holds`);
  }
  const wanted = documentOf(house);
  const file = path.join(folder, DOCUMENT);
  if (write) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, wanted);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted)
    breaches.push(`${DOCUMENT} is not what the grants say: run node tools/check-policy.ts --write`);
  return breaches;
}

if (import.meta.main) {
  const breaches = await checkPolicy(process.cwd(), process.argv.includes('--write'));
  for (const breach of breaches) console.error(breach);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
