import { isIPv6 } from 'node:net';

/** Attempts within this time count. */
export const WINDOW_MINUTES = 60;

/** How often one login may fail from one address before it waits there, and for how many minutes then. */
const FREE = 5;
const WAITS = [1, 2, 4, 8, 15] as const;
/** How often all logins together may fail from one address: an office may share one. */
const ADDRESS_LIMIT = 60;
/** How often one login may fail from all addresses: high, so that nobody far away keeps its owner out. */
const LOGIN_LIMIT = 200;
/**
 * How many minutes the next attempt has to wait; 0 where it may be made.
 * @param failed how often it failed within the window, how many minutes ago the login did so at this address, and how
 *   many minutes ago the first of all of them was: where the limit is reached, that one has to leave the window
 */
export function minutesToWait(failed: {
  pair: number;
  address: number;
  login: number;
  minutesSince: number;
  minutesSinceFirst: number;
}): number {
  const { pair, address, login, minutesSince, minutesSinceFirst } = failed;
  if (address >= ADDRESS_LIMIT || login >= LOGIN_LIMIT)
    return Math.max(1, Math.ceil(WINDOW_MINUTES - minutesSinceFirst));
  if (pair < FREE) return 0;
  const wait = WAITS[Math.min(pair - FREE, WAITS.length - 1)] ?? WINDOW_MINUTES;
  return Math.max(0, Math.ceil(wait - minutesSince));
}

/** Where an address stands: somebody who has one IPv6 address has all of its /64. */
export function placeOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const rest = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 8 - groups.length - rest.length;
  const all = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...rest];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
