import type { Visit } from '../../../../platform/http/visit.ts';
import { type Content, Tag } from '../../../../platform/view/index.ts';
import type { AnsweredRemark, Item } from '../../../domain/draft.ts';
import { placeOf } from '../../../domain/layout/place-of.ts';
import type { LiveItem } from '../../../domain/living/live-items.ts';
import { isCorrected } from '../../../domain/living/words-of-item.ts';
import { livingWords } from '../../../living-words.ts';
import { remarkUrl } from '../../../urls.ts';
import { planWords } from '../../../words.ts';
import { detailsOf, titleOf } from '../describe.ts';
import { SEVERITY_TONES } from '../remark-rows.tsx';
import { Note } from './margin.tsx';
import type { Living } from './read.ts';

export interface TextProps {
  visit: Visit;
  living: Living;
  /** False prints the text alone. */
  margin: boolean;
}

/** Remarks by the block, or block and row, in which their words begin. */
export function remarksByPlace({ remarks, text }: Living): ReadonlyMap<string, AnsweredRemark[]> {
  return Map.groupBy(remarks ?? [], ({ remark: { spans } }) => {
    const place = spans[0] === undefined ? null : placeOf(text.laid, spans[0][0]);
    return place === null ? '' : place.row === null ? `${place.block}` : `${place.block}:${place.row}`;
  });
}

/** The note of one item; of what was withdrawn or corrected, with the words as they were read. */
export function ItemNote({ visit, living, itemKey }: TextProps & { itemKey: string }) {
  const say = livingWords.in(visit.language);
  const live = living.live.get(itemKey);
  const asRead = living.text.asRead.get(itemKey);
  if (live === undefined)
    return (
      <p class="note">
        <Tag tone="neutral">{say('living.withdrawn')}</Tag>
      </p>
    );
  const corrected = isCorrected(live.item, asRead);
  const asWritten =
    corrected && asRead !== undefined ? (
      <details class="as-written">
        <summary>{say('living.corrected')}</summary>
        <p>{say('living.as-written')}:</p>
        <ul>
          {asWrittenLines(visit, living, live, asRead).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </details>
    ) : asRead === undefined ? (
      <p class="note-more">{say('living.added')}</p>
    ) : null;
  if (!living.own) return asWritten === null ? null : <div class="note">{asWritten}</div>;
  return (
    <Note visit={visit} living={living} item={live}>
      {asWritten}
    </Note>
  );
}

/** What was read of an item, as far as the version in force says it otherwise. */
function asWrittenLines(visit: Visit, living: Living, { item }: LiveItem, asRead: Item): string[] {
  const among = [...living.live.values()].map((one) => one.item);
  const lines = (one: Pick<Item, 'kind' | 'key' | 'fields'>) => [
    titleOf(one),
    ...detailsOf(visit, one, among),
  ];
  const now = lines(item);
  return lines(asRead).filter((line) => !now.includes(line));
}

export function RemarkNote({
  visit,
  plan,
  one,
}: {
  visit: Visit;
  plan: string;
  one: AnsweredRemark;
}): Content {
  const say = planWords.in(visit.language);
  const { remark, answer, key } = one;
  return (
    <div class="note remark-note">
      <p class="note-head">
        <Tag tone={SEVERITY_TONES[remark.severity]}>{say(`remark.severity.${remark.severity}`)}</Tag>{' '}
        <a href={remarkUrl(plan, key)}>
          {say(answer === null ? 'remark.answer' : `remark.answer.${answer.answer}`)}
        </a>
      </p>
      <p class="note-more" lang="vi">
        {remark.message}
      </p>
    </div>
  );
}
