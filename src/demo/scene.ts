import type { Reader } from '../platform/database/database.ts';
import type { House } from '../platform/http/visit.ts';
import type { Actor } from '../platform/policy/policy.ts';

/** Something that happens in the demo's year: an action, by somebody, at an hour of the office's clock. */
export interface Scene {
  /** Its name, by which it happens once; the one-time key of its action. */
  key: string;
  /** Wall time in the office, "2019-01-28T10:15". */
  at: string;
  /** Login of whoever acts. */
  who: string;
  /** Name of the action. */
  action: string;
  /** Its input, found out when its time has come; null where there is nothing to do by then. */
  input(stage: Stage): object | null | Promise<object | null>;
  /** The server's jobs run right after it. */
  jobs?: true;
}

/** What a scene may look at when its time has come. */
export interface Stage {
  house: House;
  agencyId: string;
  actor: Actor;
  /** Reads with the sight of the department's server. */
  read<T>(run: (query: Reader) => Promise<T>): Promise<T>;
  /** What an earlier scene made. */
  made(key: string): string;
  /** Keeps a file for the actor. @returns the id of the stored file */
  file(name: string, content: string | Uint8Array): Promise<string>;
}

/** Office hours: from 8:00, seven hours and a half, with a break from 11:30 to 13:00. */
const BREAK_AFTER = 210;
const BREAK = 90;
export const OFFICE_MINUTES = 450;

/** A wall time so many office minutes into a day. */
export function atTime(day: string, officeMinutes: number): string {
  const within = Math.min(officeMinutes, OFFICE_MINUTES);
  const minutes = 8 * 60 + within + (within < BREAK_AFTER ? 0 : BREAK);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
