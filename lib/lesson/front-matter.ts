import { z } from 'zod';
import type { Finding } from './lesson.ts';
import { limitText } from './limit-text.ts';
import { nearest } from './nearest.ts';
import { passageForm } from './passages.ts';
import { readYaml, type YamlPosition } from './yaml-source.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
const minutes = z.number().int().min(1).max(120);
const line = z.string().trim().min(1).max(300);

/** Reports each entry that appears twice in a list, at its second occurrence. */
function unique<T>(idOf: (entry: T) => string, messageFor: (repeated: string) => string, ...path: string[]) {
  return (list: readonly T[], context: z.RefinementCtx) => {
    list.forEach((entry, at) => {
      const first = list.findIndex((other) => idOf(other) === idOf(entry));
      if (first < at)
        context.addIssue({ code: 'custom', path: [at, ...path], message: messageFor(idOf(entry)) });
    });
  };
}

const objective = z.strictObject({
  id,
  text: line,
  read: z
    .array(z.string().regex(passageForm, 'write an activity, or one of its headings as deep#the-heading'))
    .max(4)
    .default([]),
});

const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const onOff = z.enum(['on', 'off']).transform((word) => word === 'on');
const attemptsHelp = 'write a whole number from 1 to 10, or unlimited';

/** `delivery` in the front matter of an activity: how it is served differently from others of its kind. */
const delivery = z.strictObject({
  attempts: z
    .union([z.int().min(1).max(10), z.literal('unlimited').transform(() => null)], { error: attemptsHelp })
    .optional(),
  feedback: z.enum(['at-once', 'at-end']).optional(),
  hints: yesNo.optional(),
  solution: z.enum(['after-answer', 'after-last', 'at-end']).optional(),
  shuffle: yesNo.optional(),
  draw: z.int('write a whole number of items').min(1, 'write 1 or more').max(100).optional(),
  clock: onOff.optional(),
});

/** Front matter of lesson.mdx. */
export const lessonFrontMatter = z.strictObject({
  id,
  title: line,
  summary: line,
  objectives: z
    .array(objective)
    .min(1, 'name at least one thing that a learner can do after the lesson')
    .max(12)
    .superRefine(
      unique(
        (entry) => entry.id,
        (repeated) => `the id «${repeated}» is used twice, so give one of the two another id`,
        'id',
      ),
    ),
  prerequisites: z
    .array(id)
    .default([])
    .superRefine(
      unique(
        (slug) => slug,
        (repeated) => `«${repeated}» is named twice, so remove one`,
      ),
    ),
  badge: z
    .strictObject({ id, name: line, about: line, rule: z.enum(['challenge', 'test', 'lesson']) })
    .optional(),
  authors: z.array(line).min(1, 'name at least one author'),
  sources: z
    .array(
      z.strictObject({
        title: line,
        url: z.url({ protocol: /^https$/, error: 'write a full address that begins with https://' }),
      }),
    )
    .min(1, 'name at least one source with its title and url'),
  updated: z.iso.date('write a day of the calendar as 2026-11-22'),
  minutes: minutes.default(5),
  delivery: delivery.optional(),
});

/** Front matter of every other activity. */
export const activityFrontMatter = z.strictObject({
  minutes: minutes.optional(),
  delivery: delivery.optional(),
});

export const trackFrontMatter = z.strictObject({
  id,
  title: line,
  summary: line,
  lessons: z
    .array(id)
    .min(1, 'name the folder of at least one lesson')
    .superRefine(
      unique(
        (slug) => slug,
        (repeated) => `«${repeated}» is listed twice, so remove one`,
      ),
    ),
  updated: z.iso.date('write a day of the calendar as 2026-11-22'),
});

/** Front matter of a page of the handbook. */
export const pageFrontMatter = z.strictObject({
  title: line,
  summary: line.optional(),
  order: z.number().optional(),
  date: z.iso.date().optional(),
  status: line.optional(),
});

export interface FrontMatter<T> {
  readonly value: T | undefined;
  readonly findings: Finding[];
  /** The position of a field in the file, or of the nearest field around it; the start of the file without either. */
  position(path: readonly PropertyKey[]): YamlPosition;
}

/** Parses YAML with a schema; each fault is reported at its position, with a correction. */
export function readFrontMatter<T>(file: string, yaml: string | null, schema: z.ZodType<T>): FrontMatter<T> {
  const { value, faults, position, written } = readYaml(yaml ?? '');
  const report = (at: YamlPosition, message: string): Finding => ({
    file,
    ...at,
    severity: 'error',
    rule: 'front-matter',
    message,
  });
  if (faults.length > 0) {
    return { value: undefined, findings: faults.map(({ message, ...at }) => report(at, message)), position };
  }
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return { value: parsed.data, findings: [], position };
  const issues = parsed.error.issues;
  const meant = new Map(issues.flatMap((issue) => misspelledFields(issue, issues, schema)));
  const findings = issues.flatMap((issue) => {
    if (meant.has(pathOf(issue).join('.')) && issue.code === 'invalid_type') return [];
    return fieldsOf(issue).map(({ path, one }) =>
      report(
        position(path),
        describe(one, { value: valueAt(value, one.path), written: written(one.path), meant }),
      ),
    );
  });
  return { value: undefined, findings, position };
}

/** An issue for each of the fields that it concerns. */
function fieldsOf(issue: z.core.$ZodIssue): { path: PropertyKey[]; one: z.core.$ZodIssue }[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, one: issue }];
  return issue.keys.map((key) => ({ path: [...issue.path, key], one: { ...issue, keys: [key] } }));
}

/** The fields that were probably meant by unknown ones: both ways, by path, so that neither is reported twice. */
function misspelledFields<T>(
  issue: z.core.$ZodIssue,
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType<T>,
): [string, string][] {
  if (issue.code !== 'unrecognized_keys') return [];
  const isBeside = (other: z.core.$ZodIssue) =>
    other.code === 'invalid_type' &&
    other.path.length === issue.path.length + 1 &&
    issue.path.every((name, at) => name === other.path[at]);
  const missing = issues.filter(isBeside).map(({ path }) => String(path.at(-1)));
  const known = issue.path.length === 0 && schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return issue.keys.flatMap((key): [string, string][] => {
    const field = nearest(key, missing) ?? nearest(key, known);
    const at = (name: string) => [...issue.path, name].join('.');
    return field === undefined
      ? []
      : [
          [at(key), field],
          [at(field), key],
        ];
  });
}

function pathOf(issue: z.core.$ZodIssue): PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
}

/** The value at a path; undefined if there is none. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  );
}

interface ReadField {
  /** What YAML read for it. */
  readonly value: unknown;
  /** Its text in the file. */
  readonly written: string | undefined;
  /** The fields that were meant by unknown ones, by path. */
  readonly meant: ReadonlyMap<string, string>;
}

function describe(issue: z.core.$ZodIssue, { value, written, meant }: ReadField): string {
  const where = issue.path.map(String).join('.') || 'the front matter';
  if (issue.code === 'unrecognized_keys') {
    const field = meant.get(pathOf(issue).join('.'));
    const cure = field ? `Did you mean «${field}»? Correct it.` : 'Remove it or correct its spelling.';
    return `«${issue.keys.join('», «')}» is unknown in ${where}. ${cure}`;
  }
  if (issue.code === 'invalid_type' && value === undefined)
    return `«${where}» is missing. Add it to the front matter.`;
  if (value === null && written === '') return `«${where}» is empty. Write its value after the colon.`;
  if (issue.code === 'invalid_type')
    return `«${where}» is read by YAML as ${describeValue(value)}, and a ${typeName(issue.expected)} is needed. ${suggestion(issue, value, written)}`;
  if (issue.code === 'invalid_value')
    return `«${where}» is not possible. Write one of ${issue.values.join(', ')}.`;
  return `«${where}» is not right: ${limitText(issue) ?? issue.message}. Correct it in the front matter.`;
}

/** A value of YAML in an author's words. */
function describeValue(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text «${value.slice(0, 40)}»`;
  if (typeof value === 'object') return 'a group of fields';
  return `the ${typeof value === 'boolean' ? 'truth value' : 'number'} ${String(value)}`;
}

const names: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'whole number',
  array: 'list',
  object: 'group of fields',
};

const typeName = (expected: string): string => names[expected] ?? expected;

function suggestion(
  { expected, path }: z.core.$ZodIssueInvalidType,
  value: unknown,
  written: string | undefined,
): string {
  const name = String(path.at(-1));
  if (expected === 'array' && written) return `Write \`${name}: [${written}]\`.`;
  if (expected === 'object' && path.at(-2) === 'sources')
    return 'Write `title: …` and, below it, `url: https://…` for each source.';
  if (expected === 'string' && written !== undefined) return `Quote it: "${written}".`;
  if (expected === 'string') return 'Put the text into quotes.';
  if (expected === 'array')
    return 'Write it as [one, two], or one entry a line, each after a hyphen and a space.';
  if (expected === 'object') return 'Write its fields on lines of their own, indented below it.';
  return typeof value === 'string'
    ? 'Write it in digits, without quotes.'
    : 'Correct it in the front matter.';
}
