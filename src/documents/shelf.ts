import { examineTemplate, printWord } from '../platform/paper/press.ts';
import { documentRuleSets } from '../platform/paper/rules.ts';
import { sampleReport } from '../platform/paper/sample.ts';
import { RefusalError, refuse } from '../platform/refusal.ts';
import type { TemplateReport } from '../platform/word/check-template.ts';
import { shippedTemplate, type TemplateBytes } from '../platform/word/shipped.ts';
import { templatesUrl, templateUrl } from './urls.ts';

/**
 * A kind of Word templates that an office replaces, by its own hand: what they are for, who may, and by which actions
 * and addresses. Documents have one, and so have the forms of the one-stop desk.
 */
export interface TemplateShelf {
  /** Permissions. */
  read: string;
  replace: string;
  /** The parameter of its addresses and actions that names what a template is for. */
  parameter: string;
  /** Names of its two actions. */
  actions: { upload: string; choose: string };
  /** The page on which all stand. */
  overview: { url: string; title: string };
  /** Address of a template by what it is for and its id. */
  url(purpose: string, template: string): string;
  /** What templates are for, by its name in an address; undefined where there is no such thing. */
  find(address: string): TemplatePurpose | undefined;
}

/** What a template is for: the documents of a rule set, or a form of one. */
export interface TemplatePurpose {
  /** Under which an agency's templates are kept. */
  code: string;
  /** Its name in an address. */
  address: string;
  /** As typed, in Vietnamese. */
  title: string;
  /** A page of its own, between the shelf's page and those of its templates. */
  page?: { url: string; title: string };
  /** The template that the product brings. */
  shipped(): Promise<TemplateBytes>;
  /** @throws {ExtractError} where it cannot be opened */
  examine(template: Uint8Array): Promise<TemplateReport>;
  /** Something made up for the purpose, printed with a template. */
  sample(template: Uint8Array): Promise<Uint8Array>;
}

const purposes: readonly TemplatePurpose[] = documentRuleSets.map(({ code, title, from, until }) => ({
  code,
  address: code,
  title,
  shipped: () => shippedTemplate(code),
  examine: (template) => examineTemplate(template, sampleReport()),
  sample: (template) => printWord(sampleReport({ date: until ?? from, draftedOn: until ?? from }), template),
}));

/** The templates of an agency's documents, one for each rule set. */
export const documentShelf: TemplateShelf = {
  read: 'template.read',
  replace: 'template.replace',
  parameter: 'rules',
  actions: { upload: 'template.upload', choose: 'template.replace' },
  overview: { url: templatesUrl(), title: 'templates.title' },
  url: templateUrl,
  find: (named) => purposes.find(({ address }) => address === named),
};

/** @throws {RefusalError} where there is no such thing on the shelf */
export function purposeOf(shelf: TemplateShelf, address: string): TemplatePurpose {
  const purpose = shelf.find(address);
  if (purpose === undefined) throw new RefusalError(refuse('missing:thing'));
  return purpose;
}
