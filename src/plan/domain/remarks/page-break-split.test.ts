import { describe, expect, test } from 'vitest';
import { pageBreakSplit } from './page-break-split.ts';
import { remarked } from './plan.fixture.ts';

describe('page-break-split', () => {
  test('a sentence torn in two, and a header on every page', () => {
    const torn =
      'Phối hợp tổ chức điều tra xã hội học, đo lường sự hài lòng về chất lượng phục vụ của cán bộ, công chức,\n\nviên chức theo các nội dung.';
    const header = 'TT\tĐơn vị\tNội dung';
    const found = remarked(pageBreakSplit, { text: `${torn}\n\n${header}\n1\tA\tB\n\n${header}\n2\tC\tD` });
    expect(found).toMatchObject([{ severity: 'info' }]);
    expect(found[0]?.words[0]).toContain('công chức,\n\nviên chức');
    expect(found[0]?.words.slice(1)).toEqual([header, header]);
  });

  test('whole paragraphs are left alone', () => {
    const text =
      'Các đơn vị tổ chức thực hiện nghiêm kế hoạch này trong năm 2019 và báo cáo kết quả:\n\na) rà soát;\n\nb) báo cáo.';
    expect(remarked(pageBreakSplit, { text })).toEqual([]);
  });
});
