/**
 * One word for each thing: the nouns of the domain stand in glossary.yaml, no forbidden synonym stands in their names,
 * and GLOSSARY.md is what glossary.yaml says.
 * Usage: node tools/check-glossary.ts [--write]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { SLICES } from './check-imports.ts';
import { filesUnder, isNode, nameOf, visitSource } from './source.ts';

const glossarySchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      vi: z.string(),
      abbreviation: z.string().optional(),
      code: z.array(z.string()).min(1),
      note: z.string().optional(),
      forbidden: z.array(z.string()).optional(),
    }),
  ),
  qualifiers: z.array(z.array(z.string())),
});

type Glossary = z.infer<typeof glossarySchema>;

/** A name in the house that must speak the glossary's language. */
interface DomainName {
  name: string;
  where: string;
  /** Whether it must be made of glossary words, or only be free of forbidden ones. */
  mustBeKnown: boolean;
}

/** "ReadPlan", "audit_trail", "task.send-back" and "one-stop desk" as words in the singular. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/ies$/, 'y').replace(/([^su])s$/, '$1'));
}

function readGlossary(house: string): Glossary {
  return glossarySchema.parse(parse(readFileSync(path.join(house, 'glossary.yaml'), 'utf8')));
}

function startsWith(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, index) => words[at + index] === word);
}

/** The first word of a name that no term and no qualifier covers; null if the name holds a term and nothing unknown. */
function unknownWord(words: readonly string[], terms: string[][], qualifiers: string[][]): string | null {
  const longestFirst = (phrases: string[][]) => [...phrases].sort((a, b) => b.length - a.length);
  const [knownTerms, knownQualifiers] = [longestFirst(terms), longestFirst(qualifiers)];
  let holdsTerm = false;
  for (let at = 0; at < words.length; ) {
    const term = knownTerms.find((phrase) => startsWith(words, at, phrase));
    const found = term ?? knownQualifiers.find((phrase) => startsWith(words, at, phrase));
    if (found === undefined) return words[at] ?? null;
    if (term !== undefined) holdsTerm = true;
    at += found.length;
  }
  return holdsTerm ? null : words.join(' ');
}

function typesIn(house: string, file: string): string[] {
  const names: string[] = [];
  visitSource(file, readFileSync(path.join(house, file), 'utf8'), (node) => {
    const declaration = node.type === 'ExportDeclaration' ? node.declaration : undefined;
    if (!isNode(declaration)) return;
    const isType = ['TsInterfaceDeclaration', 'TsTypeAliasDeclaration', 'ClassDeclaration'].includes(
      declaration.type,
    );
    const name = nameOf(declaration.id) ?? nameOf(declaration.identifier);
    if (isType && name !== undefined) names.push(name);
  });
  return names;
}

function actionsIn(house: string, file: string): string[] {
  const names: string[] = [];
  visitSource(file, readFileSync(path.join(house, file), 'utf8'), (node) => {
    if (node.type !== 'CallExpression' || nameOf(node.callee) !== 'defineAction') return;
    const spec = Array.isArray(node.arguments) ? node.arguments[0]?.expression : undefined;
    for (const property of spec?.properties ?? []) {
      const value = nameOf(property.key) === 'name' ? nameOf(property.value) : undefined;
      if (value !== undefined) names.push(value);
    }
  });
  return names;
}

const CONSTRAINTS = /^(primary|unique|foreign|check|constraint|exclude|like)$/i;

function tablesIn(sql: string): { table: string; columns: string[] }[] {
  return [...sql.matchAll(/create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?(\w+)([^;]*);/gi)].map(
    ([, table = '', body = '']) => ({
      table,
      columns: [...body.matchAll(/^\s+(\w+)\s/gm)]
        .map(([, column = '']) => column)
        .filter((c) => !CONSTRAINTS.test(c)),
    }),
  );
}

function namesOf(house: string): DomainName[] {
  const names: DomainName[] = [];
  const slices = SLICES.map((slice) => `src/${slice}`);
  for (const file of filesUnder(house, slices, /(?<!\.test)\.tsx?$/)) {
    // A folder inside domain is a mechanism of its own; what the slice speaks of stands in domain itself.
    const mustBeKnown = /^src\/[^/]+\/domain\/[^/]+$/.test(file);
    for (const name of typesIn(house, file)) names.push({ name, where: file, mustBeKnown });
    for (const name of actionsIn(house, file)) names.push({ name, where: file, mustBeKnown: true });
  }
  for (const file of filesUnder(house, ['migrations'], /\.sql$/)) {
    const sql = readFileSync(path.join(house, file), 'utf8').replace(/--.*$/gm, '');
    for (const { table, columns } of tablesIn(sql)) {
      names.push({ name: table, where: file, mustBeKnown: true });
      for (const column of columns)
        names.push({ name: column, where: `${file}, table ${table}`, mustBeKnown: false });
    }
  }
  return names;
}

/** GLOSSARY.md as it follows from glossary.yaml. */
export function glossaryPage(house: string): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const rows = readGlossary(house).terms.map(({ vi, abbreviation, code, note, forbidden }) => {
    const vietnamese = abbreviation === undefined ? vi : `${vi} (${abbreviation})`;
    return `| ${[vietnamese, code.join(', '), note ?? '', forbidden?.join(', ') ?? ''].map(cell).join(' | ')} |`;
  });
  return [
    '# One word for each thing',
    '',
    'Made from `glossary.yaml` by `node tools/check-glossary.ts --write`. Code, database, API and the English interface use',
    'the code word; the Vietnamese interface and documents use the Vietnamese term.',
    '',
    '| Vietnamese | code word | note | never |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** What speaks another language than the glossary, a line each. */
export function checkGlossary(house: string): string[] {
  const glossary = readGlossary(house);
  const breaches: string[] = [];
  const terms = glossary.terms.flatMap((term) => term.code.map(wordsOf));
  const qualifiers = glossary.qualifiers.flat().map(wordsOf);
  const forbidden = glossary.terms.flatMap((term) =>
    (term.forbidden ?? []).map((synonym) => ({ synonym: wordsOf(synonym), term: term.code.join(', ') })),
  );
  for (const { synonym, term } of forbidden) {
    const both = [...terms, ...qualifiers].find((known) => known.join(' ') === synonym.join(' '));
    if (both !== undefined)
      breaches.push(`glossary.yaml: "${synonym.join(' ')}" is forbidden under "${term}" and used elsewhere`);
  }
  for (const { name, where, mustBeKnown } of namesOf(house)) {
    const words = wordsOf(name);
    const wrong = forbidden.find(({ synonym }) => words.some((_, at) => startsWith(words, at, synonym)));
    if (wrong !== undefined) {
      breaches.push(`${where}: ${name} says "${wrong.synonym.join(' ')}"; the word is ${wrong.term}`);
      continue;
    }
    const unknown = mustBeKnown ? unknownWord(words, terms, qualifiers) : null;
    if (unknown !== null)
      breaches.push(`${where}: ${name} says "${unknown}", which is no term of glossary.yaml`);
  }
  const page = path.join(house, 'GLOSSARY.md');
  if (!existsSync(page) || readFileSync(page, 'utf8') !== glossaryPage(house))
    breaches.push('GLOSSARY.md is not what glossary.yaml says: run "node tools/check-glossary.ts --write"');
  return breaches;
}

if (import.meta.main) {
  const house = process.cwd();
  if (process.argv.includes('--write')) writeFileSync(path.join(house, 'GLOSSARY.md'), glossaryPage(house));
  const breaches = checkGlossary(house);
  for (const breach of breaches) console.error(breach);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
