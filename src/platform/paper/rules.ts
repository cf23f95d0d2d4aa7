import { z } from 'zod';
import nd30 from '../../../rules/documents/nd30-2020.json' with { type: 'json' };
import tt01 from '../../../rules/documents/tt01-2011.json' with { type: 'json' };
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { OfficialDocument } from './document.ts';

/** What the law allows, and what is used of it. */
const range = z.strictObject({ least: z.number(), most: z.number().nullable(), used: z.number() });

const sizes = [
  'pageNumber',
  'country',
  'motto',
  'parent',
  'issuer',
  'number',
  'placeAndDate',
  'type',
  'abstract',
  'letterAbstract',
  'to',
  'body',
  'signature',
  'recipientsHead',
  'recipients',
  'annexLabel',
  'annexTitle',
  'annexNote',
  'table',
] as const;

const rulesSchema = z.strictObject({
  code: z.string(),
  title: z.string(),
  source: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  /** Paths of values that were not compared with the official text. */
  unconfirmed: z.array(z.string()),
  /** Millimetres, of a portrait page. */
  page: z.strictObject({ width: z.number(), height: z.number() }),
  /** Millimetres. */
  margin: z.strictObject({ top: range, bottom: range, left: range, right: range }),
  font: z.string(),
  pageNumber: z.strictObject({ place: z.enum(['top-centre', 'bottom-right']), onFirstPage: z.boolean() }),
  /** Points. */
  size: z.record(z.enum(sizes), z.number()),
  annexLabelCapitals: z.boolean(),
  basesItalic: z.boolean(),
  /** Millimetres. */
  firstLineIndent: range,
  /** Points. */
  spaceBetweenParagraphs: range,
  /** Times the height of a line. */
  lineSpacing: range,
});

/** How official documents are laid out, as of some days. */
export type DocumentRules = z.infer<typeof rulesSchema>;

/** The rule sets from the data in `rules/documents/`, oldest first. */
export const documentRuleSets: readonly DocumentRules[] = [tt01, nd30].map((rules) =>
  rulesSchema.parse(rules),
);

/** The rules for a document of that day; before the oldest set, the oldest. */
export function documentRules(date: CivilDate): DocumentRules {
  const [oldest] = documentRuleSets;
  const rules = documentRuleSets.findLast(({ from }) => from <= date) ?? oldest;
  if (rules === undefined) throw new Error('there is no rule set for documents');
  return rules;
}

/** The rules that a document is laid out by: those of the day it was signed, or else drafted. */
export function rulesOf({ date, draftedOn }: OfficialDocument): DocumentRules {
  return documentRules(date ?? draftedOn);
}
