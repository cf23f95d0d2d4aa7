/**
 * Bundles the product into `dist`: the server (minhchung.js), the child processes that read uploads
 * (extract-worker.js), read plans (reader-worker.js) and print documents (press-worker.js), what browsers load (assets/,
 * named by content, with assets/manifest.json), and the data files beside them.
 * Usage: node tools/build.mjs
 */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { root, sourceFingerprint } from './prepare.mjs';
import { SERVER_BUNDLE } from './server-bundle.mjs';

const DATA_FOLDERS = ['migrations', 'rules', 'templates', 'examples'];

/**
 * Builds in a folder beside `dist` and changes the two over at the end, so that a build that is cut off or fails
 * leaves the last good one.
 */
export async function build(folder, fingerprint) {
  const target = path.join(folder, 'dist');
  const draft = path.join(folder, `dist-${process.pid}`);
  const former = path.join(folder, `dist-${process.pid}-former`);
  rmSync(draft, { recursive: true, force: true });
  try {
    mkdirSync(draft);
    await bundleServer(folder, draft);
    await bundleAssets(folder, path.join(draft, 'assets'));
    for (const name of DATA_FOLDERS) {
      const source = path.join(folder, name);
      if (existsSync(source)) cpSync(source, path.join(draft, name), { recursive: true });
    }
    writeFileSync(path.join(draft, 'build.json'), `${JSON.stringify({ fingerprint })}\n`);
    if (existsSync(target)) renameSync(target, former);
    renameSync(draft, target);
  } finally {
    await esbuild.stop();
    rmSync(draft, { recursive: true, force: true });
    rmSync(former, { recursive: true, force: true });
  }
}

async function bundleServer(folder, draft) {
  const workers = {
    'extract-worker': 'src/platform/extract/worker.ts',
    'reader-worker': 'src/plan/reader-worker.ts',
    'press-worker': 'src/platform/paper/press-worker.ts',
  };
  await esbuild.build({
    absWorkingDir: folder,
    entryPoints: [
      { in: path.join(folder, 'src/main.ts'), out: 'minhchung' },
      ...Object.entries(workers)
        .map(([out, source]) => ({ in: path.join(folder, source), out }))
        .filter((entry) => existsSync(entry.in)),
    ],
    outdir: draft,
    ...SERVER_BUNDLE,
    sourcemap: 'linked',
    logLevel: 'silent',
  });
}

async function bundleAssets(folder, assets) {
  const entryPoints = [
    // The elements and the other style sheets are imported by these. An element in two scripts of a page breaks both.
    ...list(path.join(folder, 'src/browser'), /^(staff|public)\.ts$/),
    ...list(path.join(folder, 'src/platform/view/styles'), /^index\.css$/),
  ];
  const manifest = {};
  if (entryPoints.length > 0) {
    const { metafile } = await esbuild.build({
      absWorkingDir: folder,
      entryPoints,
      outdir: assets,
      entryNames: '[name]-[hash]',
      assetNames: '[name]-[hash]',
      bundle: true,
      minify: true,
      platform: 'browser',
      format: 'esm',
      target: ['chrome109', 'firefox115', 'safari15.6'],
      tsconfigRaw: { compilerOptions: { target: 'es2022', useDefineForClassFields: true } },
      external: ['/assets/*'],
      loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file' },
      metafile: true,
      logLevel: 'silent',
    });
    for (const [output, { entryPoint }] of Object.entries(metafile.outputs)) {
      if (entryPoint === undefined) continue;
      manifest[path.basename(entryPoint).replace(/\.ts$/, '.js')] = path.basename(output);
    }
  }
  mkdirSync(assets, { recursive: true });
  writeFileSync(path.join(assets, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function list(folder, wanted) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => wanted.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(root, sourceFingerprint());
