import { child, childrenOf, childVal, onOff, type XmlElement } from '../xml.ts';

interface Level {
  start: number;
  format: string;
  /** "%1.%2." or the bullet itself. */
  text: string;
  suffix: string;
  /** Level (counted from 1) whose use restarts this one; 0 for never; null for any above. */
  restartAfter: number | null;
  /** Shows the numbers of all levels in decimal. */
  legal: boolean;
  style: string | null;
  bulletFont: string;
}

interface AbstractNumbering {
  levels: Map<number, Level>;
  /** A list that takes its levels from a numbering style. */
  linkedStyle: string | null;
}

interface Numbering {
  abstractId: string;
  starts: Map<number, number>;
  levels: Map<number, Level>;
}

/** What a paragraph refers to: a numbering instance and a level in it. */
export interface NumberRef {
  numId: string;
  level: number;
}

/**
 * The generated numbers of a Word document, as they read on the page. Stateful: ask for each numbered paragraph once,
 * in the order of the document.
 */
export class NumberWriter {
  readonly #abstracts = new Map<string, AbstractNumbering>();
  readonly #numberings = new Map<string, Numbering>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();
  readonly #resolveStyle: (styleId: string) => string | undefined;

  /** `resolveStyle` gives the numbering instance of a numbering style, for lists linked to one. */
  constructor(numbering: XmlElement | undefined, resolveStyle: (styleId: string) => string | undefined) {
    this.#resolveStyle = resolveStyle;
    for (const each of childrenOf(numbering, 'abstractNum')) {
      this.#abstracts.set(each.attrs.abstractNumId ?? '', {
        levels: readLevels(childrenOf(each, 'lvl')),
        linkedStyle: childVal(each, 'numStyleLink') ?? null,
      });
    }
    for (const each of childrenOf(numbering, 'num')) {
      const overrides = childrenOf(each, 'lvlOverride');
      const starts = new Map<number, number>();
      for (const override of overrides) {
        const start = childVal(override, 'startOverride');
        if (start !== undefined) starts.set(Number(override.attrs.ilvl ?? 0), Number(start));
      }
      this.#numberings.set(each.attrs.numId ?? '', {
        abstractId: childVal(each, 'abstractNumId') ?? '',
        starts,
        levels: readLevels(overrides.flatMap((override) => childrenOf(override, 'lvl'))),
      });
    }
  }

  /** The level of an instance that is bound to a paragraph style, for paragraphs numbered by their style. */
  levelOfStyle(numId: string, styleId: string): number | null {
    for (const [index, level] of this.#levels(numId)) {
      if (level.style === styleId) return index;
    }
    return null;
  }

  /** Counts the paragraph and gives its number with the white space after it; '' where nothing is printed. */
  next(ref: NumberRef): string {
    const numbering = this.#numberings.get(ref.numId);
    const levels = this.#levels(ref.numId);
    const level = levels.get(ref.level);
    if (numbering === undefined || level === undefined) return '';
    const counters = this.#countersOf(numbering.abstractId);
    this.#applyOverrides(ref, numbering, counters);
    for (let i = 0; i < ref.level; i++) counters[i] ??= levels.get(i)?.start ?? 1;
    const current = counters[ref.level];
    counters[ref.level] = current === undefined ? level.start : current + 1;
    for (const [index, deeper] of levels) {
      if (index > ref.level && restarts(deeper, ref.level)) counters[index] = undefined;
    }
    if (level.format === 'none' && level.text === '') return '';
    const label = write(level, levels, counters);
    return label === '' ? '' : label + (level.suffix === 'nothing' ? '' : ' ');
  }

  #levels(numId: string): ReadonlyMap<number, Level> {
    const numbering = this.#numberings.get(numId);
    if (numbering === undefined) return new Map();
    const abstract = this.#abstracts.get(numbering.abstractId);
    let levels = abstract?.levels ?? new Map<number, Level>();
    if (abstract?.linkedStyle && levels.size === 0) {
      const linked = this.#numberings.get(this.#resolveStyle(abstract.linkedStyle) ?? '');
      levels = this.#abstracts.get(linked?.abstractId ?? '')?.levels ?? levels;
    }
    return numbering.levels.size === 0 ? levels : new Map([...levels, ...numbering.levels]);
  }

  #countersOf(abstractId: string): (number | undefined)[] {
    const known = this.#counters.get(abstractId);
    if (known !== undefined) return known;
    const fresh: (number | undefined)[] = [];
    this.#counters.set(abstractId, fresh);
    return fresh;
  }

  /** An instance with its own start restarts the shared count once, when each of its levels is first used. */
  #applyOverrides(ref: NumberRef, numbering: Numbering, counters: (number | undefined)[]): void {
    for (let i = 0; i <= ref.level; i++) {
      const start = numbering.starts.get(i);
      const key = `${ref.numId}/${i}`;
      if (start === undefined || this.#started.has(key)) continue;
      this.#started.add(key);
      counters[i] = i === ref.level ? start - 1 : start;
      counters.length = i + 1;
    }
  }
}

function restarts(deeper: Level, used: number): boolean {
  if (deeper.restartAfter === null) return true;
  return deeper.restartAfter > 0 && used < deeper.restartAfter;
}

function readLevels(elements: readonly XmlElement[]): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of elements) {
    const restart = childVal(element, 'lvlRestart');
    const fonts = child(child(element, 'rPr'), 'rFonts');
    levels.set(Number(element.attrs.ilvl ?? 0), {
      start: Number(childVal(element, 'start') ?? 0),
      format: childVal(element, 'numFmt') ?? 'decimal',
      text: childVal(element, 'lvlText') ?? '',
      suffix: childVal(element, 'suff') ?? 'tab',
      restartAfter: restart === undefined ? null : Number(restart),
      legal: onOff(element, 'isLgl') ?? false,
      style: childVal(element, 'pStyle') ?? null,
      bulletFont: fonts?.attrs.ascii ?? fonts?.attrs.hAnsi ?? '',
    });
  }
  return levels;
}

function write(
  level: Level,
  levels: ReadonlyMap<number, Level>,
  counters: readonly (number | undefined)[],
): string {
  if (level.format === 'bullet') return bullet(level);
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const shown = levels.get(index);
    const format = level.legal && shown?.format !== 'none' ? 'decimal' : (shown?.format ?? 'decimal');
    return formatNumber(counters[index] ?? shown?.start ?? 0, format);
  });
}

/** Bullets of symbol fonts stand in the private use area; these are the ones that Word's own menus offer. */
const SYMBOL_BULLETS: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf076': '❖',
  '\uf0e8': '➔',
  '\uf02d': '-',
  '\uf0be': '-',
};

function bullet(level: Level): string {
  const text = level.text.trim();
  if (text === '') return '';
  if (/wingdings|symbol/i.test(level.bulletFont) || /^[\ue000-\uf8ff]$/.test(text)) {
    return SYMBOL_BULLETS[text] ?? SYMBOL_BULLETS[String.fromCharCode(0xf000 + text.charCodeAt(0))] ?? '•';
  }
  return text;
}

/** A number in one of Word's formats; formats that Vietnamese documents do not use are written in decimal. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerLetter':
      return letters(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = Math.min(value, 3_999);
  let out = '';
  for (const [size, letter] of ROMAN) {
    while (rest >= size) {
      out += letter;
      rest -= size;
    }
  }
  return out;
}

/** Word writes a … z, aa, bb … zz, aaa: the letter repeated. */
function letters(value: number): string {
  if (value < 1) return '';
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 30));
}
