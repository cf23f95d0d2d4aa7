import { fold } from '../../pure/vietnamese/index.ts';

interface Named {
  id: string;
  code: string;
  name: string;
}

/** Words that say what kind of unit it is, and so nothing of which. */
const KINDS = new Set(['phong', 'ban', 'van', 'so', 'bo', 'phan', 'to', 'don', 'vi']);

/**
 * The unit that a written name may mean, for a person to agree to: by its code ("Phòng KHTC"), or where all that the
 * name says stands in one unit's name alone ("Phòng Mầm non").
 */
export function suggestUnit<U extends Named>(written: string, units: readonly U[]): U | undefined {
  const words = wordsOf(written);
  const byCode = units.filter((unit) => words.includes(fold(unit.code)));
  if (byCode.length === 1) return byCode[0];
  const telling = words.filter((word) => !KINDS.has(word));
  if (telling.length === 0) return undefined;
  const holding = units.filter((unit) => {
    const own = wordsOf(unit.name);
    return telling.every((word) => own.includes(word));
  });
  return holding.length === 1 ? holding[0] : undefined;
}

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
