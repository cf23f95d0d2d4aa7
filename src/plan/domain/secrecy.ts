import { fold } from '../../pure/vietnamese/fold.ts';

/** Degrees of secrecy by the Law on protection of state secrets (29/2018/QH14), Article 8. */
export type SecrecyMark = 'Mật' | 'Tối mật' | 'Tuyệt mật';

/** Marks as compared: folded and without spaces, for a stamp may be set in spaced letters. */
const MARKS: Readonly<Record<string, SecrecyMark>> = {
  mat: 'Mật',
  toimat: 'Tối mật',
  tuyetmat: 'Tuyệt mật',
};

const DEGREES: readonly SecrecyMark[] = ['Mật', 'Tối mật', 'Tuyệt mật'];

/** The stamp stands in the letterhead; so many lines and cells hold any letterhead, its frames and its title. */
const NEAR_TOP = 60;

/**
 * Whether a document is marked secret: a mark in capitals, alone on a line or in a cell near the top, or named by
 * "Độ mật:". Words in running text ("bí mật nhà nước", "Kính mật") are none. Of several marks the highest counts.
 */
export function containsSecrecyMark(text: string): SecrecyMark | null {
  let highest = -1;
  let read = 0;
  for (const line of text.normalize('NFC').split(/\r\n|[\n\r\f]/u)) {
    for (const cell of line.split(/[\t|]/u)) {
      const words = bare(cell);
      if (words === '') continue;
      if (++read > NEAR_TOP) return DEGREES[highest] ?? null;
      const mark = markOf(words);
      if (mark !== null) highest = Math.max(highest, DEGREES.indexOf(mark));
    }
  }
  return DEGREES[highest] ?? null;
}

/** Without tags, stars, brackets and punctuation around. */
function bare(cell: string): string {
  return cell
    .replace(/<[^<>]*>/g, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .trim();
}

/** A stamp close behind the number runs into its line when a page is read. */
const BEHIND_NUMBER = /^số\s*:?\s*[\d.…]*\s*\/\s*\S+\s+\(?\s*((?:tối\s|tuyệt\s)?mật)$/iu;

function markOf(line: string): SecrecyMark | null {
  const words = BEHIND_NUMBER.exec(line)?.[1] ?? line;
  const named = /^độ\s+mật\s*:\s*(.+)$/iu.exec(words)?.[1];
  const mark = MARKS[fold(named ?? words).replace(/\s/g, '')] ?? null;
  return named !== undefined || words === words.toUpperCase() ? mark : null;
}
