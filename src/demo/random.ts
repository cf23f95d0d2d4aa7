/** Seed of the demo's invented performance; the same seed gives the same year. */
export const SEED = 375_2019;

/** Numbers that look random and are the same in every run. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
  pick<T>(choices: readonly T[]): T;
}

/** A generator of its own for each thing told about, so that a change to one story leaves the others as they were. */
export function randomFor(name: string, seed = SEED): Random {
  const next = mulberry32(hash(`${seed} ${name}`));
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    whole,
    chance: (percent) => next() * 100 < percent,
    pick: (choices) => {
      const picked = choices[whole(0, choices.length - 1)];
      if (picked === undefined) throw new Error(`${name}: nothing to pick from`);
      return picked;
    },
  };
}

/** Tommy Ettinger's mulberry32: 32 bits of state, good enough to scatter days. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return value;
}
