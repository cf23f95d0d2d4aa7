/**
 * The form in which words are compared and searched: NFC letters without tone or vowel marks, lower case,
 * "đ" as "d", runs of white space as one space. "Thủ  TỤC" and "thu tuc" fold to the same string.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}
