/** Phrases of time that name no day of the calendar: rhythms, and what only a later event can fix. */

export const latest = `(?:cham nhat|muon nhat|cham lam|khong qua|khong muon hon|khong cham hon|khong tre hon|han cuoi|han chot)(?: la)?:?`;
export const everyPeriod = `(?:hang|moi) (?:nam|quy|thang|tuan|ngay|6 thang|06 thang|ky)(?![A-Za-z])`;

const count = String.raw`(?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|muoi|muoi lam)(?: ?\([^)]{1,20}\))? ?`;
const span = String.raw`${count}(?:ngay|gio|tuan|thang|quy|nam)(?![A-Za-z])(?! ?\d)(?: lam viec| lien ke)?`;
const onEvent = String.raw`(?:sau|truoc(?! (?:ngay )?\d)|ke tu|tinh tu|tu)(?: khi| ngay| thoi diem| luc)? `;
const rest = String.raw`(?:[^.;,\n()<>]|[.,](?=\d)){0,160}`;
/** Phrases that only a later event can fix; the first group holds those plain enough to be trusted in running text. */
export const relativePhrases: readonly (readonly [pattern: RegExp, inText: boolean])[] = [
  [
    new RegExp(
      `(?:trong )?(?:vong|thoi han|thoi gian)(?: toi da| khong qua)? ${span}(?! ?(?:dau|cuoi) nam)${rest}`,
      'iy',
    ),
    true,
  ],
  [new RegExp(`${latest}(?: trong| sau| truoc)?(?: vong)? ${span}${rest}`, 'iy'), true],
  [new RegExp(`(?:truoc|sau) ${span} ${onEvent}${rest}`, 'iy'), true],
  [new RegExp(`${span} ${onEvent}${rest}`, 'iy'), true],
  [
    new RegExp(
      String.raw`(?:${latest} )?(?:truoc|vao|tu|den|sau)? ?ngay (?:m[uo]ng )?\d{1,2} (?:cua )?(?:thang|quy|nam) (?:cuoi|dau|lien ke|lien sau|ke tiep|tiep theo|sau|bao cao)(?! ?\d)(?: (?:cua )?(?:ky|quy|nam|thang)(?: bao cao)?)?`,
      'iy',
    ),
    true,
  ],
  [
    new RegExp(String.raw`truoc (?:khi )?[^.;,\n()<>\d]{1,60} (?:it nhat|toi thieu|khoang)? ?${span}`, 'iy'),
    true,
  ],
  [new RegExp(`(?:ngay )?(?:trong )?thang (?:lien ke|ke tiep|tiep theo|lien sau)${rest}`, 'iy'), true],
  [new RegExp(`(?:ngay )?(?:sau|truoc) khi ${rest}`, 'iy'), false],
  [new RegExp(`(?:ke )?tu (?:khi|ngay (?:ky|ban hanh|co|nhan|duoc|phe duyet)) ?${rest}`, 'iy'), false],
  [/dot xuat(?: khi [^.;,\n()]{0,80})?/iy, false],
  [
    new RegExp(`khi (?:co|duoc|nhan|phat sinh|hoan thanh|ket thuc)(?: ${rest}|(?= ?(?:[,;.)]|$)))`, 'iy'),
    false,
  ],
  [new RegExp(String.raw`(?<!thu )(?:ngay )?sau (?!\d)${rest}`, 'iy'), false],
  // A session, a feast: only a calendar that is not in the plan knows its days.
  [
    /(?:(?:cham nhat|muon nhat) )?(?:(?:ngay )?(?:truoc|trong|tai|dip|den|vao) )?(?:ky hop|tet|dai hoi|le khai giang|hoi nghi)(?![A-Za-z])[^.;,()\d]{0,100}/iy,
    false,
  ],
  [
    new RegExp(
      `(?:trong )?(?:khoang )?${count}(?:ngay|gio|tuan|thang)(?: lam viec| lien tuc)?(?= ?(?:[,;.)]|$))`,
      'iy',
    ),
    false,
  ],
];

/** The day of each period: "trước ngày 20 hằng tháng", "hằng tháng (trước ngày 25)". */
export const dayOfPeriod: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:${latest} )?(?:truoc|vao|den|tu)? ?ngay (?:m[uo]ng )?\d{1,2},? ?\(?(?:cua )?${everyPeriod}`,
    'iy',
  ),
  new RegExp(
    String.raw`${everyPeriod},? ?\(?(?:(?:${latest} )?(?:truoc|vao|den) )?ngay (?:m[uo]ng )?\d{1,2}(?! ?[/.-] ?\d| ?(?:thang|cua))`,
    'iy',
  ),
];
export const recurringPhrases: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:bao cao )?dinh ky(?: ${span}(?: ?\/ ?| )(?:\d{1,2}|mot) lan| ${everyPeriod}|)(?![A-Za-z])`,
    'iy',
  ),
  new RegExp(String.raw`(?:vao )?(?:ngay (?:m[uo]ng )?\d{1,2},? ?(?:cua )?)?${everyPeriod}`, 'iy'),
  new RegExp(
    String.raw`(?:it nhat |toi thieu )?${count}lan(?: ?\/ ?| )(?:trong )?(?:${count})?(?:nam|quy|thang|tuan|ngay|dot|hoc ky)(?![A-Za-z])`,
    'iy',
  ),
  new RegExp(
    String.raw`${count}(?:nam|quy|thang|tuan|ngay)(?:(?: ?\/ ?| )(?:\d{1,2}|mot|hai) ?| ?\/ ?)lan(?![A-Za-z])`,
    'iy',
  ),
  /(?:theo|cac|4|04|bon) (?:quy|thang)(?: trong nam(?![A-Za-z])|(?= ?(?:[,;.)\n]|$)))/iy,
];
export const continuousPhrase = /thuong xuyen|lien tuc|quanh nam|suot(?: ca)? nam|thuong nhat/iy;
