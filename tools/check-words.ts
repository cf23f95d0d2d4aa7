/**
 * Interface text is keys: each key that is said has its words, each refusal too, no key stands in two catalogues, and no
 * words stand unsaid. (A slice's own `say` is typed; this looks at the keys made at run time.) The English of a catalogue
 * has the same keys with the same parameters.
 * Usage: node tools/check-words.ts
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder, isNode, type Node, nameOf, visitSource } from './source.ts';

const ENGLISH = '.en.ts';
/** What makes a catalogue; its first argument holds the Vietnamese. */
const CATALOGUES = ['catalogue', 'readersWords'];

/** What the house says and with which words. */
interface Said {
  /** Key to the catalogue's file. */
  keys: Map<string, string>;
  twice: string[];
  literals: Set<string>;
  /** Beginnings of keys that are put together: "role." of `role.${…}`. */
  beginnings: Map<string, string>;
  /** Keys of which words must exist, with the file that says them. */
  wanted: Map<string, string>;
}

function firstArgument(node: Node): unknown {
  return Array.isArray(node.arguments) ? node.arguments[0]?.expression : undefined;
}

function beginningOf(value: unknown): string | undefined {
  if (!isNode(value) || value.type !== 'TemplateLiteral' || !Array.isArray(value.quasis)) return undefined;
  return value.quasis[0]?.raw;
}

function calledName(callee: unknown): string | undefined {
  return isNode(callee) && callee.type === 'MemberExpression' ? nameOf(callee.property) : nameOf(callee);
}

function collect(node: Node, file: string, said: Said, catalogueKeys: Set<unknown>): void {
  const beginning = beginningOf(node);
  if (beginning !== undefined && /^[a-z][\w-]*[.:]/.test(beginning)) said.beginnings.set(beginning, file);
  if (node.type === 'StringLiteral' && !catalogueKeys.has(node)) said.literals.add(nameOf(node) ?? '');
  if (node.type !== 'CallExpression') return;
  const argument = firstArgument(node);
  const called = calledName(node.callee);
  const literal = nameOf(argument);
  if (called === 'catalogue' && isNode(argument) && Array.isArray(argument.properties)) {
    for (const property of argument.properties) {
      const key = nameOf(property.key);
      if (key === undefined) continue;
      catalogueKeys.add(property.key);
      if (said.keys.has(key)) said.twice.push(`${file}: "${key}" stands in ${said.keys.get(key)} too`);
      said.keys.set(key, file);
    }
  }
  if (!isNode(argument) || argument.type !== 'StringLiteral' || literal === undefined) return;
  if (called === 'say') said.wanted.set(literal, file);
  // Another function of this name may refuse otherwise; a refusal's code has its kind before the colon.
  if (called === 'refuse' && literal.includes(':')) said.wanted.set(`refusal.${literal}`, file);
}

/** Keys without words, words without a key that is said, keys with two words, and English that does not match; a line each. */
export function checkWords(house: string): string[] {
  const said: Said = {
    keys: new Map(),
    twice: [],
    literals: new Set(),
    beginnings: new Map(),
    wanted: new Map(),
  };
  for (const file of filesUnder(house, ['src'], /(?<!\.test)\.tsx?$/)) {
    // A catalogue's English is compared with it, and says nothing by itself.
    if (file.startsWith('src/browser/') || file.endsWith('.en.ts')) continue;
    const catalogueKeys = new Set<unknown>();
    visitSource(file, readFileSync(path.join(house, file), 'utf8'), (node) =>
      collect(node, file, said, catalogueKeys),
    );
  }
  const keys = [...said.keys.keys()];
  const unworded = [...said.wanted]
    .filter(([key]) => !said.keys.has(key))
    .map(([key, file]) => `${file}: "${key}" has no words`);
  const unsaid = [...said.keys]
    .filter(([key]) => !isSaid(key, said))
    .map(([key, file]) => `${file}: nobody says "${key}"`);
  return [
    ...(keys.length === 0 ? ['No catalogue was found'] : []),
    ...said.twice,
    ...unworded,
    ...unsaid,
    ...checkEnglish(house),
  ];
}

/** The object of words in a file: a catalogue's Vietnamese is its first argument, its English a file of its own. */
function wordsIn(house: string, file: string): Map<string, string> | null {
  let found: Map<string, string> | null = null;
  if (!existsSync(path.join(house, file))) return found;
  visitSource(file, readFileSync(path.join(house, file), 'utf8'), (node) => {
    const calls = node.type === 'CallExpression' && CATALOGUES.includes(calledName(node.callee) ?? '');
    const written = calls ? firstArgument(node) : file.endsWith(ENGLISH) ? node : undefined;
    if (found !== null || !isNode(written) || !Array.isArray(written.properties)) return;
    found = new Map(written.properties.map(({ key, value }) => [nameOf(key) ?? '', textOf(value)]));
  });
  return found;
}

function textOf(value: unknown): string {
  const quasi = isNode(value) && Array.isArray(value.quasis) ? value.quasis[0]?.raw : undefined;
  return nameOf(value) ?? quasi ?? '';
}

function parametersOf(sentence: string): string {
  const names = [...sentence.matchAll(/\{(\w+)(?:\|[^{}]*)?\}/g)].map(([, name]) => `{${name}}`);
  return [...new Set(names)].sort().join(' ') || 'none';
}

/** Where a catalogue and its English differ in more than their language. */
function checkEnglish(house: string): string[] {
  return filesUnder(house, ['src'], /words(\.en)?\.ts$/)
    .map((file) => (file.endsWith(ENGLISH) ? file : file.replace(/\.ts$/, ENGLISH)))
    .filter((file, index, all) => all.indexOf(file) === index)
    .flatMap((file) => {
      const vietnamese = wordsIn(house, file.replace(ENGLISH, '.ts'));
      const english = wordsIn(house, file);
      if (vietnamese === null)
        return english === null ? [] : [`${file}: there is no catalogue of which it is the English`];
      const missing = [...vietnamese.keys()]
        .filter((key) => english?.has(key) !== true)
        .map((key) => `${file}: "${key}" has no English`);
      const other = [...(english ?? [])].flatMap(([key, sentence]) => {
        const original = vietnamese.get(key);
        if (original === undefined) return [`${file}: "${key}" is the English of nothing`];
        const [wanted, given] = [parametersOf(original), parametersOf(sentence)];
        return wanted === given
          ? []
          : [`${file}: "${key}" has the parameters ${given}, its Vietnamese ${wanted}`];
      });
      return [...missing, ...other];
    });
}

function isSaid(key: string, { literals, beginnings, wanted }: Said): boolean {
  if (literals.has(key) || wanted.has(key)) return true;
  // A refusal is said by its code, which may be put together too.
  const names = key.startsWith('refusal.') ? [key.slice('refusal.'.length)] : [key];
  return names.some(
    (name) => literals.has(name) || [...beginnings.keys()].some((beginning) => name.startsWith(beginning)),
  );
}

if (import.meta.main) {
  const breaches = checkWords(process.cwd());
  for (const breach of breaches) console.error(breach);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
