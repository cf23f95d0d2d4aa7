import { compilePdf } from './compiler.ts';
import type { Block, OfficialDocument } from './document.ts';
import { rulesOf } from './rules.ts';
import { headingText, withPlaceTogether, wordingOf } from './wording.ts';

/**
 * Sets a document by the rules of its day. The same document gives the same bytes.
 * @throws {Error} with what typst says, which is a mistake of ours
 */
export function typeset(document: OfficialDocument): Uint8Array {
  const wording = wordingOf(document);
  return compilePdf('document.typ', {
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
  });
}

function forTypst(body: readonly Block[]) {
  return body.map((block) => {
    if (block.kind === 'heading') return { ...block, text: headingText(block) };
    if (block.kind !== 'table') return block;
    const columns = block.table.columns.map((column) => ({ align: 'start', ...column }));
    return { ...block, table: { ...block.table, columns } };
  });
}
