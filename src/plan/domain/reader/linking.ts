/**
 * Links texts by the content words that they share. Precision comes first: a link that a clerk has to remove costs
 * more than one that she has to add. A word of Vietnamese is mostly two syllables, so pairs of syllables are compared,
 * and a rare pair weighs more than a common one.
 */

const STOP = new Set(
  (
    'và của các cho với tại theo về từ đến trong là để hoặc những được số có không đã sẽ này khi trên dưới việc ' +
    'một hai ba năm tháng quý ngày đối do bởi thì mà như cũng cần phải đó ở ra vào lại nhằm đảm bảo thực hiện tiếp tục quận huyện thị xã phường tỉnh thuộc ' +
    'triển khai tổ chức tăng cường đẩy mạnh nâng cao xây dựng công tác cơ quan đơn vị ban hành quy định kịp thời hiệu quả báo cáo'
  ).split(' '),
);
/** Pairs that a stop syllable may form a word with: "tổ chức bộ máy", "quy chế". */
const LEAST_SHARED = 2;
const LEAST_SCORE = 0.34;
const MOST_LINKS = 5;

/** For each left text, the indexes of the right texts that share enough of its content words, best first. */
export function linkByWords(
  left: readonly string[],
  right: readonly string[],
  expand: ReadonlyMap<string, string>,
): number[][] {
  return likenessByWords(left, right, expand).map((links) => links.map(({ at }) => at));
}

/** The same with how alike they are, up to 1. */
export function likenessByWords(
  left: readonly string[],
  right: readonly string[],
  expand: ReadonlyMap<string, string>,
): { at: number; score: number }[][] {
  const rightPairs = right.map((text) => pairsOf(text, expand));
  const leftPairs = left.map((text) => pairsOf(text, expand));
  const spread = new Map<string, number>();
  for (const pairs of [...rightPairs, ...leftPairs]) {
    for (const pair of pairs) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  }
  const total = right.length + left.length;
  const weight = (pair: string) => Math.log((total + 1) / (spread.get(pair) ?? 1));
  const norm = (pairs: ReadonlySet<string>) =>
    Math.sqrt([...pairs].reduce((sum, pair) => sum + weight(pair) ** 2, 0));
  // A pair that many texts hold links nothing; leaving it out keeps the work linear.
  const common = Math.max(8, Math.min(40, total / 6));
  const holders = new Map<string, number[]>();
  rightPairs.forEach((pairs, at) => {
    for (const pair of pairs) {
      if ((spread.get(pair) ?? 0) > common) continue;
      const found = holders.get(pair);
      if (found === undefined) holders.set(pair, [at]);
      else found.push(at);
    }
  });
  const rightNorms = rightPairs.map(norm);
  return leftPairs.map((pairs) => {
    const shared = new Map<number, { score: number; count: number }>();
    for (const pair of pairs) {
      for (const at of holders.get(pair) ?? []) {
        const entry = shared.get(at) ?? { score: 0, count: 0 };
        shared.set(at, { score: entry.score + weight(pair) ** 2, count: entry.count + 1 });
      }
    }
    // A long commitment holds several promises: a task need only match one of them.
    return [...shared]
      .map(([at, { score, count }]) => ({
        at,
        count,
        score: score / ((rightNorms[at] ?? 1) * Math.max(1, Math.min(norm(pairs), rightNorms[at] ?? 1))),
      }))
      .filter(({ score, count }) => count >= LEAST_SHARED && score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, MOST_LINKS)
      .map(({ at, score }) => ({ at, score }));
  });
}

const SYLLABLE = /[\p{L}\p{N}]+/gu;

function pairsOf(text: string, expand: ReadonlyMap<string, string>): Set<string> {
  const written = text.replace(
    /\p{Lu}[\p{Lu}&]{1,7}(?![\p{L}\p{N}])/gu,
    (short) => expand.get(short) ?? short,
  );
  const pairs = new Set<string>();
  let before: string | null = null;
  for (const [syllable] of written.toLowerCase().matchAll(SYLLABLE)) {
    if (STOP.has(syllable) || /^\d+$/u.test(syllable)) {
      before = null;
      continue;
    }
    if (before !== null) pairs.add(`${before} ${syllable}`);
    else if (syllable.length > 4) pairs.add(syllable);
    before = syllable;
  }
  return pairs;
}

/** Short forms that the document itself explains: "thủ tục hành chính (TTHC)". */
export function readAbbreviations(whole: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of whole.matchAll(/\((\p{Lu}{2,8})\)/gu)) {
    const short = match[1] ?? '';
    if (found.has(short)) continue;
    const words = whole
      .slice(Math.max(0, match.index - 90), match.index)
      .split(/[\s,]+/u)
      .filter((word) => word !== '')
      .slice(-short.length);
    if (words.map((word) => word[0]?.toUpperCase()).join('') === short) found.set(short, words.join(' '));
  }
  return found;
}
