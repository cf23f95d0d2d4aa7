import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Rule } from './rule.ts';
import { listed } from './wording.ts';

const WORK_WITH =
  /phối hợp (?:chặt chẽ )?với\s+([^,;.:()\n\t]{3,120}(?:\n(?!\s*(?:\n|[-+•|]))[^,;.:()\n\t]{1,80})?)/giu;
/** Kinds of bodies outside the issuing agency. */
const KIND =
  /^(?:Bưu điện|Viện|Công an|Bảo hiểm|Kho bạc|Ngân hàng|Hội|Liên đoàn|Liên minh|Đài|Trường Đại học|Học viện|Cục|Tổng công ty|Tập đoàn)\s/u;

/** A partner that is given work and is not among the recipients learns nothing of it. */
export const recipientMissing: Rule = {
  id: 'recipient-missing',
  severity: 'info',
  title: 'Đơn vị được giao phối hợp không có trong nơi nhận',
  check({ plan, source }) {
    if (plan.document.recipients.length === 0) return [];
    const recipients = plan.document.recipients.map(fold);
    const missing = [...source.text.matchAll(WORK_WITH)]
      .filter((match) => KIND.test(match[1] ?? ''))
      .map((match) => {
        const name = properName(match[1] ?? '');
        const start = match.index + match[0].length - (match[1] ?? '').length;
        return { name: name.replace(/\s+/gu, ' '), start, end: start + name.length };
      })
      .filter(
        ({ name }) =>
          !recipients.some((recipient) => recipient.includes(fold(name)) || fold(name).includes(recipient)),
      );
    if (missing.length === 0) return [];
    return [
      {
        message: `${listed([...new Set(missing.map(({ name }) => name))])} được giao phối hợp nhưng không có trong “Nơi nhận”; đề nghị bổ sung.`,
        spans: missing.map((range) => source.span(range)),
      },
    ];
  },
};

/** The words up to the last capital letter: behind it begins what is to be done together. */
function properName(words: string): string {
  const clause =
    words.split(/\s(?:và|để|về|trong|các|tổ chức|thực hiện|triển khai|giải quyết)(?=\s)/u)[0] ?? '';
  return /^.*(?<!\p{L})\p{Lu}[\p{L}&-]*(?:\s+phố)?/su.exec(clause)?.[0] ?? clause;
}
