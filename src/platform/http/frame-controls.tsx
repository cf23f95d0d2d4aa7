import { LANGUAGES } from '../i18n/language.ts';
import type { Visit } from './visit.ts';

/** The way to move the demo's clock. */
export function ClockControl({ visit }: { visit: Visit }) {
  return (
    <a href={`/clock?next=${encodeURIComponent(visit.url.pathname + visit.url.search)}`}>
      {visit.say('clock.move')}
    </a>
  );
}

/** The same page in the other language. A form, since it changes what this browser and this account are shown. */
export function LanguageControl({ visit }: { visit: Visit }) {
  return (
    <form method="post" action="/language" class="language">
      <input type="hidden" name="next" value={visit.url.pathname + visit.url.search} />
      {LANGUAGES.filter((language) => language !== visit.language).map((language) => (
        <button type="submit" name="language" value={language} lang={language}>
          {visit.say(`language.${language}`)}
        </button>
      ))}
    </form>
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
