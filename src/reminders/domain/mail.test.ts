import { expect, test } from 'vitest';
import { afterFailure, type MailAnswer } from './mail.ts';

const NO_ANSWER: MailAnswer = { ofLetter: false };

test.each<[string, number, MailAnswer, ReturnType<typeof afterFailure>]>([
  ['the server is away', 1, NO_ANSWER, { failure: 'unreachable', minutes: 1 }],
  ['it stays away', 6, NO_ANSWER, { failure: 'unreachable', minutes: 720 }],
  ['it is away for more than half a day', 7, NO_ANSWER, { failure: 'unreachable', minutes: null }],
  ['the box is full for now', 2, { status: 452, ofLetter: true }, { failure: 'refused', minutes: 5 }],
  ['no such box', 1, { status: 550, ofLetter: true }, { failure: 'refused', minutes: null }],
  [
    'a wrong password, which somebody may mend',
    1,
    { status: 535, ofLetter: false },
    { failure: 'refused', minutes: 1 },
  ],
])('%s', (_, tries, error, expected) => {
  expect(afterFailure(tries, error)).toEqual(expected);
});
