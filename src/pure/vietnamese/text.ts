const collator = new Intl.Collator('vi');

/** The one form in which text is kept: NFC. Texts from Word on a Mac and from many PDF files come decomposed. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/** Order of two texts as in a Vietnamese dictionary, the order of the database's `vi` collation. For `sort`. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}
