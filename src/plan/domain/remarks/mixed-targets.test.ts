import { describe, expect, test } from 'vitest';
import { mixedTargets } from './mixed-targets.ts';
import { remarked } from './plan.fixture.ts';

describe('mixed-targets', () => {
  const target = (text: string, threshold: number) => ({
    text,
    section: 'II',
    comparator: '>=' as const,
    threshold,
    measureUnit: '%',
    leadUnits: [],
    span: [0, 5] as const,
  });
  const three = [
    target('80% TTHC thực hiện dịch vụ công mức độ 3', 80),
    target('TTHC xử lý trực tuyến mức độ 3 đạt 40%', 40),
    target('Hồ sơ mức độ 4 xử lý trên 95%', 95),
  ];

  test('three thresholds on the levels of online services', () => {
    expect(remarked(mixedTargets, { text: 'Chỉ tiêu', targets: three })).toMatchObject([
      { severity: 'info' },
    ]);
  });

  test('two are told apart', () => {
    expect(remarked(mixedTargets, { text: 'Chỉ tiêu', targets: three.slice(1) })).toEqual([]);
  });
});
