export const inboxUrl = (show?: string) => `/inbox${show === undefined ? '' : `?state=${show}`}`;
export const reminderUrl = (reminder: string) => `/inbox/${reminder}`;
export const mailsUrl = () => '/mails';
