import { fold } from '../../../pure/vietnamese/index.ts';
import type { ProcessStep, StepKind, StepRole } from './process.ts';

/** What decisions call steps of a kind, where their own words are too long for a name. */
const NAMES: Readonly<Record<StepKind, string>> = {
  receive: 'Tiếp nhận hồ sơ',
  assign: 'Phân công xử lý hồ sơ',
  handle: 'Thẩm định, xử lý hồ sơ',
  consult: 'Lấy ý kiến',
  check: 'Xem xét, xác nhận dự thảo kết quả',
  sign: 'Ký phê duyệt kết quả',
  register: 'Vào số, lưu trữ, chuyển kết quả',
  'return-result': 'Thông báo và trả kết quả',
};

const NAME_LENGTH = 60;

const ROLES: readonly [RegExp, StepRole][] = [
  [/tiep nhan|mot cua|tra ket qua|phuc vu hanh chinh cong/, 'one_stop_officer'],
  [/van thu/, 'records_clerk'],
  [/pho (truong )?phong/, 'deputy_head'],
  [/(lanh dao|truong) (cac )?(phong|ban|don vi|bo phan)|chanh van phong/, 'head'],
  [/pho (giam doc|chu tich|hieu truong)/, 'deputy_director'],
  [/lanh dao|giam doc|chu tich|hieu truong|thu truong/, 'director'],
  [/chuyen vien|cong chuc|vien chuc|can bo|chuyen mon/, 'officer'],
];

/** What a step is, by who does it and what it says: suggested, for a person to confirm. */
export function guessStep(
  { who, work }: Pick<ProcessStep, 'who' | 'work'>,
  index: number,
  steps: number,
): Pick<ProcessStep, 'kind' | 'assignee' | 'name'> {
  const role = ROLES.find(([pattern]) => pattern.test(fold(who ?? '')))?.[1];
  const kind = kindOf(role, fold(work ?? ''), index, steps);
  const short = (work ?? '').replace(/^[-–+•]\s*/, '').replace(/[;.]$/, '');
  return {
    kind,
    assignee: role === undefined ? null : { kind: 'role', role, unitId: null },
    name: short !== '' && short.length <= NAME_LENGTH ? short : NAMES[kind],
  };
}

function kindOf(role: StepRole | undefined, work: string, index: number, steps: number): StepKind {
  if (role === 'one_stop_officer') {
    if (index === steps - 1 && index > 0) return 'return-result';
    return index > 0 && /tra ket qua/.test(work) && !/tiep nhan ho so/.test(work)
      ? 'return-result'
      : 'receive';
  }
  if (role === 'records_clerk') return 'register';
  if (/phan cong/.test(work)) return 'assign';
  if (/lay y kien/.test(work) && role !== 'officer') return 'consult';
  if (role === 'director' || role === 'deputy_director') return 'sign';
  if (role === 'head' || role === 'deputy_head') return 'check';
  if (role === undefined && /^(ky|phe duyet)/.test(work)) return 'sign';
  return 'handle';
}
