export const calendarUrl = (year?: number) => (year === undefined ? '/calendar' : `/calendar?year=${year}`);
export const officeHoursUrl = () => '/office-hours';
export const agencyHoursUrl = (agency: string, version?: string) =>
  version === undefined ? `/office-hours/${agency}` : `/office-hours/${agency}?version=${version}`;
export const newNoticeUrl = () => '/calendar/notices/new';
export const noticeUrl = (notice: string) => `/calendar/notices/${notice}`;
