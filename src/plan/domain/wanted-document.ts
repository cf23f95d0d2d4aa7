import { documentTypes } from '../../pure/law/index.ts';
import { type Refusal, refuse } from '../../pure/refusal.ts';
import { fold } from '../../pure/vietnamese/index.ts';

/** Verbs that stand before the document that a task has to bring forth. */
const VERBS =
  /^(?:(?:ban hanh|xay dung|lap|soan thao|du thao|tham muu|trinh|gui|ra|co|hoan thanh|bo sung|sua doi|chu tri)(?: va |, | ))+/;

/** A document of whatever type: "Ban hành văn bản thực hiện …". */
const ANY = 'Văn bản';

/** Names of types, the longest first, as titles begin with them. */
const NAMES: readonly (readonly [folded: string, name: string])[] = [
  ...documentTypes.map(({ name }) => [fold(name), name] as const),
  ['cv', 'Công văn'] as const,
  ['van ban', ANY] as const,
].sort(([one], [other]) => other.length - one.length);

/**
 * Types that are as good as the one that is named. What is issued with a decision bears the decision's number (Thông tư
 * 01/2011/TT-BNV, art. 7 and its appendix; Nghị định 30/2020/NĐ-CP, appendix III), and guidance goes out as an official letter.
 */
const AS_GOOD: Readonly<Record<string, readonly string[]>> = {
  'Quy chế': ['Quyết định'],
  'Quy định': ['Quyết định'],
  'Chương trình': ['Quyết định'],
  'Kế hoạch': ['Quyết định'],
  'Phương án': ['Quyết định'],
  'Đề án': ['Quyết định'],
  'Hướng dẫn': ['Công văn'],
  'Công văn': ['Hướng dẫn'],
};

/** What others issue is done here with the letter that proposes it: "… trình Thành phố ban hành". */
const SUBMITTED = /\btrinh\b.{0,60}\b(?:ban hanh|phe duyet|thong qua)\b/;

/**
 * The types of document of which a task brings one forth, by the type words with which its deliverable or its title
 * begins: "Báo cáo", "Ban hành kế hoạch …", "Công văn hoặc Thông báo …". None where it begins otherwise.
 */
export function wantedDocumentTypes(title: string, deliverable: string | null): readonly string[] {
  const ofDeliverable = deliverable === null ? [] : leadingTypes(deliverable);
  return ofDeliverable.length > 0 ? ofDeliverable : leadingTypes(title);
}

/**
 * Why evidence does not prove a task that brings forth a document; null where it does.
 * @param given type of the document handed in; null where the evidence is none
 */
export function unwanted(wanted: readonly string[], given: string | null): Refusal | null {
  if (wanted.length === 0 || wanted.some((type) => serves(type, given))) return null;
  const named = wanted.map((type) => type.toLowerCase()).join(' hoặc ');
  return given === null
    ? refuse('invalid:document-wanted', { wanted: named }, { field: 'kind' })
    : refuse(
        'invalid:other-document-wanted',
        { wanted: named, given: given.toLowerCase() },
        { field: 'number' },
      );
}

function serves(wanted: string, given: string | null): boolean {
  if (given === null) return false;
  return wanted === ANY || wanted === given || (AS_GOOD[wanted]?.includes(given) ?? false);
}

function leadingTypes(words: string): readonly string[] {
  const found: string[] = [];
  let rest = fold(words).replace(VERBS, '');
  for (;;) {
    const type = NAMES.find(([folded]) => rest === folded || rest.startsWith(`${folded} `));
    if (type === undefined) return found;
    found.push(type[1]);
    const or = /^ hoac /.exec(rest.slice(type[0].length));
    if (or === null) return SUBMITTED.test(rest) ? [...found, 'Tờ trình'] : found;
    rest = rest.slice(type[0].length + or[0].length);
  }
}
