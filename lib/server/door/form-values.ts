import { z } from 'zod';

/** Every value of every field, in order, without files and the fields that React adds, and without NUL, which PostgreSQL does not store. */
export function formFields(form: FormData): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue;
    fields.set(name, [...(fields.get(name) ?? []), value.replaceAll('\0', '')]);
  }
  // `fromEntries` defines properties and does not assign them, so a field called __proto__ is an ordinary field.
  return Object.fromEntries(fields);
}

/** A field with one value. It is invalid when it was sent twice. */
export function one<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    (values) => (Array.isArray(values) && values.length === 1 ? values[0] : values),
    schema,
  );
}

/** A field with any number of values, or none. */
export function many<T extends z.ZodType>(schema: T) {
  return z.preprocess((values) => values ?? [], z.array(schema));
}

/** A checkbox: true when it was sent. */
export const ticked = z.preprocess((values) => values !== undefined, z.boolean());
