import { fold } from '../../pure/vietnamese/index.ts';

/** A login is typed on any keyboard: small letters without accents, figures, and . _ - @ between them. */
export const LOGIN = /^[a-z0-9](?:[a-z0-9._@-]{0,58}[a-z0-9])$/;

/** Good enough to find slips of typing; only a letter that arrives proves an address. */
export const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>.]+(\.[^\s@,;<>.]+)+$/;

/**
 * A login made from a name as offices do: given name, then the first letters of the others ("annv" for one called An,
 * of the family Nguyễn, with the middle name Văn); a number follows where it is taken.
 * @param tried the last number tried for each such beginning, so that a long list is not gone through again each time
 */
export function proposeLogin(
  name: string,
  taken: (login: string) => boolean,
  tried: Map<string, number> = new Map(),
): string {
  const beginning = loginBeginning(name);
  for (let number = tried.get(beginning) ?? 1; ; number++) {
    const login = number === 1 ? beginning : `${beginning}${number}`;
    if (taken(login)) continue;
    tried.set(beginning, number);
    return login;
  }
}

/** What a proposed login begins with; all of it where that is free. */
export function loginBeginning(name: string): string {
  const words = fold(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const given = words.at(-1) ?? '';
  const initials = words.slice(0, -1).map((word) => word[0]);
  return (given + initials.join('')).slice(0, 50).padEnd(2, '0');
}
