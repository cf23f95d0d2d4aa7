import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import type { TemplateShelf } from '../shelf.ts';
import { templateWords } from '../template-words.ts';
import { SHIPPED, templateBytes } from '../templates.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The path of a template's page, with its parameters. */
export const templatePath = (shelf: TemplateShelf) => shelf.url(`:${shelf.parameter}`, ':template');

/** The template of the page's address and what it is for; undefined where there is no such one. */
export async function templateOfVisit(visit: Visit, shelf: TemplateShelf) {
  const purpose = shelf.find(visit.param(shelf.parameter));
  const { agencyId } = visit.actor;
  if (purpose === undefined || !visit.may(shelf.read, { agencyId }).allowed) return undefined;
  const found = await visit.read(shelf.read, (query) =>
    templateBytes(query, visit.house.files, agencyId, purpose, visit.param('template')),
  );
  return found && { ...found, purpose };
}

/** A template itself, to be changed in Word. */
export const templateFilePageOf = (shelf: TemplateShelf) =>
  definePage(`${templatePath(shelf)}/file`, async (visit) => {
    const found = await templateOfVisit(visit, shelf);
    if (found === undefined)
      return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
    const name =
      found.template?.fileName ??
      `${templateWords.in(visit.language)('template.file-name')} ${found.purpose.address}.docx`;
    return { download: found.bytes, type: DOCX, name };
  });

/** Something made up for the purpose, printed with a template. */
export const templateSamplePageOf = (shelf: TemplateShelf) =>
  definePage(`${templatePath(shelf)}/sample`, async (visit) => {
    const found = await templateOfVisit(visit, shelf);
    if (found === undefined)
      return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
    if (found.template?.fillable === false) return refuse('conflict:template-broken');
    const { purpose } = found;
    return {
      download: await purpose.sample(found.bytes),
      type: DOCX,
      name: `${templateWords.in(visit.language)('template.sample-name')} ${visit.param('template') === SHIPPED ? purpose.address : ''}`
        .trim()
        .concat('.docx'),
    };
  });
