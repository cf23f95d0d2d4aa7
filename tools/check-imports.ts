/**
 * Who may import whom: pure ← platform ← slices ← the files at the top of src (main.ts …), a slice only earlier slices and only through their index.ts.
 * Read by dependency-cruiser with swc, since TypeScript 7 has no parser that it could use.
 * Usage: node tools/check-imports.ts
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { cruise, type IRegularForbiddenRuleType } from 'dependency-cruiser';

/** The slices in the order in which they may know of each other: each one only those before it. */
export const SLICES = [
  'agencies',
  'calendar',
  'people',
  'reminders',
  'documents',
  'evidence',
  'measures',
  'plan',
  'below',
  'procedures',
  'parties',
  'forms',
  'fees',
  'post',
  'dossiers',
  'feedback',
  'surveys',
  'inspections',
  'legal',
  'quality',
  'staff',
  'finance',
  'index',
  'reports',
] as const;

/** Folders of src that are no slices. `demo` stands above all slices, as main.ts does. */
const OTHER_FOLDERS = ['pure', 'platform', 'browser', 'commands', 'demo'];

const anySlice = `^src/(${SLICES.join('|')})/`;
/** Time is a value of the ground floor, so its type may be used there. */
const VALUE_PACKAGES = 'node_modules/temporal-polyfill/';

function rule(
  name: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType {
  return { name, severity: 'error', from, to };
}

function rules(): IRegularForbiddenRuleType[] {
  return [
    // Types may know one another: a page is rendered for a visit to a house of slices that bring pages.
    rule('no circles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule('an import that leads nowhere', {}, { couldNotResolve: true }),
    rule(
      'src/pure imports only itself, and data',
      { path: '^src/pure/' },
      { pathNot: ['^src/pure/', '^rules/', VALUE_PACKAGES] },
    ),
    rule(
      'src/platform imports no slice',
      { path: '^src/platform/' },
      { path: ['^src/', '^tools/', '^test/'], pathNot: ['^src/pure/', '^src/platform/'] },
    ),
    ...SLICES.map((slice, index) =>
      rule(
        'a slice imports only slices before it',
        { path: `^src/${slice}/` },
        {
          path: ['^src/'],
          pathNot: [
            '^src/(pure|platform)/',
            ...SLICES.slice(0, index + 1).map((earlier) => `^src/${earlier}/`),
          ],
        },
      ),
    ),
    rule(
      'a slice is reached only through its index.ts',
      { path: anySlice },
      { path: anySlice, pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    ),
    rule(
      'domain imports only src/pure and itself',
      { path: '^src/([^/]+)/domain/' },
      { pathNot: ['^src/pure/', '^src/$1/domain/', VALUE_PACKAGES] },
    ),
    rule(
      'slice.ts is imported only from the top of src',
      { pathNot: '^src/[^/]+\\.ts$' },
      { path: '^src/[^/]+/slice\\.ts$', pathNot: '^src/platform/' },
    ),
    rule(
      'src/demo is imported only from the top of src',
      { path: '^src/', pathNot: '^src/([^/]+\\.ts$|demo/)' },
      { path: '^src/demo/' },
    ),
    rule('nothing imports main.ts', {}, { path: '^src/main\\.ts$' }),
    rule(
      'src/browser imports nothing of the server',
      { path: '^src/browser/' },
      { pathNot: '^src/(browser|pure)/' },
    ),
    rule(
      'the server imports nothing of src/browser',
      { pathNot: '^src/browser/' },
      { path: '^src/browser/' },
    ),
    rule(
      'test support stays out of the product',
      { path: '^src/', pathNot: '/testing[./]' },
      { path: '/testing[./]' },
    ),
  ];
}

/**
 * The breaches in the house that stands in a folder, a line each. Tests may import what they like.
 * @throws where nothing could be read, so that a parser that is missing cannot pass for a clean house
 */
export async function checkImports(folder: string): Promise<string[]> {
  const breaches: string[] = [];
  const source = path.join(folder, 'src');
  for (const entry of readdirSync(source, { withFileTypes: true }))
    if (entry.isDirectory() && ![...SLICES, ...OTHER_FOLDERS].includes(entry.name))
      breaches.push(`src/${entry.name}: not in the order of the slices (tools/check-imports.ts)`);

  const { output } = await cruise(
    ['src'],
    {
      baseDir: folder,
      parser: 'swc',
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '\\.test\\.tsx?$' },
      validate: true,
      ruleSet: { forbidden: rules() },
      tsPreCompilationDeps: true,
      combinedDependencies: false,
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser gave a text for a result');
  if (output.summary.totalCruised > 1 && output.summary.totalDependenciesCruised === 0)
    throw new Error('No import was found in any file: is @swc/core installed?');
  for (const { rule, from, to } of output.summary.violations) breaches.push(`${rule.name}: ${from} → ${to}`);
  return breaches;
}

if (import.meta.main) {
  const folder = process.cwd();
  if (!existsSync(path.join(folder, 'src'))) throw new Error(`There is no src in ${folder}`);
  const breaches = await checkImports(folder);
  for (const breach of breaches) console.error(breach);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
