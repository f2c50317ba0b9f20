import { z } from 'zod';

/** Every value of every name, in order. Files and what React adds for its own use are left out. */
export function formFields(form: FormData): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue;
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  // `fromEntries` defines names, it does not assign them: a field called __proto__ is just a field.
  return Object.fromEntries(fields);
}

/** A field that may be filled once. Sent twice, it is refused rather than guessed. */
export function one<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    (values) => (Array.isArray(values) && values.length === 1 ? values[0] : values),
    schema,
  );
}

/** A field that may be filled any number of times, or not at all. */
export function many<T extends z.ZodType>(schema: T) {
  return z.preprocess((values) => values ?? [], z.array(schema));
}

/** A box: ticked when it was sent. */
export const ticked = z.preprocess((values) => values !== undefined, z.boolean());
