import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import { fromDayNumber, toDayNumber } from '../../../pure/calendar/index.ts';
import { parseDocumentNumber, readCivilDate } from '../../../pure/law/index.ts';
import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Tier } from '../procedure.ts';
import { readAct, readTiers } from './groups.ts';
import type { AnnouncedAct, ReadDecision } from './read-announcement.ts';

const OWN_NUMBER = /^Số\s*[:.]?\s*\d/iu;
const PLACE_DATE = /,\s*(ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})/iu;
/** The annex repeats number and date of its decision. */
const WITH_DECISION =
  /kèm theo Quyết định\s+số\s*:?\s*(\S+)\s+(ngày\s+\d{1,2}\s*(?:tháng|[/-])\s*\d{1,2}\s*(?:năm|[/-])\s*\d{4})/iu;
const IN_FORCE =
  /có hiệu lực(?:\s+thi hành)?(?:\s+kể)?\s+(?:từ\s+ngày|sau\s+(\d{1,3})\s+ngày\s*,?\s*(?:kể\s+)?từ\s+ngày)\s+(?:(ký|ban hành)|(\d{1,2}\s*(?:tháng|[/-])\s*\d{1,2}\s*(?:năm|[/-])\s*\d{4}))/iu;

/** Reads what a decision says of itself, from its paragraphs. */
export function readDecision(paragraphs: readonly string[]): ReadDecision {
  const own = paragraphs.find((text) => OWN_NUMBER.test(text) && text.length < 160);
  const repeated = paragraphs.map((text) => WITH_DECISION.exec(text)).find((found) => found !== null);
  const number = parseDocumentNumber(own ?? repeated?.[1] ?? '')?.normalised ?? null;
  const dated = paragraphs.find(
    (text) => PLACE_DATE.test(text) && text.length < 160 && !/^căn cứ/iu.test(text),
  );
  const date = readCivilDate(PLACE_DATE.exec(dated ?? '')?.[1] ?? repeated?.[2] ?? '');
  return { number, date, effective: inForce(paragraphs, date), title: titleOf(paragraphs) };
}

function inForce(paragraphs: readonly string[], signed: CivilDate | null): CivilDate | null {
  const found = paragraphs.map((text) => IN_FORCE.exec(text)).find((match) => match !== null);
  if (found == null) return null;
  const [, later, , printed] = found;
  const from = printed === undefined ? signed : readCivilDate(`ngày ${printed}`);
  return from === null || later === undefined ? from : fromDayNumber(toDayNumber(from) + Number(later));
}

function titleOf(paragraphs: readonly string[]): string | null {
  const at = paragraphs.findIndex((text) => /^QUYẾT ĐỊNH(?=\s|$)/u.test(text));
  if (at < 0) return null;
  const rest = (paragraphs[at] ?? '').replace(/^QUYẾT ĐỊNH\s*:?/u, '').trim();
  const title = rest === '' ? (paragraphs[at + 1] ?? '') : rest;
  return title === '' || /^(?:căn cứ|điều|chủ tịch)\s/iu.test(title) ? null : title;
}

/** How many procedures a decision says that it announces. */
export interface Declared {
  count: number;
  tier: Tier | null;
  act: AnnouncedAct | null;
}

const FIRST_ARTICLE = /^Điều 1\s*\./iu;
const COUNTED =
  /(?:(cấp\s+\p{L}+|[Cc]ấp\s+thành phố)\s*:\s*)?(?<![\d/.])(\d{1,4})(?:\s*\([^()]{1,40}\))?\s+(?:danh mục\s+)?(?:thủ tục hành chính|thủ tục|TTHC)(?!\p{L})/giu;

/** The numbers that the first article declares, and else the title; of parts only what stands before "cụ thể". */
export function readDeclared(paragraphs: readonly string[], title: string | null): Declared[] {
  const article = paragraphs
    .find((text) => FIRST_ARTICLE.test(text))
    ?.split(/,?\s*(?:cụ thể|trong đó)\s*:/iu)[0];
  for (const text of [article, title]) {
    const found = text == null ? [] : countsIn(text);
    if (found.length > 0) return found;
  }
  return [];
}

function countsIn(text: string): Declared[] {
  const hits = [...text.matchAll(COUNTED)];
  return hits.map((hit, at) => {
    const after = text.slice(hit.index + hit[0].length, hits[at + 1]?.index).slice(0, 60);
    const beforeEnd = fold(after).split(/ trong linh vuc| linh vuc| thuoc /)[0] ?? '';
    return {
      count: Number(hit[2]),
      tier: readTiers(hit[1] ?? '')[0] ?? readTiers(beforeEnd)[0] ?? null,
      act: readAct(beforeEnd),
    };
  });
}
