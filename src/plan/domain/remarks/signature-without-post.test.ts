import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { signatureWithoutPost } from './signature-without-post.ts';

describe('signature-without-post', () => {
  const document = { signer: 'Họ Và Tên' };

  test('a name alone', () => {
    const text = 'Nơi nhận:\n- Các Phó Giám đốc;\n- Lưu: VT.\n\nHọ Và Tên';
    expect(remarked(signatureWithoutPost, { text, document })).toMatchObject([
      { severity: 'info', words: ['Họ Và Tên'] },
    ]);
  });

  test('a name under its post, and a plan without a signer', () => {
    const text = 'Nơi nhận:\n- Lưu: VT.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nHọ Và Tên';
    expect(remarked(signatureWithoutPost, { text, document })).toEqual([]);
    expect(remarked(signatureWithoutPost, { text: 'Nơi nhận:' })).toEqual([]);
  });
});
