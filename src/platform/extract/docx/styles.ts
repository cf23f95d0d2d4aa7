import { child, childrenOf, childVal, onOff, type XmlElement } from '../xml.ts';

interface Style {
  basedOn: string | undefined;
  name: string;
  numId: string | undefined;
  level: number | undefined;
  vanish: boolean | undefined;
  borders: boolean | undefined;
}

/** What a document's styles say that matters to its text: numbering, hidden text, table borders. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly defaultParagraph: string | undefined;

  constructor(root: XmlElement | undefined) {
    let standard: string | undefined;
    for (const element of childrenOf(root, 'style')) {
      const id = element.attrs.styleId ?? '';
      const numPr = child(child(element, 'pPr'), 'numPr');
      const level = childVal(numPr, 'ilvl');
      this.#styles.set(id, {
        basedOn: childVal(element, 'basedOn'),
        name: childVal(element, 'name') ?? '',
        numId: childVal(numPr, 'numId'),
        level: level === undefined ? undefined : Number(level),
        vanish: onOff(child(element, 'rPr'), 'vanish'),
        borders: hasBorders(child(child(element, 'tblPr'), 'tblBorders')),
      });
      if (element.attrs.type === 'paragraph' && ['1', 'true'].includes(element.attrs.default ?? '')) {
        standard = id;
      }
    }
    this.defaultParagraph = standard;
  }

  /** The style's own numbering, or that of the style it is based on, with the style that gave it. */
  numbering(styleId: string | undefined): { numId: string; level: number | undefined; style: string } | null {
    let level: number | undefined;
    for (const [id, style] of this.#chain(styleId)) {
      level ??= style.level;
      if (style.numId !== undefined) return { numId: style.numId, level, style: id };
    }
    return null;
  }

  hidden(styleId: string | undefined): boolean {
    for (const [, style] of this.#chain(styleId)) {
      if (style.vanish !== undefined) return style.vanish;
    }
    return false;
  }

  /** Undefined where neither the style nor its ancestors speak of borders. */
  tableBorders(styleId: string | undefined): boolean | undefined {
    for (const [, style] of this.#chain(styleId)) {
      if (style.borders !== undefined) return style.borders;
    }
    return undefined;
  }

  /** Lines of a generated table of contents, which repeat the headings. */
  isContents(styleId: string | undefined): boolean {
    const name = this.#styles.get(styleId ?? '')?.name ?? '';
    return /^(toc|contents) \d$/i.test(name);
  }

  *#chain(styleId: string | undefined): Generator<[string, Style]> {
    const seen = new Set<string>();
    for (let id = styleId; id !== undefined && !seen.has(id); ) {
      seen.add(id);
      const style = this.#styles.get(id);
      if (style === undefined) return;
      yield [id, style];
      id = style.basedOn;
    }
  }
}

/** Undefined without the element; otherwise whether any of its lines is drawn. */
export function hasBorders(element: XmlElement | undefined): boolean | undefined {
  if (element === undefined) return undefined;
  return element.children.some((line) => !['nil', 'none', undefined].includes(line.attrs.val));
}
