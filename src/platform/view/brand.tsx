import { viewWords } from './words.ts';

/** Product and agency, leading home; an installation that has no agency yet goes by the product's name alone. */
export function Brand({ agency, home }: { readonly agency: string; readonly home: string }) {
  return (
    <a class="brand" href={home}>
      {agency === viewWords.product ? null : <span class="brand-product">{viewWords.product}</span>}
      <span class="brand-agency">{agency}</span>
    </a>
  );
}
