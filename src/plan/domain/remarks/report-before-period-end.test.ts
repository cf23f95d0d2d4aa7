import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { reportBeforePeriodEnd } from './report-before-period-end.ts';

describe('report-before-period-end', () => {
  const early = {
    period: 'Quý I',
    from: null,
    to: null,
    boundary: '2019-03-05',
    raw: 'Quý I trước ngày 05/3',
  };

  test('reports due in their own period are named together', () => {
    const reporting = [
      early,
      { ...early, period: 'Năm', boundary: '2019-12-05', raw: 'cả năm trước ngày 05/12' },
    ];
    const text = reporting.map(({ raw }) => raw).join('; ');
    expect(remarked(reportBeforePeriodEnd, { text, reporting })).toMatchObject([
      { severity: 'info', words: ['Quý I trước ngày 05/3', 'cả năm trước ngày 05/12'] },
    ]);
  });

  test('a report after its period, and one of no period, are left alone', () => {
    const reporting = [
      { ...early, boundary: '2019-04-05' },
      { ...early, period: 'Một lần' },
    ];
    expect(remarked(reportBeforePeriodEnd, { text: early.raw, reporting })).toEqual([]);
  });
});
