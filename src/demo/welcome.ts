import { signInUrl } from '../people/index.ts';
import { formatInstant } from '../platform/http/format.ts';
import type { House } from '../platform/http/visit.ts';
import { DEMO_ACCOUNTS } from './data/demo-accounts.ts';
import { clockUrl } from './urls.ts';

/** What the person at the keyboard is told of a demo: where it is, when it is, and as whom one click signs in. */
export function welcome(house: House, url: string): string[] {
  return [
    `Bản MÔ PHỎNG: số liệu là dữ liệu giả định. Đồng hồ: ${formatInstant(house.clock.now())} (chuyển tại ${url}${clockUrl()})`,
    `Bấm một lần để đăng nhập, không cần mật khẩu, tại ${url}${signInUrl()}:`,
    ...DEMO_ACCOUNTS.map(([login, title]) => `  ${title} (${login})`),
  ];
}
