import { expect, test } from 'vitest';
import { checkGlossary, glossaryPage, wordsOf } from './check-glossary.ts';
import { plantedHouse } from './planted.ts';

const GLOSSARY = `
terms:
  - vi: nhiệm vụ
    code: [task]
    note: what | a plan gives
    forbidden: [todo, work item]
  - vi: xác nhận / trả lại
    abbreviation: XN
    code: [confirm, send back]
  - vi: cơ quan
    code: [agency]
qualifiers:
  - [state, new]
`;

function house() {
  const planted = plantedHouse({
    'glossary.yaml': GLOSSARY,
    'src/plan/domain/task.ts':
      'export interface Task { id: string }\nexport type TaskState = string;\ntype Hidden = 1;',
    'src/plan/domain/reader/line.ts': 'export interface Line { text: string }',
    'src/plan/actions/send-back.ts': `export const sendBack = defineAction({ name: 'task.send-back' });`,
    'migrations/1.sql':
      'CREATE TABLE agency (\n  id uuid,\n  PRIMARY KEY (id)\n);\nCREATE TABLE new_task (\n  id uuid\n);',
  });
  planted.write('GLOSSARY.md', glossaryPage(planted.folder));
  return planted;
}

test('a house that speaks the glossary has no breach', () => {
  expect(checkGlossary(house().folder)).toEqual([]);
});

test.each([
  ['src/plan/domain/a.ts', 'export interface Gossip { a: 1 }', 'Gossip says "gossip"'],
  ['src/plan/domain/a.ts', 'export class TaskGossip {}', 'TaskGossip says "gossip"'],
  ['src/plan/domain/a.ts', 'export type NewState = 1;', 'NewState says "new state"'],
  ['src/plan/domain/reader/a.ts', 'export type TodoList = 1;', 'TodoList says "todo"; the word is task'],
  ['src/plan/pages/a.tsx', 'export interface WorkItems { a: 1 }', 'WorkItems says "work item"'],
  [
    'src/plan/actions/a.ts',
    `export const a = defineAction({ name: 'task.praise' });`,
    'task.praise says "praise"',
  ],
  ['migrations/2.sql', 'CREATE TABLE gossip (\n  id uuid\n);', 'gossip says "gossip"'],
  ['migrations/2.sql', 'CREATE TABLE IF NOT EXISTS task (\n  todo_id uuid\n);', 'todo_id says "todo"'],
  ['GLOSSARY.md', '# old', 'GLOSSARY.md is not what'],
])('another word is seen: %s, %s', (file, text, breach) => {
  const { folder, write } = house();
  write(file, text);
  const breaches = checkGlossary(folder);
  expect(breaches).toHaveLength(1);
  expect(breaches[0]).toContain(breach);
});

test('a word cannot be forbidden here and a term there', () => {
  const { folder, write } = house();
  write('glossary.yaml', GLOSSARY.replace('todo,', 'todo, agencies,'));
  write('GLOSSARY.md', glossaryPage(folder));
  expect(checkGlossary(folder)).toContain(
    'glossary.yaml: "agency" is forbidden under "task" and used elsewhere',
  );
});

test('GLOSSARY.md names the term, its abbreviation, its code word and what is never said', () => {
  const page = glossaryPage(house().folder);
  expect(page).toContain('| nhiệm vụ | task | what \\| a plan gives | todo, work item |');
  expect(page).toContain('| xác nhận / trả lại (XN) | confirm, send back |  |  |');
});

test.each([
  ['ReadPlan', 'read plan'],
  ['audit_trail', 'audit trail'],
  ['task.send-back', 'task send back'],
  ['RESTApi', 'rest api'],
  ['Agencies', 'agency'],
  ['status', 'status'],
  ['business', 'business'],
])('%s is the words %s', (name, words) => {
  expect(wordsOf(name).join(' ')).toBe(words);
});
