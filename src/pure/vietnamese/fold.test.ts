import { expect, test } from 'vitest';
import { fold } from './fold.ts';

test.each([
  ['Thủ tục hành chính', 'thu tuc hanh chinh'],
  ['ĐƯỜNG THỤY KHUÊ', 'duong thuy khue'],
  ['Thủ tục'.normalize('NFD'), 'thu tuc'],
  ['  Quý   I\n2019 ', 'quy i 2019'],
])('%s is found by typing %s', (written, typed) => {
  expect(fold(written)).toBe(typed);
});
