import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anything, faultless, usualSteps } from '../../process-testing.ts';
import { type DrawingWords, drawProcess } from './layout.ts';

const words: DrawingWords = {
  step: ({ name, limit }, no) => ({
    name: `${no}. ${name}`,
    who: 'Chuyên viên phòng chuyên môn được giao xử lý',
    limit: limit ?? '',
  }),
  end: (kind) => kind,
  branch: ({ when }, to) => `Sang bước ${to}: ${when}`,
};

test('the usual process runs down in one column, with its returns on the right', () => {
  const { boxes, lines } = drawProcess({ steps: usualSteps() }, words);
  expect(boxes.map(({ step, end }) => step?.key ?? end)).toEqual([
    's1',
    's2',
    's3',
    's4',
    's5',
    's6',
    's7',
    'result',
    'refusal',
  ]);
  const returns = lines.filter(({ kind }) => kind === 'return');
  expect(returns).toHaveLength(2);
  for (const { points } of returns)
    expect(points[1]?.[0]).toBeGreaterThan((boxes[0]?.x ?? 0) + (boxes[0]?.width ?? 0));
  const refusals = lines.filter(({ kind }) => kind === 'refusal');
  for (const { points } of refusals) expect(points[1]?.[0]).toBeLessThan(boxes[0]?.x ?? 0);
});

test('whatever the process: boxes do not touch, everything is inside the picture, no word is lost', () => {
  fc.assert(
    fc.property(fc.oneof(faultless, anything), (steps) => {
      const { boxes, lines, width, height } = drawProcess({ steps }, words);
      expect(boxes.filter(({ step }) => step !== undefined)).toHaveLength(steps.length);
      boxes.forEach((box, at) => {
        const below = boxes[at + 1];
        if (below !== undefined) expect(box.y + box.height).toBeLessThan(below.y);
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
        if (box.step !== undefined) {
          const said = words.step(box.step, steps.indexOf(box.step) + 1);
          const shown = box.lines.filter(({ look }) => look === 'who').map(({ text }) => text);
          expect(shown.join(' ')).toBe(said.who);
        }
      });
      for (const { points } of lines)
        for (const [x, y] of points) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
        }
    }),
  );
});

test('a name of a hundred letters without a space breaks', () => {
  const [first, ...rest] = usualSteps();
  const steps = [{ ...(first as NonNullable<typeof first>), name: 'Ạ'.repeat(100) }, ...rest];
  const [box] = drawProcess({ steps }, words).boxes;
  const lines = (box?.lines ?? []).filter(({ look }) => look === 'name');
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.map(({ text }) => text).join('')).toBe(`1.${'Ạ'.repeat(100)}`);
});
