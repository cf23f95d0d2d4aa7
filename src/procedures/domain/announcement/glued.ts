import type { Channel, Component, Fee, Limit } from '../procedure.ts';
import { amountIn } from './fee.ts';
import type { ReadProcedure } from './read-announcement.ts';
import { waysIn } from './ways.ts';

/**
 * Tables of the national catalogue whose cells a copy ran together: "Hình thức nộpThời gianPhí, lệ phíMô tảTrực
 * tiếp5 Ngày làm việcMiễn phí…". A cell ends where a word of the next one begins without a blank.
 */

/** What the catalogue writes where nothing is entered. */
const UNKNOWN = 'Không có thông tin';
export function known(text: string): string | null {
  const trimmed = text.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
  return trimmed === '' || /^(?:Không có thông tin|--|Không|Không\.)$/u.test(trimmed) ? null : trimmed;
}

const CHANNELS: Record<string, Channel> = {
  'Trực tiếp': 'direct',
  'Trực tuyến': 'online',
  'Dịch vụ bưu chính': 'post',
};
const WAYS = /^Hình thức nộp\s*Thời gian\s*Phí, lệ phí\s*Mô tả/u;
const channel = '(?<channel>Trực tiếp|Trực tuyến|Dịch vụ bưu chính)';
const unit = 'Ngày làm việc|Giờ làm việc|Ngày|Giờ|Tháng|Năm|Phút';
const money = String.raw`(?:Miễn phí|${UNKNOWN}|\d[\d.,]*\s?(?:Việt Nam Đồng|VNĐ|VND|USD|Đồng))`;
/** A channel before a time or a fee; or, under the channel before, a time before a fee. */
const ENTRY = new RegExp(
  String.raw`${channel}\s*(?:(?<time>\d{1,4}(?:[.,]\d+)?\s(?:${unit})|${UNKNOWN})(?<fee>${money})?|(?<bare>\d{0,3})(?<only>${money}))|(?<time2>\d{1,3}\s(?:${unit}))(?<fee2>${money})`,
  'gu',
);

/** A limit's budget as the catalogue writes it: "5 Ngày làm việc"; an hour not said to be of work is none. */
export function budgetOf(amount: string, of: string): string | null {
  const units: Record<string, string> = {
    'ngày làm việc': 'wd',
    'giờ làm việc': 'wh',
    ngày: 'd',
    tháng: 'mo',
  };
  const code = units[of.trim().toLowerCase()];
  const value = Number(amount);
  return code === undefined || !Number.isInteger(value) || value < 1 || value > 9999
    ? null
    : `${value}${code}`;
}

export interface Ways {
  limits: Limit[];
  fees: Fee[];
  postal: { receive: boolean; return: boolean };
  onlineLevel: ReadProcedure['rest']['onlineLevel'];
}

/** Tells the ways of bringing a dossier apart: channel, time, fee, description. */
export function readGluedWays(glued: string): Ways {
  const text = glued.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(WAYS, '');
  const hits = [...text.matchAll(ENTRY)];
  const entries: { channel: Channel; time: string; fee: string; description: string }[] = [];
  let of: Channel | null = null;
  hits.forEach((hit, at) => {
    const { channel: named, time, fee, bare, only, time2, fee2 } = hit.groups ?? {};
    of = named === undefined ? of : (CHANNELS[named] ?? of);
    if (of === null) return;
    const rest = text.slice(hit.index + hit[0].length, hits[at + 1]?.index);
    const { inside, after } = explanation(rest);
    entries.push({
      channel: of,
      time: time ?? time2 ?? bare ?? '',
      fee: [fee ?? fee2 ?? only ?? '', inside].filter((part) => part !== '').join(' '),
      description: after,
    });
  });
  const several = (one: Channel) => entries.filter((entry) => entry.channel === one).length > 1;
  const limits = entries.flatMap((entry): Limit[] => {
    if (entry.time === '' || entry.time === UNKNOWN) return [];
    const [, amount = '', words = ''] = /^(\S+)\s(.+)$/u.exec(entry.time) ?? [];
    return [
      {
        channel: entry.channel,
        case: several(entry.channel) && entry.description !== '' ? entry.description.slice(0, 300) : null,
        budget: budgetOf(amount, words),
        text: entry.description === '' ? entry.time : `${entry.time}. ${entry.description}`,
      },
    ];
  });
  const fees = entries.flatMap((entry): Fee[] =>
    entry.fee === '' || entry.fee.startsWith(UNKNOWN)
      ? []
      : [{ channel: entry.channel, name: 'Phí, lệ phí', amount: feeAmount(entry.fee), text: entry.fee }],
  );
  const said = waysIn(text);
  return {
    limits,
    fees,
    postal: {
      receive: entries.some((entry) => entry.channel === 'post'),
      return: said.postal?.return ?? false,
    },
    onlineLevel: said.onlineLevel ?? null,
  };
}

function feeAmount(fee: string): number | null {
  const [first = ''] = fee.split(' (');
  const own = amountIn(first);
  // What stands in brackets may say that there are several.
  return own === null || own === 0 || fee === first ? own : amountIn(fee);
}

/** "(50.000đ/tem)Nộp hồ sơ …": what is in brackets belongs to the fee. */
function explanation(rest: string): { inside: string; after: string } {
  if (!rest.startsWith('(')) return { inside: '', after: rest.trim() };
  let depth = 0;
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === '(') depth++;
    else if (rest[at] === ')' && --depth === 0)
      return { inside: rest.slice(0, at + 1), after: rest.slice(at + 1).trim() };
  }
  return { inside: '', after: rest.trim() };
}

/** How a law's number ends: its issuer tells where the number stops and the next name begins. */
const ISSUER =
  'TTg|CP|CTN|QH\\d{0,2}|UBTVQH\\d{0,2}|HĐND|UBND|BGDĐT|BGD&ĐT|BLĐTBXH|BVHTTDL|BNNPTNT|BNNMT|BTNMT|BGTVT|BKHCN|BKHĐT|BTTTT|BDTTG|BCA|BCT|BNG|BNV|BQP|BTC|BTP|BXD|BYT|VPCP|TTCP|NHNN|UBDT|TANDTC|VKSNDTC';
const SYMBOL = String.raw`(?:[1-9]\d{0,2}\/\d{4}\/(?:QH|UBTVQH)\d{2}|\d{1,5}\/(?:\d{4}\/)?\p{Lu}{2,4}(?:-(?:${ISSUER}))+)`;
const FILE = '(?:docx?|pdf|xlsx?|rtf|zip|rar)';

const PAPERS = /Tên giấy tờ\s*Mẫu đơn, tờ khai\s*Số lượng/u;
/** "…1 bản chính,1 bản sao": glued to what stands before it; a number before it may end in digits of its own. */
const QUANTITY =
  /(?<=[^\s\d])(\d*?)(\d|1[05]|20) bản chính(?:,\s?(\d{1,2}) bản sao)?(?=\S|$)|(?<=[^\s\d])(\d{1,2}) bản sao(?=\S|$)|\s*Bản chính:\s*(\d{1,2})\s*Bản sao:\s*(\d{1,2})/gu;
/** A form's file glued to the name of the paper: "…Chính phủ.Mẫu TK07.pdf". */
const FORM = new RegExp(
  String.raw`^(.*?(?:\p{Ll}|\p{L}[.;]|[)”"][.;]?|${SYMBOL}[.;]?))((?:\p{Lu}|\d{1,2}[.-])[^;]{0,150}\.${FILE})$|^(.*${SYMBOL})([^\s;][^;]{0,150}\.${FILE})$`,
  'u',
);

/** Tells the papers of a dossier apart: name, form, originals and copies, by case. */
export function readGluedComponents(glued: string): Component[] {
  const text = glued.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const components: Component[] = [];
  const [before = '', ...tables] = text.split(PAPERS);
  let of = caseName(before);
  for (const table of tables) {
    let from = 0;
    for (const hit of table.matchAll(QUANTITY)) {
      const end = hit[1] === undefined ? hit.index : hit.index + hit[1].length;
      const words = table.slice(from, end).trim();
      from = hit.index + hit[0].length;
      if (words === '') continue;
      const form = FORM.exec(words);
      const originals = Number(hit[2] ?? hit[5] ?? 0);
      const copies = Number(hit[3] ?? hit[4] ?? hit[6] ?? 0);
      components.push({
        key: `c${components.length + 1}`,
        name: (form?.[1] ?? form?.[3] ?? words).replace(/^[-+•–]\s*/u, '').replace(/[;,]$/u, ''),
        form: form?.[2] ?? form?.[4] ?? null,
        originals,
        copies,
        required: originals + copies > 0 && !/\(nếu có\)/iu.test(words),
        case: of,
      });
    }
    // What is left stands above the next table.
    of = caseName(table.slice(from));
  }
  return components;
}

function caseName(text: string): string | null {
  const name = text.replace(/[\s:]+$/u, '').trim();
  return name === '' || name === '--' ? null : name;
}

const BASES = /^Tên văn bản pháp lý\s*Mã văn bản/u;
/**
 * A number with nothing between it and the next name, or that the name before ends with too; one inside a name is
 * followed by a blank.
 */
const BASIS = new RegExp(
  String.raw`(?<twice>${SYMBOL})\k<twice>|${SYMBOL}(?:\(\w+\))?(?=\p{Lu}|$)|(?!${SYMBOL}|\d+\/\d{4}\/(?:QH|UBTVQH))\d{1,5}\/(?:\d{4}\/)?\p{Lu}[\p{Lu}\d-]*?(?=\p{Lu}\p{Ll}|$)`,
  'gu',
);

const CITED = new RegExp(String.raw`(?<!\d)${SYMBOL}(?![\p{L}\d])(?=.)`, 'gu');

/** Tells the legal bases apart: each a name with the number glued to it. */
export function readGluedBases(glued: string): string[] {
  const text = glued.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(BASES, '');
  const bases: string[] = [];
  let from = 0;
  for (const hit of text.matchAll(BASIS)) {
    const end = hit.index + hit[0].length;
    const before = text.slice(from, end);
    // Digits before it may be the name's own: what the name cites tells where the number begins.
    const cited = hit.groups?.twice ?? before.match(CITED)?.find((one) => before.endsWith(one));
    const number = cited ?? hit[0];
    const name = before.slice(0, before.length - number.length).trim();
    from = end;
    bases.push(name.includes(number) ? name : name === '' ? number : `${name} (${number})`);
  }
  const rest = text.slice(from).trim();
  return (rest === '' ? bases : [...bases, rest]).filter((one) => known(one) !== null);
}

const RESULT = /(.+?)Mã:\s*[A-Z\d.-]+Từ khóa(?:.*?)Mô tả(?:Không có thông tin)?/gu;
/** The page that was copied goes on with its own fields. */
const PAGE_GOES_ON = /Chọn cơ quan thực hiện.*$/su;

/** Tells the results apart. */
export function readGluedResults(glued: string): string[] {
  const text = glued.normalize('NFC').replace(/\s+/gu, ' ').replace(PAGE_GOES_ON, '').trim();
  const found = [...text.matchAll(RESULT)].map((hit) => (hit[1] ?? '').trim());
  const results = found.length > 0 ? found : [text];
  return results.filter((one) => known(one) !== null);
}

/** Parts parted by commas, but not by those in brackets. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at];
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === undefined || (sign === ',' && depth <= 0)) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return parts.filter((part) => known(part) !== null);
}
