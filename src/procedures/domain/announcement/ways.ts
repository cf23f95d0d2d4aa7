import { fold } from '../../../pure/vietnamese/fold.ts';
import type { OnlineLevel } from '../procedure.ts';
import type { ReadProcedure } from './read-announcement.ts';

/** How far a text says that a procedure is done online (Nghị định 42/2022/NĐ-CP); null where it does not say. */
export function readOnlineLevel(text: string): OnlineLevel | null {
  const folded = fold(text);
  // Levels 1 to 4 of Nghị định 43/2011/NĐ-CP, until 2022.
  const numbered = /^(?:muc do )?([1-4])$/.exec(folded)?.[1];
  if (numbered !== undefined) return numbered as OnlineLevel;
  const full = /toan trinh/.test(folded);
  const partial = /^mot phan$|(?:truc tuyen|dich vu cong) mot phan/.test(folded);
  if (full === partial) return null;
  return full ? 'full' : 'partial';
}

/** What the words on place and way of handling say of post and online service. */
export function waysIn(text: string): Pick<ReadProcedure['rest'], 'onlineLevel' | 'postal'> {
  if (text.trim() === '') return {};
  const folded = fold(text);
  const post = /buu chinh|buu dien/.test(folded);
  const returned = /(?:tra|nhan) (?:ket qua|kq)[^.;]{0,80}(?:buu chinh|buu dien)/.test(folded);
  const onlineLevel = readOnlineLevel(text);
  return {
    ...(onlineLevel === null ? {} : { onlineLevel }),
    ...(post ? { postal: { receive: true, return: returned } } : {}),
  };
}
