import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { printWord } from '../../platform/paper/press.ts';
import { documentRuleSets } from '../../platform/paper/rules.ts';
import { sampleReport } from '../../platform/paper/sample.ts';
import { refuse } from '../../platform/refusal.ts';
import { templateWords } from '../template-words.ts';
import { SHIPPED, templateBytes } from '../templates.ts';
import { templateFileUrl, templateSampleUrl } from '../urls.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The rule set and the template of the page's address; undefined where there is no such one. */
export async function templateOfVisit(visit: Visit) {
  const rules = documentRuleSets.find(({ code }) => code === visit.param('rules'));
  const { agencyId } = visit.actor;
  if (rules === undefined || !visit.may('template.read', { agencyId }).allowed) return undefined;
  const found = await visit.read('template.read', (query) =>
    templateBytes(query, visit.house.files, agencyId, rules.code, visit.param('template')),
  );
  return found && { ...found, rules };
}

/** A template itself, to be changed in Word. */
export const templateFilePage = definePage(templateFileUrl(':rules', ':template'), async (visit) => {
  const found = await templateOfVisit(visit);
  if (found === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const name =
    found.template?.fileName ??
    `${templateWords.in(visit.language)('template.file-name')} ${found.rules.code}.docx`;
  return { download: found.bytes, type: DOCX, name };
});

/** A report made up for the purpose, printed with a template. */
export const templateSamplePage = definePage(templateSampleUrl(':rules', ':template'), async (visit) => {
  const found = await templateOfVisit(visit);
  if (found === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  if (found.template?.fillable === false) return refuse('conflict:template-broken');
  const { rules } = found;
  const sample = sampleReport({ date: rules.until ?? rules.from, draftedOn: rules.until ?? rules.from });
  return {
    download: await printWord(sample, found.bytes),
    type: DOCX,
    name: `${templateWords.in(visit.language)('template.sample-name')} ${visit.param('template') === SHIPPED ? rules.code : ''}`
      .trim()
      .concat('.docx'),
  };
});
