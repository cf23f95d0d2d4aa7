import { expect, test } from 'vitest';
import { compareVietnamese, nfc } from './index.ts';

test('names stand in the order of a Vietnamese dictionary', () => {
  const names = ['Đống Đa', 'Ba Đình', 'Ba Vì', 'Hà Đông', 'Hai Bà Trưng', 'Âu Cơ', 'An Dương', 'Ăn', 'Dân'];
  expect(names.sort(compareVietnamese)).toEqual([
    'An Dương',
    'Ăn',
    'Âu Cơ',
    'Ba Đình',
    'Ba Vì',
    'Dân',
    'Đống Đa',
    'Hà Đông',
    'Hai Bà Trưng',
  ]);
});

test('tones follow one another in their order', () => {
  expect(['mạ', 'mã', 'mả', 'má', 'mà', 'ma'].sort(compareVietnamese)).toEqual([
    'ma',
    'mà',
    'mả',
    'mã',
    'má',
    'mạ',
  ]);
});

test('a decomposed text is kept composed', () => {
  const decomposed = 'Thủ tục'.normalize('NFD');
  expect(decomposed).not.toBe('Thủ tục');
  expect(nfc(decomposed)).toBe('Thủ tục');
});
