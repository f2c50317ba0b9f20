import { isMap, LineCounter, type Pair, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import type { Finding } from './lesson.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
const minutes = z.number().int().min(1).max(120);
const line = z.string().trim().min(1).max(300);

/** Names what stands twice in a list, at its second place. */
function once<T>(key: (entry: T) => string, say: (twice: string) => string, ...path: string[]) {
  return (list: readonly T[], context: z.RefinementCtx) => {
    list.forEach((entry, at) => {
      const first = list.findIndex((other) => key(other) === key(entry));
      if (first < at) context.addIssue({ code: 'custom', path: [at, ...path], message: say(key(entry)) });
    });
  };
}

/** Front matter of lesson.mdx. */
export const lessonMatter = z.strictObject({
  id,
  title: line,
  summary: line,
  objectives: z
    .array(z.strictObject({ id, text: line }))
    .min(1, 'name at least one thing that a learner can do after the lesson')
    .max(12)
    .superRefine(
      once(
        (objective) => objective.id,
        (twice) => `the id «${twice}» is used twice, so give one of the two another id`,
        'id',
      ),
    ),
  prerequisites: z
    .array(id)
    .default([])
    .superRefine(
      once(
        (slug) => slug,
        (twice) => `«${twice}» is named twice, so remove one`,
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
});

/** Front matter of every other activity. */
export const activityMatter = z.strictObject({ minutes: minutes.optional() });

export const trackMatter = z.strictObject({
  id,
  title: line,
  summary: line,
  lessons: z
    .array(id)
    .min(1, 'name the folder of at least one lesson')
    .superRefine(
      once(
        (slug) => slug,
        (twice) => `«${twice}» is listed twice, so remove one`,
      ),
    ),
  updated: z.iso.date('write a day of the calendar as 2026-11-22'),
});

/** Front matter of a page of the handbook. */
export const pageMatter = z.strictObject({
  title: line,
  summary: line.optional(),
  order: z.number().optional(),
  date: z.iso.date().optional(),
  status: line.optional(),
});

export interface FrontMatter<T> {
  readonly value: T | undefined;
  readonly findings: Finding[];
  /** Where a field stands in the file, or what comes nearest; the beginning of the file if nothing does. */
  place(path: readonly PropertyKey[]): { line: number; column: number };
}

const mostCharacters = 20_000;

/** Reads YAML against a schema; each fault is named where it stands with what would be right. */
export function readFrontMatter<T>(file: string, yaml: string | null, schema: z.ZodType<T>): FrontMatter<T> {
  const start = { line: 1, column: 1 };
  const report = (place: { line: number; column: number }, message: string): Finding => ({
    file,
    ...place,
    severity: 'error',
    rule: 'front-matter',
    message,
  });
  const refused = (findings: Finding[]): FrontMatter<T> => ({
    value: undefined,
    findings,
    place: () => start,
  });
  if (yaml !== null && yaml.length > mostCharacters) {
    return refused([
      report(
        start,
        `The front matter is longer than ${mostCharacters} characters. Move text into the body of the file.`,
      ),
    ]);
  }
  const { document, placeAt } = readYaml(yaml ?? '');
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    const faults = broken.map((error) =>
      report(placeAt(error.pos[0]), yamlMessage(error.code, error.message)),
    );
    // What follows the first fault of a line comes from it.
    return refused(
      faults.filter((fault, at) => faults.findIndex((other) => other.line === fault.line) === at),
    );
  }
  const alias = firstAlias(document);
  if (alias !== undefined) {
    return refused([
      report(
        placeAt(alias),
        'References of YAML (&name, *name) are not possible. Write the value out at each place.',
      ),
    ]);
  }
  const place = (path: readonly PropertyKey[]) => {
    const offset = offsetOf(document, path);
    return offset === undefined ? start : placeAt(offset);
  };
  const plain: unknown = document.contents ? document.toJS() : {};
  const parsed = schema.safeParse(plain ?? {});
  if (parsed.success) return { value: parsed.data, findings: [], place };
  return {
    value: undefined,
    findings: parsed.error.issues.map((issue) => report(place(pathOf(issue)), describe(issue))),
    place,
  };
}

function readYaml(yaml: string) {
  const counter = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: counter,
    stringKeys: true,
    schema: 'core',
    logLevel: 'silent',
  });
  const placeAt = (offset: number) => {
    const { line: at, col } = counter.linePos(offset);
    // The `---` line stands before the YAML.
    return { line: Math.max(1, at) + 1, column: Math.max(1, col) };
  };
  return { document, placeAt };
}

/** Where the first `*name` stands: few of them can stand for millions of values. */
function firstAlias(document: ReturnType<typeof parseDocument>): number | undefined {
  let found: number | undefined;
  visit(document, {
    Alias(_key, node) {
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** The key of a field that is there, else that of what holds it. */
function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const owner: unknown = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
    if (isMap(owner)) {
      const pair = owner.items.find(
        (item: Pair<unknown, unknown>) => keyOf(item) === String(path[length - 1]),
      );
      const offset = rangeOf(pair?.key);
      if (offset !== undefined) return offset;
    }
    const offset = rangeOf(document.getIn(path.slice(0, length), true));
    if (offset !== undefined) return offset;
  }
  return undefined;
}

function keyOf({ key }: Pair<unknown, unknown>): string {
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : String(key);
}

function rangeOf(node: unknown): number | undefined {
  const range =
    typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
      ? node.range
      : [];
  const [offset]: readonly unknown[] = range;
  return typeof offset === 'number' ? offset : undefined;
}

function pathOf(issue: z.core.$ZodIssue): PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
}

function yamlMessage(code: string, message: string): string {
  const reason = message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
  if (code === 'DUPLICATE_KEY')
    return 'This field stands twice in the front matter. Keep one of the two and remove the other.';
  return `This is not YAML: ${reason}. Quote texts that hold a colon or begin with a special character.`;
}

function describe(issue: z.core.$ZodIssue): string {
  const where = issue.path.map(String).join('.') || 'the front matter';
  if (issue.code === 'unrecognized_keys') {
    return `«${issue.keys.join('», «')}» is unknown in ${where}. Remove it or correct its spelling.`;
  }
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return `«${where}» is missing. Add it to the front matter.`;
  if (issue.code === 'invalid_value')
    return `«${where}» is not possible. Write one of ${issue.values.join(', ')}.`;
  return `«${where}» is not right: ${issue.message}. Correct it in the front matter.`;
}
