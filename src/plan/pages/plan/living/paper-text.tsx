import { classes } from '../../../../platform/view/index.ts';
import { type MarkedNode, markText, type TextMark } from '../../../../platform/view/marked-text.ts';
import { fold } from '../../../../pure/vietnamese/index.ts';
import type { AnsweredRemark } from '../../../domain/draft.ts';
import type { LaidBlock, LaidHeading, LaidParagraph } from '../../../domain/layout/laid-out.ts';
import { wordsOf } from '../../../domain/living/words-of-item.ts';
import { livingWords } from '../../../living-words.ts';
import { anchorOf } from '../../../urls.ts';
import { labelOf } from '../describe.ts';
import { litClass, unitCode } from './margin.tsx';
import { ItemNote, RemarkNote, remarksByPlace, type TextProps } from './notes.tsx';
import { PaperTable } from './paper-table.tsx';
import { printedParagraph } from './printed.ts';
import type { Living } from './read.ts';

/** Anchor of a heading in the outline. */
export const headingAnchor = (index: number) => `heading-${index}`;

/** The plan's text from one block to another, each block with what stands beside it. */
export function PaperText({ from, to, ...props }: TextProps & { from: number; to: number }) {
  const { living } = props;
  const { blocks } = living.text.laid;
  const remarks = remarksByPlace(living);
  const last = blocks.findLastIndex((block) => block.kind === 'table' && block.header !== null);
  return (
    <>
      {blocks.slice(from, to).map((block, index) => {
        const at = from + index;
        const beside = remarks.get(`${at}`) ?? [];
        if (block.kind === 'table')
          return <PaperTable {...props} table={block} index={at} last={at === last} remarks={remarks} />;
        return (
          <>
            <Words living={living} block={block} index={at} />
            <Beside {...props} block={block} remarks={beside} />
          </>
        );
      })}
    </>
  );
}

const LEVELS = ['h2', 'h2', 'h3', 'h4'] as const;

function Words({
  living,
  block,
  index,
}: Pick<TextProps, 'living'> & { block: LaidHeading | LaidParagraph; index: number }) {
  const dim = dimmed(living, block);
  if (block.kind === 'paragraph') {
    const manner = classes(block.manner === 'note' ? 'note-text' : block.manner, dim);
    if (block.marks.length === 0) return printedParagraph(block, manner);
    return (
      <p class={manner}>
        <Marked living={living} block={block} />
      </p>
    );
  }
  const Heading = LEVELS[block.level] ?? 'h5';
  return (
    <Heading id={headingAnchor(index)} class={classes(`level-${block.level}`, dim)}>
      {block.text}
    </Heading>
  );
}

/** Headings stay as they are, so that one knows where one is. */
function dimmed(living: Living, block: Exclude<LaidBlock, { kind: 'table' }>): string {
  const { narrowed, live } = living;
  if (block.kind === 'heading' || (narrowed.litBy === null && narrowed.unit === null)) return '';
  return litClass(living, ...block.items.flatMap((key) => live.get(key) ?? []));
}

interface ItemMark extends TextMark {
  key: string;
}

/** The words of a paragraph; those that a later version corrected stand as corrected. */
function Marked({ living, block }: Pick<TextProps, 'living'> & { block: LaidParagraph }) {
  const { text, marks } = block;
  const pointAt = /[\ud800-\udbff]/.test(text)
    ? (unit: number) => [...text.slice(0, unit)].length
    : (unit: number) => unit;
  const nodes = markText(
    text,
    marks.map(
      ({ key, start, end }): ItemMark => ({ id: key, key, start: pointAt(start), end: pointAt(end) }),
    ),
  );
  return (
    <>
      {nodes.map((node) => (
        <MarkedWords living={living} node={node} labelled={marks.length > 1} />
      ))}
    </>
  );
}

function MarkedWords({
  living,
  node,
  labelled,
}: {
  living: Living;
  node: MarkedNode<ItemMark>;
  labelled: boolean;
}) {
  if (typeof node === 'string') return <>{node}</>;
  const { mark, first, parts } = node;
  const live = living.live.get(mark.key);
  const asRead = living.text.asRead.get(mark.key);
  const inside = parts.map((part) => <MarkedWords living={living} node={part} labelled={labelled} />);
  if (live === undefined) return <del>{inside}</del>;
  const label =
    labelled && first && living.own ? (
      <a class="mark-label" href={`#${anchorOf(mark.key)}`}>
        {labelOf(live.item, live.index)}
      </a>
    ) : null;
  const words = wordsOf(live.item);
  if (asRead !== undefined && words !== wordsOf(asRead))
    return (
      <>
        {label}
        {first ? <ins>{words}</ins> : null}
      </>
    );
  return (
    <span class={classes('item-words', litClass(living, live))}>
      {label}
      {inside}
    </span>
  );
}

/** What stands beside a block: the state of its items, who answers for its area, and remarks. */
function Beside({
  block,
  remarks,
  ...props
}: TextProps & { block: LaidHeading | LaidParagraph; remarks: readonly AnsweredRemark[] }) {
  const { visit, living, margin } = props;
  const owner = block.kind === 'heading' ? ownerOf(living, block) : undefined;
  const notes = block.items.map((key) => <ItemNote {...props} itemKey={key} />);
  const isEmpty = remarks.length === 0 && (!margin || (owner === undefined && notes.length === 0));
  if (isEmpty) return null;
  return (
    <div class="notes" lang={visit.language}>
      {margin && owner !== undefined ? (
        <p class="note">
          {livingWords.in(visit.language)('living.owner', { unit: unitCode(living, owner) })}
        </p>
      ) : null}
      {margin ? notes : null}
      {remarks.map((one) => (
        <RemarkNote visit={visit} plan={living.plan.id} one={one} />
      ))}
    </div>
  );
}

function ownerOf({ owners }: Living, { title }: LaidHeading): string | undefined {
  if (owners.size === 0) return undefined;
  const words = fold(title);
  return [...owners].find(([area]) => fold(area) === words)?.[1];
}
