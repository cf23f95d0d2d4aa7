import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Block, OfficialDocument } from './document.ts';
import { rulesOf } from './rules.ts';
import { templatesFolder } from './templates-folder.ts';
import { headingText, withPlaceTogether, wordingOf } from './wording.ts';

/** Free letters of the widths of Times New Roman; nothing is taken from the machine, so all machines set alike. */
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

let compiler: NodeCompiler | undefined;
let source: string | undefined;

/**
 * Sets a document by the rules of its day. The same document gives the same bytes.
 * @throws {Error} with what typst says, which is a mistake of ours
 */
export function typeset(document: OfficialDocument): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: FACES.map(face) }] });
  source ??= readFileSync(new URL('document.typ', templatesFolder()), 'utf8');
  const wording = wordingOf(document);
  const data = {
    rules: rulesOf(document),
    wording: {
      ...wording,
      parent: wording.parent && withPlaceTogether(wording.parent),
      issuer: withPlaceTogether(wording.issuer),
      title: `${document.type ?? wording.abstract} ${document.type === null ? '' : document.abstract}`.trim(),
      author: document.issuer.name,
      body: forTypst(wording.body),
      annexes: wording.annexes.map((annex) => ({ ...annex, body: forTypst(annex.body) })),
    },
  };
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

function forTypst(body: readonly Block[]) {
  return body.map((block) => {
    if (block.kind === 'heading') return { ...block, text: headingText(block) };
    if (block.kind !== 'table') return block;
    const columns = block.table.columns.map((column) => ({ align: 'start', ...column }));
    return { ...block, table: { ...block.table, columns } };
  });
}
