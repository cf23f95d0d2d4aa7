/** How the checkers read the house: its files, and the syntax tree of one, by swc. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';

/** A node of the syntax tree, as far as the checkers look into it. */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Whether a value of the tree is a node. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The files below some folders of the house whose names end so, with "/" between the parts, in order. */
export function filesUnder(house: string, folders: readonly string[], ending: RegExp): string[] {
  return folders
    .filter((folder) => existsSync(path.join(house, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(house, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.posix.join(folder, name.replaceAll(path.sep, '/')),
      ),
    )
    .filter((name) => ending.test(name) && !name.includes('node_modules/'))
    .sort();
}

/** Calls `visit` for every node of a TypeScript file; its name says whether there may be JSX in it. */
export function visitSource(file: string, text: string, visit: (node: Node) => void): void {
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (typeof value === 'object' && value !== null) {
      if (isNode(value)) visit(value);
      for (const child of Object.values(value)) walk(child);
    }
  };
  walk(parseSync(text, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2022' }).body);
}

/** The name of an identifier, or the text of a string literal; undefined for any other node. */
export function nameOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'Computed') return nameOf(value.expression);
  if (value.type !== 'Identifier' && value.type !== 'StringLiteral') return undefined;
  return typeof value.value === 'string' ? value.value : undefined;
}
