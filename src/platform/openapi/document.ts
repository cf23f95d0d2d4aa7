import type { Action } from '../actions/action.ts';
import type { House } from '../http/visit.ts';
import type { List, ListColumn } from '../lists/list.ts';
import { MOST_ROWS, PAGE_SIZE } from '../lists/request.ts';
import { type Policy, ROLES } from '../policy/policy.ts';
import type { REFUSAL_STATUS } from '../refusal.ts';
import { inputSchema, type JsonSchema } from './schema.ts';

/** OpenAPI 3.1, as far as the house uses it. */
export interface OpenApi {
  openapi: '3.1.1';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  paths: Record<string, Partial<Record<'get' | 'post', Operation>>>;
  components: {
    securitySchemes: Record<string, object>;
    schemas: Record<string, JsonSchema>;
    responses: Record<string, Response>;
  };
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters: Parameter[];
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, Response | { $ref: string }>;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

interface Response {
  description: string;
  content?: Record<string, { schema: JsonSchema }>;
}

type Described = Pick<House, 'actions' | 'slices' | 'lexicon' | 'policy'>;

const TITLES = {
  400: 'api.status.400',
  401: 'api.status.401',
  403: 'api.status.403',
  404: 'api.status.404',
  409: 'api.status.409',
  415: 'api.status.415',
  422: 'api.status.422',
  429: 'api.status.429',
  503: 'api.status.503',
} as const satisfies Record<(typeof REFUSAL_STATUS)[keyof typeof REFUSAL_STATUS] | 400 | 415, string>;

/** The API's description, made from the actions and lists that it serves. */
export function openApi(house: Described, url: string): OpenApi {
  const say = house.lexicon.say.bind(house.lexicon);
  const paths: OpenApi['paths'] = {};
  const at = (path: string) => {
    const key = path.replace(/:(\w+)/g, '{$1}');
    paths[key] ??= {};
    return paths[key];
  };
  at(FILES).post = fileOperation(house);
  for (const list of house.slices.flatMap((slice) => slice.lists ?? [])) {
    at(list.path).get = listOperation(house, list);
    if (list.idColumn !== null) at(onePath(house, list)).get = oneOperation(house, list);
  }
  for (const action of house.actions.values())
    if (!action.internal) at(action.path).post = actionOperation(house, action);
  return {
    openapi: '3.1.1',
    info: { title: `${say('product')} API`, version: '1', description: say('api.lead') },
    servers: [{ url }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: say('api.rule.token') },
        session: { type: 'apiKey', in: 'cookie', name: 'mc_session', description: say('api.rule.sign-in') },
      },
      schemas: { Problem: problemSchema },
      responses: Object.fromEntries(
        Object.entries(TITLES).map(([status, key]) => [
          `Problem${status}`,
          {
            description: say(key),
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

/** Who holds a permission, in words. */
export function holders(policy: Policy, lexicon: House['lexicon'], permission: string): string {
  const roles = ROLES.filter((role) => policy.reaches(permission, role).length > 0);
  return roles.map((role) => lexicon.say(`role.${role}`)).join(', ');
}

function permissionWords({ policy, lexicon }: Described, permission: string): string {
  return lexicon.say('api.permission', {
    permission: lexicon.say(`permission.${permission}`),
    roles: holders(policy, lexicon, permission),
  });
}

function problems(...statuses: (keyof typeof TITLES)[]): Record<string, { $ref: string }> {
  return Object.fromEntries(
    statuses.map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]),
  );
}

function actionOperation(house: Described, action: Action): Operation {
  const say = house.lexicon.say.bind(house.lexicon);
  const { path, body } = partsOfInput(action);
  const { file } = body.properties ?? {};
  const described: JsonSchema =
    file === undefined
      ? body
      : { ...body, properties: { ...body.properties, file: { ...file, description: say('api.file') } } };
  const done: Response = {
    description: say('api.status.201'),
    content: { 'application/json': { schema: { type: 'object' } } },
  };
  return {
    operationId: action.name,
    tags: [action.name.split('.')[0] ?? action.name],
    summary: say(`action.${action.name}`),
    description: permissionWords(house, action.permission),
    parameters: [
      ...path,
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        description: say('api.idempotency-key'),
        schema: { type: 'string' },
      },
      {
        name: 'If-Match',
        in: 'header',
        required: false,
        description: say('api.if-match'),
        schema: { type: 'string', pattern: '^"?\\d+"?$' },
      },
    ],
    requestBody: { required: true, content: { 'application/json': { schema: described } } },
    responses: {
      '201': done,
      '200': { ...done, description: say('api.status.200') },
      ...problems(400, 401, 403, 404, 409, 415, 422, 429, 503),
    },
  };
}

/** An action's input as what stands in the path and what stands in the body. */
export function partsOfInput(action: Action): { path: Parameter[]; body: JsonSchema } {
  const schema = inputSchema(action.input);
  const inPath = [...action.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const properties = Object.entries(schema.properties ?? {});
  return {
    path: inPath.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: schema.properties?.[name] ?? { type: 'string' },
    })),
    body: {
      ...schema,
      ...(schema.properties === undefined
        ? {}
        : { properties: Object.fromEntries(properties.filter(([name]) => !inPath.includes(name))) }),
      ...(schema.required === undefined
        ? {}
        : { required: schema.required.filter((name) => !inPath.includes(name)) }),
    },
  };
}

function listOperation(house: Described, list: List): Operation {
  const say = house.lexicon.say.bind(house.lexicon);
  const sorts = list.columns.filter(({ sort }) => sort !== undefined).flatMap(({ key }) => [key, `-${key}`]);
  const query = (name: string, description: string, schema: JsonSchema): Parameter => ({
    name,
    in: 'query',
    required: false,
    description,
    schema,
  });
  return {
    operationId: `list.${list.name}`,
    tags: [list.path.split('/').filter((part) => part !== '' && !part.startsWith(':'))[0] ?? list.name],
    summary: say(list.title),
    description: permissionWords(house, list.permission),
    parameters: [
      ...pathParameters(list.path),
      ...list.filters.map((filter) => query(filter.name, say(filter.label), { type: 'string' })),
      ...(sorts.length === 0 ? [] : [query('sort', say('api.sort'), { type: 'string', enum: sorts })]),
      query('page', say('api.page'), { type: 'integer', minimum: 1, default: 1 }),
      query('size', say('api.size'), { type: 'integer', minimum: 1, maximum: MOST_ROWS, default: PAGE_SIZE }),
    ],
    responses: {
      '200': {
        description: say('api.status.list'),
        content: { 'application/json': { schema: listSchema(list, say) } },
      },
      ...problems(400, 401, 403, 404, 422, 503),
    },
  };
}

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

/** The address of one thing of a list; it may be that of an action, whose parameter it then has. */
function onePath(house: Described, list: List): string {
  const isOne = (path: string) =>
    path.startsWith(`${list.path}/:`) && !path.slice(list.path.length + 1).includes('/');
  return [...house.actions.values()].find(({ path }) => isOne(path))?.path ?? `${list.path}/:id`;
}

function oneOperation(house: Described, list: List): Operation {
  const say = house.lexicon.say.bind(house.lexicon);
  const path = onePath(house, list);
  const row = rowSchema(list, say);
  return {
    operationId: `one.${list.name}`,
    tags: listOperation(house, list).tags,
    summary: say('api.one', { title: say(list.title) }),
    description: permissionWords(house, list.permission),
    parameters: pathParameters(path),
    responses: {
      '200': {
        description: say('api.status.one'),
        content: {
          'application/json': {
            schema: {
              ...row,
              required: [...(row.required ?? []), 'simulated'],
              properties: { ...row.properties, simulated: { type: 'boolean' } },
            },
          },
        },
      },
      ...problems(400, 401, 403, 404, 503),
    },
  };
}

/** Where a file is sent, before an action names it. */
export const FILES = '/files';

function fileOperation({ lexicon }: Described): Operation {
  const say = lexicon.say.bind(lexicon);
  const file: JsonSchema = { type: 'string', format: 'binary', description: say('api.file.body') };
  return {
    operationId: 'file.send',
    tags: ['files'],
    summary: say('api.file.send'),
    description: say('api.file.who'),
    parameters: [
      {
        name: 'X-File-Name',
        in: 'header',
        required: false,
        description: say('api.file.name'),
        schema: { type: 'string' },
      },
    ],
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file } } },
        'application/octet-stream': { schema: file },
      },
    },
    responses: {
      '201': {
        description: say('api.status.file'),
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['id', 'name', 'size'],
              properties: { id: { type: 'string' }, name: { type: 'string' }, size: { type: 'integer' } },
            },
          },
        },
      },
      ...problems(400, 401, 403, 422, 503),
    },
  };
}

function listSchema(list: List, say: House['lexicon']['say']): JsonSchema {
  return {
    type: 'object',
    required: ['data', 'page', 'size', 'total', 'next', 'simulated'],
    properties: {
      data: { type: 'array', items: rowSchema(list, say) },
      page: { type: 'integer' },
      size: { type: 'integer' },
      total: { type: ['integer', 'null'] },
      next: { type: ['string', 'null'] },
      simulated: { type: 'boolean' },
    },
  };
}

function rowSchema(list: List, say: House['lexicon']['say']): JsonSchema {
  const columns = list.columns.map((column): [string, JsonSchema] => [
    column.key,
    { ...columnSchema(column), description: say(column.label) },
  ]);
  return {
    type: 'object',
    required: ['id', 'seq'],
    properties: {
      id: { type: 'string' },
      seq: { type: ['integer', 'null'], description: say('api.seq') },
      ...Object.fromEntries(columns),
    },
  };
}

function columnSchema({ type, code }: ListColumn<unknown>): JsonSchema {
  if (code !== undefined) return { type: ['string', 'number', 'boolean', 'null'] };
  switch (type) {
    case 'number':
      return { type: ['number', 'null'] };
    case 'date':
      return { type: ['string', 'null'], format: 'date' };
    case 'instant':
      return { type: ['string', 'null'], format: 'date-time' };
    default:
      return { type: ['string', 'null'] };
  }
}

/** Problem details (RFC 9457). */
const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    params: { type: 'object' },
    law: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
};
