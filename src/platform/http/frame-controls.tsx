import type { Visit } from './visit.ts';

/** The way to move the demo's clock. */
export function ClockControl({ visit }: { visit: Visit }) {
  return (
    <a href={`/clock?next=${encodeURIComponent(visit.url.pathname + visit.url.search)}`}>
      {visit.say('clock.move')}
    </a>
  );
}

/** The sign-out form under the person's name. */
export function PersonControl({ visit }: { visit: Visit }) {
  return (
    <form method="post" action="/sign-out">
      <input type="hidden" name="_csrf" value={visit.signedIn?.csrf ?? ''} />
      <button class="button secondary small" type="submit">
        {visit.say('account.sign-out')}
      </button>
    </form>
  );
}
