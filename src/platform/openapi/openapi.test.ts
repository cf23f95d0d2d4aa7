import { expect, test } from 'vitest';
import { z } from 'zod';
import { actions, lexicon, policy, slices } from '../../house.ts';
import { defineAction } from '../actions/action.ts';
import { civilDay, id, many, oneOf, optionalText, text, ticked, whole } from '../actions/fields.ts';
import { type OpenApi, openApi } from './document.ts';
import { exampleOf, inputSchema } from './schema.ts';
import { structureErrors } from './testing.ts';

const made = () => structuredClone(openApi({ actions, lexicon, policy, slices }, '/api/v1'));

test('the document of the whole house is an OpenAPI 3.1 document', () => {
  expect(structureErrors(made())).toEqual([]);
});

test('it holds each action that is not internal and each list, in words', () => {
  const operations = Object.values(made().paths).flatMap(({ get, post }) => [get, post]);
  const names = operations.flatMap((one) => (one === undefined ? [] : [one.operationId]));
  for (const action of actions.values()) expect(names.includes(action.name)).toBe(!action.internal);
  for (const list of slices.flatMap((slice) => slice.lists ?? []))
    expect(names).toContain(`list.${list.name}`);
  expect(names).toContain('file.send');
  for (const one of operations)
    if (one !== undefined)
      expect(one.summary, one.operationId).not.toMatch(/^(action|list)\.|^[a-z-]+\.title$/);
});

test.each<[string, (document: OpenApi) => void, RegExp]>([
  ['an unknown reference', (one) => delete one.components.responses.Problem404, /Problem404 leads nowhere/],
  [
    'a path parameter that is not declared',
    (one) => {
      const copied = one.paths['/units']?.post;
      if (copied !== undefined) one.paths['/new/{thing}'] = { post: { ...copied, operationId: 'new.thing' } };
    },
    /path parameters thing are declared as/,
  ],
  ['another version', (one) => Object.assign(one, { openapi: '3.0.3' }), /openapi/],
  ['an unknown member', (one) => Object.assign(one.info, { titel: 'x' }), /titel/],
])('the check sees %s', (_, plant, error) => {
  const document = made();
  plant(document);
  expect(structureErrors(document).join('\n')).toMatch(error);
});

test('a field that takes a file says where the file is sent', () => {
  const fields = made().paths['/units/import']?.post?.requestBody?.content['application/json']?.schema;
  expect(fields?.properties?.file?.description).toContain('POST /api/v1/files');
});

test('each row of a list has its seq', () => {
  const list = made().paths['/documents']?.get?.responses['200'];
  expect(JSON.stringify(list)).toContain('"seq":{"type":["integer","null"]');
});

const action = defineAction({
  name: 'task.try',
  path: '/tasks/:task/trial',
  permission: 'task.read',
  sees: 'task.read',
  input: z.object({
    task: id(),
    title: text(200),
    note: optionalText(500),
    day: civilDay(),
    kind: oneOf(['one', 'two']),
    units: many(id()),
    urgent: ticked(),
    position: whole(0, 9).default(3),
  }),
  subject: async () => undefined,
  perform: async () => ({}),
  next: () => '/',
});

test('fields are documented as a caller may send them', () => {
  const schema = inputSchema(action.input);
  expect(schema.properties).toMatchObject({
    title: { type: 'string', maxLength: 200 },
    day: { type: 'string' },
    kind: { enum: ['one', 'two'] },
    units: { type: 'array', items: { type: 'string' } },
    urgent: { type: 'boolean' },
    position: { type: 'integer', minimum: 0, maximum: 9, default: 3 },
  });
  expect(schema.required).toEqual(expect.arrayContaining(['task', 'title', 'day', 'kind']));
  expect(schema.required).not.toContain('note');
});

test('an example is taken by the schema that it is made from', () => {
  const example = exampleOf('', inputSchema(action.input));
  expect(action.input.safeParse(example)).toMatchObject({ success: true });
});
