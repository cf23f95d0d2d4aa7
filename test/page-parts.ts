/** What differs each time a page is made, or changes nothing that is seen. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/(name="(?:_csrf|_key|_seq|_from|next)" value=")[^"]*/g, '$1'],
  [/[0-9a-f]{8}-[0-9a-f-]{27}/g, ''],
  [/(href|action|id|for|aria-describedby|datetime)="[^"]*"/g, '$1'],
  [/ aria-current="page"/g, ''],
  // One digit is as wide as another.
  [/\d/g, '0'],
];

/**
 * The blocks of a page, each as far as the next one begins. A page without a block that was not seen on others has
 * nothing new to look at: the same rows in another order, the same form under another frame.
 */
export function blocksOf(html: string): string[] {
  const plain = VOLATILE.reduce((text, [what, by]) => text.replaceAll(what, by), html);
  const body = plain.replace(/<head>[\s\S]*?<\/head>/, '');
  return body.split(/(?=<(?:section|form|fieldset|details|nav|header|table|tr|li|dl|div|p|h\d)\b)/);
}
