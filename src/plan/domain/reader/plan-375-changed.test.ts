import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadPlan, Severity } from '../read-plan.ts';
import { readPlan } from './index.ts';

const text = readFileSync(new URL('../../../../examples/plan-375.txt', import.meta.url), 'utf8');
const plan = readPlan(text);
const cells = (line: string): string[] => line.split('\t');
const perRow = (change: (row: string[]) => string[]): string =>
  text
    .split('\n')
    .map((line) => (line.includes('\t') ? change(cells(line)).join('\t') : line))
    .join('\n');
const facts = (read: ReadPlan) =>
  read.tasks.map(({ no, title, leadUnits, requirement, due }) => [no, title, leadUnits, requirement, due]);
const rules = (read: ReadPlan, severity: Severity) =>
  read.remarks.filter((remark) => remark.severity === severity).map(({ rule }) => rule);
const inYear = (offset: number) =>
  text.replace(/(?<!\d)20(1\d)(?!\d)/gu, (year) => String(Number(year) + offset));

describe('Plan 375, changed', () => {
  it.each([-1, 1, 3, 7])('has the same errors %i years later', (offset) => {
    const moved = readPlan(inYear(offset));
    expect(moved.document.planYear).toBe(2019 + offset);
    expect(rules(moved, 'error')).toEqual(rules(plan, 'error'));
    expect(moved.tasks.flatMap(({ due }) => due).map(({ kind }) => kind)).toEqual(
      plan.tasks.flatMap(({ due }) => due).map(({ kind }) => kind),
    );
  });

  it('reads its table with the columns in another order, and with more of them', () => {
    expect(facts(readPlan(perRow((row) => [row[0] ?? '', ...row.slice(2), row[1] ?? ''])))).toEqual(
      facts(plan),
    );
    const noted = perRow((row) => [...row, row[0] === 'TT' ? 'Ghi chú' : '']);
    expect(facts(readPlan(noted))).toEqual(facts(plan));
  });

  it.each([
    ['STT', 'Cơ quan chủ trì', 'Nhiệm vụ', 'Yêu cầu', 'Thời hạn'],
    ['Số TT', 'Đơn vị thực hiện', 'Nội dung công việc', 'Yêu cầu cần đạt', 'Thời gian thực hiện'],
    ['TT', 'Phân công', 'Tên nhiệm vụ', 'Tiêu chí', 'Tiến độ'],
  ])('reads its table under the words %s, %s, %s, %s, %s', (...header) => {
    const other = perRow((row) => (row[0] === 'TT' ? header : row));
    expect(facts(readPlan(other))).toEqual(facts(plan));
  });

  it('reads what is left when any tenth row is dropped', () => {
    for (const digit of ['1', '4', '9']) {
      const dropped = new RegExp(`^\\d?${digit}\\t.*\\n?`, 'gmu');
      const left = plan.tasks.filter(({ no }) => !no.endsWith(digit)).map(({ no }) => no);
      expect(readPlan(text.replace(dropped, '')).tasks.map(({ no }) => no)).toEqual(left);
    }
  });

  it('reads its table alone, and its body alone', () => {
    const appendix = text.indexOf('\nPHỤ LỤC');
    const table = readPlan(text.slice(appendix));
    expect(table.tasks.map(({ no }) => no)).toEqual(plan.tasks.map(({ no }) => no));
    const body = readPlan(text.slice(0, appendix));
    expect(body.tasks).toEqual([]);
    expect(body.targets).toHaveLength(plan.targets.length);
    expect(body.document).toEqual(plan.document);
  });
});
