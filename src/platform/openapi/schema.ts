import { z } from 'zod';

/** JSON Schema (draft 2020-12), as far as the house makes and reads it. */
export interface JsonSchema {
  type?: string | string[];
  description?: string;
  enum?: readonly (string | number | null)[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  $ref?: string;
  $schema?: string;
}

/** What a caller may send for an input schema. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      // What is read leniently before it is judged (a list that a form may send as one value) is documented as the
      // schema that judges it.
      const { def } = zodSchema._zod;
      if (def.type !== 'pipe') return;
      const { in: before, out } = def as unknown as { in: z.ZodType; out: z.ZodType };
      if (before._zod.def.type === 'transform') Object.assign(jsonSchema, inputSchema(out));
    },
  }) as JsonSchema;
  return made;
}

/** A value that a schema takes, to show in an example. */
export function exampleOf(name: string, schema: JsonSchema): unknown {
  const choice = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0] ?? null;
  const meaning = choice.find((one) => one.type !== 'null' && one.const === undefined);
  if (meaning !== undefined) return exampleOf(name, meaning);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return schema.pattern === undefined ? exampleText(name) : '01890a5d-ac96-7b7c-8f3a-1c2d3e4f5a6b';
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'array':
      return [exampleOf(name, schema.items ?? {})];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, one]) => [key, exampleOf(key, one)]),
      );
    default:
      return null;
  }
}

/** Days are typed as people write them, so their schema is that of text; the name says what is meant. */
function exampleText(name: string): string {
  return /(date|day|from|until|startsOn|endsOn)$/i.test(name) ? '03/06/2019' : '…';
}
