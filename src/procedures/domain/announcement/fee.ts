import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Fee } from '../procedure.ts';

/** "10.000 đồng", "50,000 Việt Nam Đồng", "50.000đ/tem"; what follows a slash says what it is asked for. */
const AMOUNT =
  /(?<![\d.,])(\d{1,3}(?:[.,]\d{3})+|\d{1,9})\s*(?:đồng|đ|VNĐ|VND|Việt Nam Đồng)(?!\p{L})(?:\s*\/\s*([^\d;,.()]{1,40}))?/giu;
const NONE =
  /^(?:mien phi|mien le phi|khong(?: thu| co| quy dinh)?(?: (?:phi|le phi))?(?:,? ?le phi)?|0(?: dong)?)$/;
/** Asked for once a dossier cannot be told where it is asked for by the page, the copy or the head. */
const BY_MEASURE =
  /^(?:trang|to|ban|m2|m3|nguoi|con|kg|tan|thang|nam|ngay|km|ha|lit|cai|chiec|tau|mau|hoc sinh)(?![a-z])/;
const NAME = /^(?:Mức (?:thu\s+)?)?((?:Lệ phí|Phí)[^:;.\d]{0,80}?)\s*:\s*/iu;

/**
 * Reads what is to be paid: nothing, one amount, or words from which no single amount follows. Lines that each name
 * a fee give one each.
 */
export function readFee(text: string): Fee[] {
  const whole = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (whole === '' || /^[-–—.]+$/u.test(whole)) return [];
  const parts = whole
    .split(
      /(?<=[.;\d\p{L}])\s+(?=[-–•+]\s+(?:Lệ phí|Phí)[^:]{0,80}:)|(?<=[;.])\s+(?=(?:Lệ phí|Phí)[^:;.]{0,80}:)/gu,
    )
    .map((part) => part.replace(/^[-–•+]\s+/u, '').trim())
    .filter((part) => part !== '');
  return parts.map(feeOf);
}

function feeOf(text: string): Fee {
  const named = NAME.exec(text);
  const said = named === null ? text : text.slice(named[0].length);
  const name = named?.[1]?.trim() ?? 'Phí, lệ phí';
  return { channel: null, name, amount: amountIn(said), text };
}

/** Whole đồng; null where there is none, where there are several, and where it is asked for by a measure. */
export function amountIn(text: string): number | null {
  if (NONE.test(fold(text).replace(/[.;\s]+$/u, ''))) return 0;
  const found = [...text.matchAll(AMOUNT)].map(([, digits = '', of = '']) => ({
    amount: Number(digits.replace(/[.,]/gu, '')),
    byMeasure: BY_MEASURE.test(fold(of)),
  }));
  const [first] = found;
  if (first === undefined || found.some(({ byMeasure }) => byMeasure)) return null;
  return found.every(({ amount }) => amount === first.amount) ? first.amount : null;
}
