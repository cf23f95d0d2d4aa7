/** Widths of the bars and gaps of each symbol, by its value (ISO/IEC 15417, table 1); 106 is the stop. */
export const PATTERNS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');

type CodeSet = 'B' | 'C';
const START: Record<CodeSet, number> = { B: 104, C: 105 };
/** The symbol that goes on in that set. */
const SWITCH: Record<CodeSet, number> = { B: 100, C: 99 };
const STOP = 106;

/**
 * A text as a Code 128 barcode (ISO/IEC 15417): the widths of its bars and gaps in modules, beginning with a bar. Pairs
 * of digits go into one symbol wherever that makes it shorter. The quiet zone of ten modules on both sides is the printer's.
 * @throws {RangeError} where a character is none of printable ASCII, or there is none
 */
export function code128(text: string): number[] {
  if (!/^[ -~]+$/.test(text)) throw new RangeError(`not in Code 128: ${JSON.stringify(text)}`);
  const symbols = symbolsOf(text);
  const sum = symbols.reduce((sum, value, at) => sum + value * Math.max(at, 1), 0);
  return [...symbols, sum % 103, STOP].flatMap((value) => [...(PATTERNS[value] ?? '')].map(Number));
}

/** The fewest symbols that say a text, its start among them; found from the end of the text on. */
function symbolsOf(text: string): number[] {
  // What says the rest of the text from here on, for one who is in that set.
  let rest: Record<CodeSet, number[]>[] = [{ B: [], C: [] }];
  for (let at = text.length - 1; at >= 0; at--) {
    const [next, afterNext] = rest;
    const single = [text.charCodeAt(at) - 32, ...(next?.B ?? [])];
    const digits = /^\d\d/.exec(text.slice(at))?.[0];
    const pair = digits === undefined ? null : [Number(digits), ...(afterNext?.C ?? [])];
    const viaB = [SWITCH.B, ...single];
    rest = [
      {
        B: pair !== null && pair.length + 1 < single.length ? [SWITCH.C, ...pair] : single,
        C: pair !== null && pair.length <= viaB.length ? pair : viaB,
      },
      ...rest,
    ];
  }
  const { B = [], C = [] } = rest[0] ?? {};
  return C.length < B.length ? [START.C, ...C] : [START.B, ...B];
}
