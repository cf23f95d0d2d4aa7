import { z } from 'zod';

/** What OpenAPI 3.1 asks of the document's structure, as far as the house uses it. */
const schema = z.record(z.string(), z.unknown());
const reference = z.strictObject({ $ref: z.string().regex(/^#\/components\/responses\//) });
const content = z.record(z.string(), z.strictObject({ schema }));
const response = z.strictObject({ description: z.string().min(1), content: content.optional() });
const operation = z.strictObject({
  operationId: z.string().min(1),
  tags: z.array(z.string().min(1)).min(1),
  summary: z.string().min(1),
  description: z.string().min(1),
  parameters: z.array(
    z.strictObject({
      name: z.string().min(1),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      description: z.string().optional(),
      schema,
    }),
  ),
  requestBody: z.strictObject({ required: z.literal(true), content }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.union([reference, response])),
});
const document = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({ title: z.string().min(1), version: z.string().min(1), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.string().min(1) })).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(
    z.string().startsWith('/'),
    z.strictObject({ get: operation.optional(), post: operation.optional() }),
  ),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), z.record(z.string(), z.string())),
    schemas: z.record(z.string(), schema),
    responses: z.record(z.string(), response),
  }),
});

/** What is wrong in an OpenAPI document, a line each: its structure, references that lead nowhere, path parameters. */
export function structureErrors(made: unknown): string[] {
  const parsed = document.safeParse(made);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => `${issue.path.map(String).join('/')}: ${issue.message}`);
  const errors: string[] = [];
  const seen = new Set<string>();
  for (const [path, operations] of Object.entries(parsed.data.paths))
    for (const [method, one] of Object.entries(operations)) {
      if (one === undefined) continue;
      const where = `${method} ${path}`;
      if (seen.has(one.operationId)) errors.push(`${where}: ${one.operationId} is named twice`);
      seen.add(one.operationId);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = one.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      if (inPath.toSorted().join() !== declared.toSorted().join())
        errors.push(`${where}: path parameters ${inPath.join()} are declared as ${declared.join()}`);
      if (one.parameters.some((parameter) => parameter.in === 'path' && !parameter.required))
        errors.push(`${where}: a path parameter is not required`);
    }
  for (const [reference] of JSON.stringify(made).matchAll(/#\/components\/\w+\/\w+/g)) {
    const [, , kind = '', name = ''] = reference.split('/');
    const known = parsed.data.components[kind as 'schemas' | 'responses' | 'securitySchemes'];
    if (known?.[name] === undefined) errors.push(`${reference} leads nowhere`);
  }
  return errors;
}
