import { describe, expect, test } from 'vitest';
import { remarked } from './plan.fixture.ts';
import { recipientMissing } from './recipient-missing.ts';

describe('recipient-missing', () => {
  const text =
    '- Phối hợp với Viện Nghiên cứu kinh tế-xã hội Hà Nội đo lường sự hài lòng; phối hợp với các phòng;';

  test('a partner who does not get the plan', () => {
    expect(remarked(recipientMissing, { text, document: { recipients: ['Sở Nội vụ'] } })).toMatchObject([
      { severity: 'info', words: ['Viện Nghiên cứu kinh tế-xã hội Hà Nội'] },
    ]);
  });

  test('a partner who gets it, and a plan without recipients', () => {
    const recipients = ['Viện Nghiên cứu kinh tế-xã hội Hà Nội'];
    expect(remarked(recipientMissing, { text, document: { recipients } })).toEqual([]);
    expect(remarked(recipientMissing, { text })).toEqual([]);
  });
});
