const paths = {
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  search: 'M13.5 8.5a5 5 0 1 1-10 0 5 5 0 0 1 10 0ZM12.2 12.2 17 17',
  clock: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 6v4.2l2.8 1.8',
  inbox: 'M3 11.5 5.2 4.5h9.6l2.2 7v4.5H3zM3 11.5h4.2l1 2h3.6l1-2H17',
  person: 'M13.2 7a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 0 1 6.4 0ZM3.8 16.8c.8-3 3.2-4.4 6.2-4.4s5.4 1.4 6.2 4.4',
} as const;

/** A small drawing beside a word or inside a labelled control; says nothing by itself. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg
      class="icon"
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
