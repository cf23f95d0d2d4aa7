import { fold } from '../../../pure/vietnamese/fold.ts';
import type { ReadTarget } from '../read-plan.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { quoted } from './wording.ts';

/** Things that can be counted: without one of them a percentage has no denominator. */
const COUNTABLE =
  /ho so|tthc|thu tuc|don vi|co quan|truong|can bo|cong chuc|vien chuc|giao vien|hoc sinh|hoc vien|nguoi|doanh nghiep|to chuc|ca nhan|van ban|bao cao|dich vu|dvc|nhiem vu|chi tieu|phong|xa|phuong|huyen|quan|khu|du an|thu truong|nha dau tu|co so|so luong|ho |lop|phan mem|he thong|giao dich|quy trinh|dnnvv|htx|hkd|san pham|cong viec|lao dong|thoi gian|chi phi|tram|thanh vien|dien tich|gia tri|von |doanh thu|san luong|mo hinh|grdp|ngan sach|kinh phi|vung|dan so|cong dan/u;
/** "100% bệnh viện …": what stands behind the share is counted. */
const SHARE_OF =
  /%\s+(?:(?:các|số|tổng số)\s+)?(?!(?:được|đúng|trở|so|và|trên|trong|vào|theo|hằng|hàng|đạt|kế hoạch)(?=\s|$))\p{L}{2,}/u;
/** A named rate says by its name what is counted of what. */
const RATE = /(?:^|\s)(?:tỷ lệ|tỉ lệ|mức độ|chỉ số|tốc độ)\s+\p{L}+\s+\p{L}+/iu;
/** Verdicts that nobody is named to give. */
const VERDICT = /(?:được đánh giá|đánh giá) là [^,.;]*|(?:một cách|đạt) (?:hiệu quả|tích cực)/iu;
/** The threshold at the end: "Các TTHC … đạt tối thiểu 40%" does not say 40 % of what. */
const THRESHOLD_LAST =
  /(?:đạt|chiếm|tối thiểu|ít nhất|trên|từ|khoảng|≥|>)\s*\d+(?:[.,]\d+)?\s*%(?:\s+trở lên)?[\s.;,]*$/iu;

/** Whether a measure could compute a target: something to count, a whole to count it of, and no verdict of nobody's. */
export function measurable({ text, measureUnit }: ReadTarget): 'yes' | 'no thing' | 'no whole' | 'no judge' {
  if (VERDICT.test(text)) return 'no judge';
  if (!measureUnit.includes('%')) return 'yes';
  if (!COUNTABLE.test(fold(text)) && !SHARE_OF.test(text) && !RATE.test(text)) return 'no thing';
  if (
    THRESHOLD_LAST.test(text) &&
    !RATE.test(text) &&
    !/trên tổng số|so với|trong tổng số|tổng số/iu.test(text)
  )
    return 'no whole';
  return 'yes';
}

const DOUBTS = {
  'no thing': 'không nói đếm đối tượng nào',
  'no whole': 'không nói tỷ lệ tính trên tổng số nào',
  'no judge': 'dựa vào sự đánh giá mà không nói ai đánh giá, theo tiêu chí nào',
} as const;

/** A target that no measure can compute. */
export const unmeasurableTarget: Rule = {
  id: 'unmeasurable-target',
  severity: 'info',
  title: 'Chỉ tiêu chưa đo được',
  check({ plan, source }) {
    return plan.targets.flatMap((target): RuleRemark[] => {
      const verdict = measurable(target);
      if (verdict === 'yes') return [];
      return [
        {
          message: `Chỉ tiêu ${quoted(target.text)} ${DOUBTS[verdict]}; đề nghị nêu rõ tử số, mẫu số.`,
          spans: [source.span(source.range(target.span))],
        },
      ];
    });
  },
};
