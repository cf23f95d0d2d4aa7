/** Who is away from when to when, who stands in, and who says so. */
export const ABSENCES = [
  {
    who: 'chuyenvien1.tccb',
    deputy: 'chuyenvien2.tccb',
    from: '2019-03-11',
    to: '2019-03-22',
    said: '2019-03-08',
    reason: 'Tập huấn tại Học viện',
  },
  {
    who: 'phogiamdoc.cchc',
    deputy: 'phogiamdoc.chuyenmon',
    from: '2019-04-22',
    to: '2019-04-26',
    said: '2019-04-19',
    reason: 'Đi công tác',
  },
  {
    // Away on the day that the demo opens.
    who: 'truongphong.khtc',
    deputy: 'photruongphong.khtc',
    from: '2019-06-03',
    to: '2019-06-07',
    said: '2019-05-31',
    reason: 'Nghỉ phép',
  },
  {
    who: 'chuyenvien.vp',
    deputy: 'chanhvanphong',
    from: '2019-08-05',
    to: '2019-08-09',
    said: '2019-08-02',
    reason: 'Nghỉ phép',
  },
] as const;

/** Whoever acts in somebody's place on a day. */
export function actingFor(login: string, day: string): string {
  const away = ABSENCES.find((one) => one.who === login && one.from <= day && day <= one.to);
  return away === undefined ? login : away.deputy;
}
