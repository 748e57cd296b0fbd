import { z } from 'zod';
import { day, month } from '#src/platform/day.ts';

/** Ids of organisations and places say what was asked; ids of cases and persons would lead to somebody. */
const named = new Set([
  'region',
  'regionId',
  'traeger',
  'traegerId',
  'standortId',
  'stelle',
  'stelleId',
  'vordruckId',
]);
/** Addresses of parts of the path that every row has in a column of its own. */
const known = new Set(['kreisId']);

/**
 * The question behind a file as it may be kept: values whose schema knows only codes, days, numbers and yes or no. What a
 * person could have typed becomes null: it was asked, the words are nobody's business. Ids of cases and persons are left
 * out.
 */
export function toQuestion(
  schemas: readonly (z.ZodType | undefined)[],
  values: readonly unknown[],
): Record<string, unknown> {
  const question: Record<string, unknown> = {};
  for (const [at, schema] of schemas.entries()) {
    const value = values[at];
    if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) continue;
    for (const [name, part] of Object.entries(value)) {
      const field = schema.shape[name];
      if (known.has(name) || part === undefined || !(field instanceof z.ZodType)) continue;
      const bare = unwrap(field);
      if (isId(bare) && !named.has(name)) continue;
      question[name] = part === null || isHarmless(bare, name) ? part : null;
    }
  }
  return question;
}

/** Without the layers that say whether a field may be absent. */
function unwrap(schema: z.ZodType): z.ZodType {
  let inner: unknown = schema;
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodNullable ||
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodPrefault
  )
    inner = inner.unwrap();
  return inner instanceof z.ZodType ? inner : schema;
}

function isId(schema: z.ZodType): boolean {
  return schema instanceof z.ZodUUID;
}

function isHarmless(schema: z.ZodType, name: string): boolean {
  if (schema === day || schema === month || (isId(schema) && named.has(name))) return true;
  if (schema instanceof z.ZodArray) {
    const { element } = schema;
    return element instanceof z.ZodType && isHarmless(unwrap(element), name);
  }
  return (
    schema instanceof z.ZodEnum ||
    schema instanceof z.ZodLiteral ||
    schema instanceof z.ZodBoolean ||
    schema instanceof z.ZodNumber ||
    (schema instanceof z.ZodPipe && isHarmlessPipe(schema, name))
  );
}

/** What comes in as a code stays one, and what comes out as a number or a day is one. */
function isHarmlessPipe({ in: from, out: to }: z.ZodPipe, name: string): boolean {
  return [from, to].some((side) => side instanceof z.ZodType && isHarmless(unwrap(side), name));
}
