import { describe, expect, test } from 'vitest';
import { hostedDeliverable } from './hosted-deliverable.ts';
import { remarked } from './plan.fixture.ts';

describe('hosted-deliverable', () => {
  const hosted = { no: '45', requirement: 'Lồng ghép nội dung này trong báo cáo' };

  test('a report that is not named', () => {
    const found = remarked(hostedDeliverable, { rows: [hosted] });
    expect(found).toMatchObject([{ severity: 'info', words: [hosted.requirement] }]);
    expect(found[0]?.message).toContain('không nói báo cáo nào');
  });

  test('a report that no task makes, and one that a task makes', () => {
    const requirement = 'Lồng ghép số liệu trong báo cáo kết quả công tác thanh tra';
    expect(remarked(hostedDeliverable, { rows: [{ requirement }] })).toHaveLength(1);
    const rows = [{ requirement }, { title: 'Báo cáo kết quả công tác thanh tra năm 2019' }];
    expect(remarked(hostedDeliverable, { rows })).toEqual([]);
  });
});
