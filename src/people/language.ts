import type { Hono } from 'hono';
import { perform } from '../platform/actions/perform.ts';
import { askingOf } from '../platform/http/asking.ts';
import { clientOf } from '../platform/http/client.ts';
import { rememberLanguage } from '../platform/http/language.ts';
import { readFormBody } from '../platform/http/read-body.ts';
import { localPath, sameOrigin } from '../platform/http/security.ts';
import type { House } from '../platform/http/visit.ts';
import { languageOf } from '../platform/i18n/language.ts';
import { chooseLanguage } from './actions/choose-language.ts';

/** The switch in the frame: this browser keeps the language, and so does the account of who is signed in. */
// biome-ignore lint/suspicious/noExplicitAny: routes are added to the app whatever its bindings
export function addLanguageRoute(app: Hono<any>, house: House): void {
  app.post('/language', async (context) => {
    const form = await readFormBody(context);
    const language = languageOf(String(form.get('language') ?? ''));
    if (language !== undefined && sameOrigin(context)) {
      rememberLanguage(context, language);
      const { signedIn, actor } = await askingOf(house, context);
      if (signedIn !== null)
        await perform(house, chooseLanguage, actor, { language }, { address: clientOf(context).address });
    }
    return context.redirect(localPath(String(form.get('next') ?? '')) ?? '/', 303);
  });
}
