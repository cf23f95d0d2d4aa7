/** A person as a list of choices shows them; one who is named by the position alone is named once. */
export function nameAndPosition({ name, position }: { name: string; position: string | null }): string {
  return position === null || position === '' || position === name ? name : `${name}, ${position}`;
}
