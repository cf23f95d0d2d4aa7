import { expect, test } from 'vitest';
import { actions, lexicon } from '../../house.ts';
import { inputSchema, type JsonSchema } from '../openapi/schema.ts';
import { fieldRefusal } from './perform.ts';

/** An input whose every text is so long, as deep as a schema describes it. */
function filled(schema: JsonSchema, text: string): unknown {
  const one = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].find(
    ({ type }) => type !== undefined,
  );
  switch (Array.isArray(one?.type) ? one.type[0] : one?.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(one?.properties ?? {}).map(([name, inner]) => [name, filled(inner, text)]),
      );
    case 'array':
      return [filled(one?.items ?? {}, text)];
    default:
      return text;
  }
}

test.each([...actions.values()].map((action) => [action.name, action] as const))(
  '%s says of each field that is too long how long it may be',
  (_, action) => {
    for (const text of [
      'x'.repeat(100_000),
      `https://${'x'.repeat(100_000)}`,
      '1'.repeat(100_000),
      '',
      'x',
    ]) {
      const input = filled(inputSchema(action.input), text);
      const parsed = action.input.safeParse(input);
      if (parsed.success) continue;
      const refusal = fieldRefusal(parsed.error, input);
      for (const { code, params, field } of [refusal, ...(refusal.more ?? [])])
        expect(lexicon.say(`refusal.${code}`, params), `${field} ${code}`).not.toMatch(/[{}]|^refusal\./);
    }
  },
);
