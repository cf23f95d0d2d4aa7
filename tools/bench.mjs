/**
 * `npm run bench`: the benchmarks, one or all of them.
 * Usage: npm run bench [-- NAME [OPTION …]]; names: reader, announcements, remarks, law, papers, forms, deadline, parties, http, pages
 */
import path from 'node:path';
import process from 'node:process';
import { buildIfStale, findNode, installPackages, Obstacle, root, run } from './prepare.mjs';
import { SERVER_BUNDLE } from './server-bundle.mjs';

/** Those that the sources run as they stand, and those that need a bundle because they hold pages. */
const PLAIN = ['reader', 'announcements', 'remarks', 'law', 'papers', 'forms', 'deadline', 'parties', 'size'];
const BUNDLED = ['http', 'pages', 'dossiers'];

async function benchmark(name, options) {
  const node = findNode();
  if (PLAIN.includes(name)) return run(node, [`bench/${name}.ts`, ...options]);
  await buildIfStale();
  const esbuild = await import('esbuild');
  // Beside the product's own bundle, where the files that it looks for lie.
  const bundle = path.join(root, 'dist', `bench-${name}.js`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [path.join(root, 'bench', `${name}.ts`)],
    outfile: bundle,
    ...SERVER_BUNDLE,
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return run(node, ['--enable-source-maps', bundle, ...options]);
}

const [name, ...options] = process.argv.slice(2);
const names = [...PLAIN, ...BUNDLED];
try {
  if (name !== undefined && !names.includes(name))
    throw new Obstacle(`${name} is not a benchmark; the benchmarks are: ${names.join(', ')}`);
  await installPackages({ development: true });
  for (const one of name === undefined ? names : [name])
    if ((await benchmark(one, options)) !== 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof Obstacle)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
