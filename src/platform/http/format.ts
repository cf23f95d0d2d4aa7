import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { ZONE } from '../clock/clock.ts';
import { formatLongDate } from '../i18n/format.ts';

/** "thứ Hai, 03/6/2019 08:00", in the office's zone. */
export function formatInstant(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(ZONE);
  const time = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`;
  return `${formatLongDate(local.toPlainDate().toString())} ${time}`;
}

/** "03/6/2019 08:00". */
export function formatShortInstant(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(ZONE);
  const time = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`;
  return `${formatDate(local.toPlainDate().toString())} ${time}`;
}
