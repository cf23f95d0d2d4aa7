/** The words of time left; `left` and `over` hold {time}; a unit may have a plural after a bar: "day|days". */
export interface TimeLeftWords {
  readonly left: string;
  readonly over: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}

/** Given to the browser beside the figures, so that its script carries no words. */
export const timeLeftWords: TimeLeftWords = {
  left: 'còn {time} làm việc',
  over: 'quá {time} làm việc',
  day: 'ngày',
  hour: 'giờ',
  minute: 'phút',
};

/**
 * Working time left in words: "còn 2 ngày 3 giờ làm việc", "quá 4 giờ làm việc". The two largest units only; a day is
 * a working day of the given length.
 */
export function timeLeftText(
  minutes: number,
  dayMinutes: number,
  words: TimeLeftWords = timeLeftWords,
): string {
  const whole = Math.abs(Math.trunc(minutes));
  const days = Math.floor(whole / dayMinutes);
  const hours = Math.floor((whole % dayMinutes) / 60);
  const rest = (whole % dayMinutes) % 60;
  const parts = [
    { count: days, word: words.day },
    { count: hours, word: words.hour },
    { count: rest, word: words.minute },
  ].filter((part) => part.count > 0);
  const shown = parts.length === 0 ? [{ count: 0, word: words.minute }] : parts.slice(0, 2);
  const time = shown.map(({ count, word }) => `${count} ${inNumber(word, count)}`).join(' ');
  return (minutes < 0 ? words.over : words.left).replace('{time}', time);
}

function inNumber(word: string, count: number): string {
  const [one = '', other = one] = word.split('|');
  return count === 1 ? one : other;
}
