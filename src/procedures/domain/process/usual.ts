import { END, type ProcessStep, type StepKind, type StepRole } from './process.ts';

const USUAL: readonly [StepKind, StepRole, string][] = [
  ['receive', 'one_stop_officer', 'Tiếp nhận hồ sơ'],
  ['assign', 'head', 'Phân công xử lý hồ sơ'],
  ['handle', 'officer', 'Thẩm định, xử lý hồ sơ, dự thảo kết quả'],
  ['check', 'head', 'Xem xét, xác nhận dự thảo kết quả'],
  ['sign', 'director', 'Ký phê duyệt kết quả'],
  ['register', 'records_clerk', 'Vào số, đóng dấu, chuyển kết quả'],
  ['return-result', 'one_stop_officer', 'Trả kết quả'],
];

/** What nearly every internal process consists of, to begin with; how long each takes is for the agency to say. */
export function usualProcess(): ProcessStep[] {
  const key = (at: number) => `s${at + 1}`;
  return USUAL.map(([kind, role, name], at) => ({
    key: key(at),
    name,
    kind,
    assignee: { kind: 'role', role, unitId: null },
    who: null,
    work: null,
    limit: null,
    next: [
      at === USUAL.length - 1
        ? { to: END, when: null, kind: 'result' }
        : { to: key(at + 1), when: null, kind: 'forward' },
      ...(kind === 'receive'
        ? [{ to: END, when: 'Hồ sơ không thuộc trường hợp được tiếp nhận', kind: 'refusal' as const }]
        : []),
      ...(kind === 'check' ? [{ to: key(at - 1), when: 'Dự thảo chưa đạt', kind: 'return' as const }] : []),
      ...(kind === 'sign' ? [{ to: key(at - 1), when: 'Chưa đồng ý', kind: 'return' as const }] : []),
    ],
  }));
}
