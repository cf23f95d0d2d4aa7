import { definePage } from '../http/page.ts';
import { type Operation, openApi } from '../openapi/document.ts';
import { exampleOf, type JsonSchema } from '../openapi/schema.ts';
import { REFUSAL_STATUS, type RefusalKind } from '../refusal.ts';
import { DataTable } from '../view/index.ts';
import { apiWords } from './api-words.ts';
import { apiUrl, openApiUrl } from './urls.ts';

type Say = ReturnType<typeof apiWords.in>;

interface Route {
  method: 'GET' | 'POST';
  path: string;
  operation: Operation;
}

/** The readable face of the API: each route with its fields, who may use it, what it refuses, and an example. */
export const apiPage = definePage(apiUrl(), async (visit) => {
  const say = apiWords.in(visit.language);
  const base = '/api/v1';
  const document = openApi(visit.house, base);
  const routes = Object.entries(document.paths).flatMap(([path, operations]): Route[] => [
    ...(operations.get === undefined ? [] : [{ method: 'GET' as const, path, operation: operations.get }]),
    ...(operations.post === undefined ? [] : [{ method: 'POST' as const, path, operation: operations.post }]),
  ]);
  const refusals = visit.house.lexicon
    .keys('refusal.')
    .map((key) => ({ code: key.slice('refusal.'.length), words: visit.say(key) }));
  return {
    title: say('api.title'),
    lead: say('api.lead'),
    width: 'wide',
    body: (
      <>
        <p>
          <a href={openApiUrl()}>{say('api.document')}</a>
        </p>
        <h2>{say('api.rules')}</h2>
        <ul>
          {(
            [
              'token',
              'sign-in',
              'json',
              'idempotency',
              'if-match',
              'files',
              'refusal',
              'lists',
              'limits',
            ] as const
          ).map((rule) => (
            <li>{say(`api.rule.${rule}`)}</li>
          ))}
        </ul>
        <h2>{say('api.routes')}</h2>
        <ol>
          {routes.map((route) => (
            <li>
              <a href={`#${anchorOf(route)}`}>
                {route.method} {base}
                {route.path}
              </a>
              {` · ${route.operation.summary}`}
            </li>
          ))}
        </ol>
        {routes.map((route) => (
          <RouteSection route={route} base={base} say={say} />
        ))}
        <h2 id="refusals">{say('api.refusals')}</h2>
        <DataTable
          id="refusal-codes"
          caption={say('api.refusals')}
          captionHidden
          rows={refusals}
          empty={{ text: '' }}
          columns={[
            {
              key: 'status',
              label: say('api.status'),
              align: 'end',
              cell: ({ code }) => REFUSAL_STATUS[code.split(':')[0] as RefusalKind],
            },
            { key: 'code', label: say('api.code'), rowHeader: true, cell: ({ code }) => <code>{code}</code> },
            { key: 'words', label: say('api.words'), width: 'broad', cell: ({ words }) => words },
          ]}
        />
      </>
    ),
  };
});

function anchorOf({ method, path }: Route): string {
  return `${method.toLowerCase()}${path.replace(/[^a-z0-9]+/gi, '-').replace(/-$/, '')}`;
}

const COMMON_HEADERS: readonly string[] = ['Idempotency-Key', 'If-Match'];

interface FieldRow {
  name: string;
  where: string;
  required: boolean;
  kind: string;
}

function RouteSection({ route, base, say }: { route: Route; base: string; say: Say }) {
  const { operation } = route;
  const content = operation.requestBody?.content;
  const json = content?.['application/json']?.schema;
  const body = json ?? content?.['multipart/form-data']?.schema;
  const fields: FieldRow[] = [
    ...operation.parameters
      // Two headers are of all actions, and stand in the rules.
      .filter(({ name }) => !COMMON_HEADERS.includes(name))
      .map((parameter) => ({
        name: parameter.name,
        where: say(`api.in.${parameter.in}`),
        required: parameter.required,
        kind: [parameter.description, kindOf(parameter.schema, say)].filter(Boolean).join(' · '),
      })),
    ...Object.entries(body?.properties ?? {}).map(([name, schema]) => ({
      name,
      where: say('api.in.body'),
      required: body?.required?.includes(name) ?? false,
      kind: [schema.description, kindOf(schema, say)].filter(Boolean).join(' · '),
    })),
  ];
  const id = anchorOf(route);
  return (
    <section>
      <h3 id={id}>{operation.summary}</h3>
      <p>
        <code>
          {route.method} {base}
          {route.path}
        </code>
      </p>
      <p>{operation.description}</p>
      {fields.length === 0 ? (
        <p>{say('api.no-fields')}</p>
      ) : (
        <DataTable
          id={`${id}-fields`}
          caption={say('api.fields')}
          rows={fields}
          empty={{ text: '' }}
          columns={[
            {
              key: 'name',
              label: say('api.field'),
              rowHeader: true,
              cell: ({ name }) => <code>{name}</code>,
            },
            { key: 'where', label: say('api.where'), cell: ({ where }) => where },
            {
              key: 'required',
              label: say('api.required'),
              cell: ({ required }) => say(required ? 'api.yes' : 'api.no'),
            },
            { key: 'kind', label: say('api.kind'), width: 'broad', cell: ({ kind }) => kind },
          ]}
        />
      )}
      <p>
        {say('api.refuses')}{' '}
        {Object.keys(operation.responses)
          .filter((status) => Number(status) >= 400)
          .join(', ')}
        . <a href="#refusals">{say('api.refusals')}</a>
      </p>
      {json === undefined ? null : (
        <>
          <p>{say('api.example')}</p>
          <pre>
            <code>{JSON.stringify(exampleOf('', json), null, 2)}</code>
          </pre>
        </>
      )}
    </section>
  );
}

/** What a field takes, in words. */
function kindOf(schema: JsonSchema, say: Say): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    const kinds = choices
      .filter((one) => one.type !== 'null' && one.const !== '')
      .map((one) => kindOf(one, say));
    return [...new Set(kinds)].join(` ${say('api.or')} `);
  }
  if (schema.enum !== undefined) return say('api.kind.enum', { values: schema.enum.join(', ') });
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter((type) => type !== 'null');
  switch (types[0]) {
    case 'string':
      return [
        say(schema.pattern?.includes('[0-9a-f]{12}') ? 'api.kind.id' : 'api.kind.string'),
        schema.maxLength === undefined ? '' : say('api.kind.max-length', { maximum: schema.maxLength }),
      ]
        .filter((part) => part !== '')
        .join(', ');
    case 'integer':
    case 'number':
      return schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER
        ? say('api.kind.range', { minimum: schema.minimum ?? 0, maximum: schema.maximum })
        : say('api.kind.number');
    case 'boolean':
      return say('api.kind.boolean');
    case 'array':
      return say('api.kind.array', { items: kindOf(schema.items ?? {}, say) });
    case 'object':
      return say('api.kind.object', { fields: Object.keys(schema.properties ?? {}).join(', ') });
    default:
      return say('api.kind.any');
  }
}
