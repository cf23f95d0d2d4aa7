import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { calendarFeedUrl, identifyToken } from '../people/index.ts';
import { officeInstant, ZONE } from '../platform/clock/clock.ts';
import { clientOf } from '../platform/http/client.ts';
import type { House } from '../platform/http/visit.ts';
import { type Actor, serverScope } from '../platform/policy/policy.ts';
import { isRefusal, refusalKind } from '../platform/refusal.ts';
import { type CalendarDay, calendarText } from './domain/calendar.ts';

/** Roles that have the whole unit's days in their calendar. */
const HEADS: readonly string[] = ['head', 'deputy_head'];

/**
 * The calendar of one's open last days, at an address that is the secret itself: programs of calendars know no other way to
 * sign in. An address that leads to nobody is 404, whether it never was or is no more.
 */
// biome-ignore lint/suspicious/noExplicitAny: routes are added to the app whatever its bindings
export function addCalendarFeed(app: Hono<any>, house: House): void {
  app.get(calendarFeedUrl(':address').replace(/\.ics$/, ''), async (context) => {
    const [, token = ''] = /^(.+)\.ics$/.exec(context.req.param('address') ?? '') ?? [];
    const found = await identifyToken(house, 'calendar', token, clientOf(context).address);
    if (!isRefusal(found)) return serveCalendar(house, found.actor, context);
    return refusalKind(found) === 'throttled'
      ? context.text(house.lexicon.say(`refusal.${found.code}`, found.params), 429)
      : context.notFound();
  });
}

async function serveCalendar(house: House, actor: Actor, context: Context): Promise<Response> {
  const base = house.mail?.baseUrl ?? new URL(context.req.url).origin;
  const name = house.lexicon.say(house.demo ? 'calendar-feed.name.demo' : 'calendar-feed.name', {
    person: actor.name,
  });
  // Of the day, not of the hour: what has not changed is the same bytes, and is not sent again.
  const midnight = officeInstant(`${house.clock.today()}T00:00`).toString({ smallestUnit: 'second' });
  const text = calendarText({
    name,
    zone: ZONE,
    stamp: midnight.replaceAll(/[-:]/g, ''),
    days: await daysOf(house, actor, base),
  });
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { ETag: tag, 'Cache-Control': 'private, no-cache' };
  const known = (context.req.header('if-none-match') ?? '').split(',').map((one) => one.trim());
  if (known.some((one) => one === '*' || one.replace(/^W\//, '') === tag))
    return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } });
}

/** What one holds or stands in for, and what one's units have to do, where one heads them. */
async function daysOf(house: House, actor: Actor, base: string): Promise<CalendarDay[]> {
  const posts = actor.posts.filter((post) => post.agencyId === actor.agencyId);
  const of = {
    people: [...new Set([actor.personId ?? '', ...posts.map((post) => post.personId)])],
    units: posts.flatMap((post) => (HEADS.includes(post.role) ? (post.unitId ?? []) : [])),
  };
  const agencies = [actor.agencyId];
  const sources = house.slices.flatMap((slice) => slice.reminders ?? []);
  const days: CalendarDay[] = [];
  for (const { kind, due } of sources) {
    const things = await house.database.read(serverScope(agencies), (query) =>
      due(query, { clock: house.clock, agencies, of }),
    );
    const words = house.lexicon.say(`reminder.kind.${kind}`);
    for (const { thing, title, href, lastDay } of things)
      days.push({
        id: `${kind}-${thing.replaceAll(/[^\w-]/g, '-')}@minhchung`,
        title: house.lexicon.say('calendar-feed.title', { title }),
        day: lastDay,
        address: base + href,
        kind: words,
      });
  }
  return days;
}
