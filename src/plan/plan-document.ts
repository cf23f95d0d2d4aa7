import type {
  Annex,
  Block,
  OfficialDocument,
  PaperColumn,
  PaperRecipient,
  PaperRow,
  Signature,
} from '../platform/paper/document.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { DocumentFields } from './domain/draft.ts';
import type { LaidBlock, LaidOut, LaidTable } from './domain/layout/laid-out.ts';
import type { ColumnRole } from './domain/reader/table-columns.ts';

/** What the draft of a plan's document is made from. */
export interface PlanDraft {
  document: DocumentFields;
  laid: LaidOut;
  /** "KH-SGDĐT". */
  symbol: string;
  superior: string | null;
  place: string;
  /** "Giám đốc", where the text names no post. */
  head: string;
  today: CivilDate;
  simulated: boolean;
}

/** A plan's text as an official document that is not signed yet. */
export function planDocument(draft: PlanDraft): OfficialDocument {
  const { document, laid, symbol, head, today } = draft;
  const { recipients, kept } = recipientsOf(laid.recipients);
  return {
    issuer: { parent: draft.superior ?? laid.parent, name: document.issuer ?? '' },
    number: null,
    symbol,
    place: document.place ?? draft.place,
    date: null,
    draftedOn: today,
    type: document.type,
    abstract: document.title ?? '',
    to: [],
    body: laid.blocks.slice(0, laid.appendix).map(blockOf),
    signature: signatureOf(laid.posts, head),
    recipients,
    kept,
    annexes: annexesOf(laid.blocks.slice(laid.appendix)),
    draft: true,
    simulated: draft.simulated,
  };
}

function blockOf(block: LaidBlock): Block {
  switch (block.kind) {
    case 'heading':
      if (block.title === '') return paragraph(block.text);
      return {
        kind: 'heading',
        level: block.level <= 1 ? 1 : block.level === 2 ? 2 : 3,
        number: block.label,
        text: block.title,
      };
    case 'paragraph':
      return paragraph(block.text);
    case 'table':
      return { kind: 'table', table: { columns: columnsOf(block), rows: rowsOf(block) } };
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

const WIDTHS: Readonly<Record<ColumnRole, number>> = {
  no: 1,
  area: 2,
  lead: 2,
  support: 2,
  title: 6,
  requirement: 7,
  deliverable: 4,
  due: 3,
  other: 3,
};

function columnsOf({ header, roles, rows }: LaidTable): PaperColumn[] {
  const count = header?.length ?? Math.max(1, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: count }, (_, at): PaperColumn => {
    const role = roles[at] ?? null;
    return {
      title: header?.[at] ?? '',
      width: role === null ? 3 : WIDTHS[role],
      align: role === 'no' || role === 'due' || role === 'lead' ? 'centre' : 'start',
    };
  });
}

function rowsOf({ header, rows }: LaidTable): PaperRow[] {
  return rows.map(({ cells: [first = '', ...others] }) =>
    others.length === 0 && (header?.length ?? 1) > 1 ? { group: first } : { cells: [first, ...others] },
  );
}

/** Each appendix with its title; the lines between heading and text name it. */
function annexesOf(blocks: readonly LaidBlock[]): Annex[] {
  const annexes: { title: string[]; body: LaidBlock[] }[] = [];
  for (const block of blocks) {
    const open = annexes.at(-1);
    if (block.kind === 'heading' && block.level === 0)
      annexes.push({ title: block.title === '' ? [] : [block.title], body: [] });
    else if (open === undefined) annexes.push({ title: [], body: [block] });
    else if (block.kind === 'paragraph' && block.manner === 'centred' && open.body.length === 0)
      open.title.push(block.text);
    else open.body.push(block);
  }
  return annexes.map(({ title, body }) => ({
    // A heading is called by the line below it, which stands in the text as well.
    title: [...new Set(title)].join(' '),
    orientation: body.some(({ kind }) => kind === 'table') ? 'landscape' : 'portrait',
    body: body.map(blockOf),
  }));
}

const PURPOSE = /^(.*?)[;,.]?\s*\(([^()]*)\)$/u;
const KEPT = /^lưu\s*:?\s*/iu;

/** "UBND TP; (để b/cáo)" and "Lưu: VT-VP" as an official document names them. */
function recipientsOf(lines: readonly string[]): { recipients: PaperRecipient[]; kept: string } {
  const plain = lines.map((line) => line.replace(/[;.]\s*$/u, '').trim());
  const kept = plain.find((line) => KEPT.test(line))?.replace(KEPT, '');
  return {
    recipients: plain
      .filter((line) => !KEPT.test(line))
      .map((line) => {
        const [, name = line, note = null] = PURPOSE.exec(line) ?? [];
        return { name: name.trim(), note };
      }),
    kept: kept || 'VT',
  };
}

const AUTHORITY = /^(TM|KT|TL|TUQ|Q)\.\s*(.+)$/u;

/** The head signs what is drafted, whoever signed the last time; a collective is signed for by its head. */
function signatureOf([first, second]: readonly string[], head: string): Signature {
  const [, mark, of = ''] = AUTHORITY.exec(first ?? '') ?? [];
  if (mark === 'TM') return { authority: { mark: 'TM.', of }, post: second ?? '', name: null };
  return { authority: null, post: of || first || head, name: null };
}
