import { documentTypes } from '../../pure/law/index.ts';
import { fold } from '../../pure/vietnamese/index.ts';

/** Verbs that stand before the document that a task has to bring forth. */
const VERBS =
  /^(?:(?:ban hanh|xay dung|lap|soan thao|du thao|tham muu|trinh|gui|ra|co|hoan thanh|bo sung|sua doi)(?: va |, | ))+/;

/**
 * The type of document that a task brings forth, by the type word with which its deliverable or its title begins:
 * "Báo cáo", "Ban hành kế hoạch …". Null where it begins otherwise.
 */
export function wantedDocumentType(title: string, deliverable: string | null): string | null {
  return (deliverable === null ? null : leadingType(deliverable)) ?? leadingType(title);
}

function leadingType(words: string): string | null {
  const rest = fold(words).replace(VERBS, '');
  const found = documentTypes
    .filter(({ name }) => rest === fold(name) || rest.startsWith(`${fold(name)} `))
    .sort((a, b) => b.name.length - a.name.length);
  return found[0]?.name ?? null;
}
