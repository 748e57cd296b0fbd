import { z } from 'zod';
import { isDay } from '#src/platform/day.ts';

/** One control of a setting's form; `path` is a JSON pointer into its value. */
export type RegelField =
  | {
      readonly kind: 'number' | 'text' | 'texts' | 'day' | 'flag';
      readonly path: string;
      readonly name: string;
    }
  | {
      readonly kind: 'choice' | 'choices';
      readonly path: string;
      readonly name: string;
      readonly options: readonly string[];
    };

export type RegelValues = Readonly<Record<string, string>>;

/** Controls for a schema; those of a union follow the kind that is chosen. */
export function fieldsOf(schema: z.core.$ZodType, values: RegelValues, path = '', name = ''): RegelField[] {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const variants = schema.options.filter((option) => option instanceof z.ZodObject);
    const kinds = variants.map((option) => kindOf(option));
    const chosen = variants[Math.max(0, kinds.indexOf(values[`${path}/art`] ?? ''))];
    const rest = chosen ? fieldsOf(chosen, values, path).filter((field) => field.path !== `${path}/art`) : [];
    return [{ kind: 'choice', path: `${path}/art`, name: 'art', options: kinds }, ...rest];
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, part]) =>
      fieldsOf(part, values, `${path}/${key}`, name === '' ? key : `${name}/${key}`),
    );
  }
  if (schema instanceof z.ZodNullable) return fieldsOf(schema.unwrap(), values, path, name);
  if (schema instanceof z.ZodEnum)
    return [{ kind: 'choice', path, name, options: schema.options.map(String) }];
  if (schema instanceof z.ZodBoolean) return [{ kind: 'flag', path, name }];
  if (schema instanceof z.ZodNumber) return [{ kind: 'number', path, name }];
  if (schema instanceof z.ZodArray) {
    const { element } = schema;
    if (element instanceof z.ZodEnum)
      return [{ kind: 'choices', path, name, options: element.options.map(String) }];
    return [{ kind: 'texts', path, name }];
  }
  if (schema instanceof z.ZodLiteral) return [];
  return [{ kind: name.endsWith('Ab') ? 'day' : 'text', path, name }];
}

/** A stored value as the flat texts of the form. */
export function flatten(value: unknown, path = ''): RegelValues {
  if (Array.isArray(value)) return { [path]: value.map(String).join('\n') };
  if (typeof value === 'object' && value !== null) {
    return Object.assign({}, ...Object.entries(value).map(([key, part]) => flatten(part, `${path}/${key}`)));
  }
  return { [path]: typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value) };
}

/** The value that the texts of the form mean; what is left empty and may be empty becomes null. */
export function build(schema: z.core.$ZodType, values: RegelValues, path = ''): unknown {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const variants = schema.options.filter((option) => option instanceof z.ZodObject);
    const chosen = variants.find((option) => kindOf(option) === values[`${path}/art`]) ?? variants[0];
    return chosen ? build(chosen, values, path) : undefined;
  }
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, part]) => [key, build(part, values, `${path}/${key}`)]),
    );
  }
  const text = values[path] ?? '';
  if (schema instanceof z.ZodNullable) {
    const inside = Object.entries(values).some(([key, each]) => key.startsWith(path) && each !== '');
    return inside ? build(schema.unwrap(), values, path) : null;
  }
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodBoolean) return text === 'true';
  if (schema instanceof z.ZodNumber) return text.trim() === '' ? undefined : Number(text);
  if (schema instanceof z.ZodArray)
    return text
      .split('\n')
      .map((each) => each.trim())
      .filter(Boolean);
  return isDay(text) ? text : text.trim();
}

function kindOf(option: z.ZodObject): string {
  const { art } = option.shape;
  return art instanceof z.ZodLiteral ? String(art.value) : '';
}
