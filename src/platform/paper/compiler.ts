import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { templatesFolder } from './templates-folder.ts';

/** Free letters of the widths of Times New Roman; nothing is taken from the machine, so all machines set alike. */
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

let compiler: NodeCompiler | undefined;
const sources = new Map<string, string>();

/**
 * Sets data with one of our typst files as PDF. The same data give the same bytes.
 * @param template its name in `templates/`
 * @throws {Error} with what typst says, which is a mistake of ours
 */
export function compilePdf(template: string, data: unknown): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: FACES.map(face) }] });
  const source = sources.get(template) ?? readFileSync(new URL(template, templatesFolder()), 'utf8');
  sources.set(template, source);
  const result = compiler.compile({ mainFileContent: source, inputs: { data: JSON.stringify(data) } });
  const set = result.result;
  if (set === null) throw new Error(JSON.stringify(result.takeError()?.shortDiagnostics ?? 'typst failed'));
  const pdf = new Uint8Array(compiler.pdf(set));
  compiler.evictCache(2);
  return pdf;
}

function face(name: string): Buffer {
  const require = createRequire(import.meta.url);
  const file = require.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`);
  return readFileSync(file);
}
