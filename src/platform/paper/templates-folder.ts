import { existsSync } from 'node:fs';

/** Where `templates/` lies: beside the bundle, or in the checkout when run from the sources. */
export function templatesFolder(): URL {
  const places = ['./templates/', '../../../templates/'].map((place) => new URL(place, import.meta.url));
  const folder = places.find((place) => existsSync(place));
  if (folder === undefined) throw new Error(`There is no ${places.map(String).join(' or ')}`);
  return folder;
}
