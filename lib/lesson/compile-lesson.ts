import type { Item, SecretItem } from '#lib/item/registry.ts';
import { Secret } from '#lib/secret.ts';
import { type ActivityKind, activityKinds, testKind } from './activities.ts';
import { compileFile } from './compile-file.ts';
import { type DeliveryChanges, deliveryFaults, deliveryOf } from './delivery.ts';
import { activityFrontMatter, type FrontMatter, lessonFrontMatter, readFrontMatter } from './front-matter.ts';
import type { Highlight } from './highlight.ts';
import type { Activity, Finding, Lesson } from './lesson.ts';
import { type ParsedFile, parseFile } from './parse.ts';
import { findPassage } from './passages.ts';
import type { LessonSource } from './source.ts';

export interface CompileTools {
  readonly highlight: Highlight;
  /** SHA-256 in hexadecimal; handed in because the pure core has no cryptography. */
  readonly hash: (text: string) => string;
  /** Called with the name of each file before it is compiled, for a time limit on each. */
  readonly onFile?: (name: string) => void;
}

type LessonFrontMatter = NonNullable<ReturnType<typeof lessonFrontMatter.safeParse>['data']>;

const smallestPool = 10;
const kinds = [...activityKinds, testKind];
const fileNames: readonly string[] = kinds.map((kind) => kind.file);

/** Compiles the folder of a lesson. `lesson` is undefined if its front matter cannot be used; findings say why. */
export function compileLesson(
  source: LessonSource,
  tools: CompileTools,
): { lesson: Lesson | undefined; findings: Finding[] } {
  const findings: Finding[] = [...source.files.keys()].flatMap((name) =>
    fileNames.includes(name)
      ? []
      : [
          fault(source, {
            name,
            rule: 'file-unknown',
            message: `A lesson has no file of this name. There are ${fileNames.join(', ')}. Rename or remove it.`,
          }),
        ],
  );
  const main = source.files.get('lesson.mdx');
  if (main === undefined) {
    findings.push(
      fault(source, {
        name: 'lesson.mdx',
        rule: 'file-missing',
        message: 'A lesson needs lesson.mdx with its title, objectives and introduction. Write it.',
      }),
    );
    return { lesson: undefined, findings };
  }
  tools.onFile?.('lesson.mdx');
  const introduction = parseFile(`${source.folder}/lesson.mdx`, main);
  const head = readHead(source, introduction);
  const objectives = head.value?.objectives.map((objective) => objective.id);
  const compiled = kinds.flatMap((kind) => {
    const text = source.files.get(kind.file);
    if (text === undefined) return [];
    if (kind.file !== 'lesson.mdx') tools.onFile?.(kind.file);
    const parsed =
      kind.file === 'lesson.mdx' ? introduction : parseFile(`${source.folder}/${kind.file}`, text);
    return [compileActivity(kind, { parsed, source, objectives, tools, head })];
  });
  findings.push(...compiled.flatMap((part) => part.findings), ...head.findings, ...duplicateIds(compiled));
  if (!head.value) return { lesson: undefined, findings };
  const lesson = lessonOf(source, head.value, compiled, tools);
  findings.push(...frontMatterFaults(source, head, lesson));
  return { lesson, findings };
}

function fault(
  source: LessonSource,
  {
    name,
    rule,
    message,
    position = { line: 1, column: 1 },
  }: {
    readonly name: string;
    readonly rule: string;
    readonly message: string;
    readonly position?: { readonly line: number; readonly column: number };
  },
): Finding {
  return { file: `${source.folder}/${name}`, ...position, severity: 'error', rule, message };
}

/** The front matter of lesson.mdx; without further findings if the file could not be read. */
function readHead({ folder }: LessonSource, parsed: ParsedFile): FrontMatter<LessonFrontMatter> {
  const unread = parsed.findings.some(({ rule }) => rule === 'limit' || rule === 'front-matter');
  if (unread) return { value: undefined, findings: [], position: () => ({ line: 1, column: 1 }) };
  return readFrontMatter(`${folder}/lesson.mdx`, parsed.frontMatter, lessonFrontMatter);
}

/** Reports what the front matter announces and the other files do not hold. */
function frontMatterFaults(
  source: LessonSource,
  { value, position }: FrontMatter<LessonFrontMatter>,
  { activities, pool }: Lesson,
): Finding[] {
  const found: Finding[] = [];
  if (source.files.has('pool.mdx') && pool.length < smallestPool) {
    found.push(
      fault(source, {
        name: 'pool.mdx',
        rule: 'pool-small',
        message: `The pool has ${pool.length} items. A test draws ten: write at least ${smallestPool}, better thirty.`,
      }),
    );
  }
  const rule = position(['badge', 'rule']);
  if (
    value?.badge?.rule === 'challenge' &&
    !activities.some((activity) => activity.slug === 'challenge' && activity.items.length > 0)
  ) {
    found.push(
      fault(source, {
        name: 'lesson.mdx',
        rule: 'badge-rule',
        message:
          'The badge is for the challenge, but challenge.mdx has no problems. Write them or change badge.rule.',
        position: rule,
      }),
    );
  }
  if (value?.badge?.rule === 'test' && pool.length === 0) {
    found.push(
      fault(source, {
        name: 'lesson.mdx',
        rule: 'badge-rule',
        message:
          'The badge is for a strong test, but pool.mdx has no items. Write them or change badge.rule.',
        position: rule,
      }),
    );
  }
  value?.objectives.forEach(({ read }, objective) => {
    read.forEach((name, at) => {
      const passage = findPassage(name, activities);
      if (typeof passage !== 'string') return;
      const path = position(['objectives', objective, 'read', at]);
      found.push(
        fault(source, {
          name: 'lesson.mdx',
          rule: 'passage',
          message: `«${name}» leads to nothing: ${passage}.`,
          position: path,
        }),
      );
    });
  });
  return found;
}

function lessonOf(
  source: LessonSource,
  value: LessonFrontMatter,
  compiled: readonly CompiledActivity[],
  { hash }: CompileTools,
): Lesson {
  const { badge, minutes: _minutes, objectives, ...rest } = value;
  const activities = compiled.filter((part) => part.activity.slug !== 'test').map((part) => part.activity);
  const text = [...source.files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => `${name}\n${content}`);
  return {
    ...rest,
    track: source.track,
    slug: source.slug,
    badge: badge ?? null,
    hash: hash(text.join('\0')),
    objectives: objectives.map(({ read, ...objective }) => ({
      ...objective,
      read: read.map((name) => findPassage(name, activities)).filter((found) => typeof found !== 'string'),
    })),
    activities,
    pool: compiled.find((part) => part.activity.slug === 'test')?.activity.items ?? [],
    secrets: new Map(
      compiled.flatMap((part) =>
        part.secrets.map(({ item, secret }) => [item.id, new Secret(secret)] as const),
      ),
    ),
  };
}

function duplicateIds(compiled: readonly CompiledActivity[]): Finding[] {
  const seen = new Map<string, Item['source']>();
  return compiled.flatMap((part) =>
    part.activity.items.flatMap((item): Finding[] => {
      const other = seen.get(item.id);
      seen.set(item.id, item.source);
      if (!other) return [];
      const message = `The id «${item.id}» is used twice in this lesson, first in ${other.file}:${other.line}. Give this item another id.`;
      return [
        { ...item.source, column: 1, severity: 'error', rule: 'item-id-twice', message, itemId: item.id },
      ];
    }),
  );
}

interface CompiledActivity {
  readonly activity: Activity;
  readonly secrets: readonly { readonly item: Item; readonly secret: SecretItem }[];
  readonly findings: readonly Finding[];
}

function compileActivity(
  kind: ActivityKind & { slug: Activity['slug'] },
  {
    parsed,
    source,
    objectives,
    tools: { highlight, hash },
    head,
  }: {
    readonly parsed: ParsedFile;
    readonly source: LessonSource;
    readonly objectives: readonly string[] | undefined;
    readonly tools: CompileTools;
    readonly head: FrontMatter<LessonFrontMatter>;
  },
): CompiledActivity {
  const file = `${source.folder}/${kind.file}`;
  const isMain = kind.file === 'lesson.mdx';
  const matter = isMain ? head : readFrontMatter(file, parsed.frontMatter, activityFrontMatter);
  const compiled = compileFile(file, parsed.tree, highlight, { file, activity: kind.slug, objectives, hash });
  const findings = [...parsed.findings, ...(isMain ? [] : matter.findings), ...compiled.findings];
  const changes = matter.value?.delivery ?? {};
  if (findings.length === 0 && compiled.body.length === 0) {
    findings.push(
      fault(source, {
        name: kind.file,
        rule: 'file-empty',
        message: 'This file is empty. Write the activity, or remove the file to hide it.',
      }),
    );
  }
  findings.push(
    ...deliveryFindings(kind, { source, frontMatter: matter, changes, items: compiled.items.length }),
  );
  return {
    activity: {
      slug: kind.slug,
      minutes: matter.value?.minutes ?? kind.minutes,
      delivery: deliveryOf(kind.mode, changes),
      body: compiled.body,
      items: compiled.items,
    },
    secrets: compiled.items.flatMap((item) => {
      const secret = compiled.secrets.get(item.id);
      return secret ? [{ item, secret }] : [];
    }),
    findings,
  };
}

/** Reports impossible delivery settings. Tests allow none, so that a verdict means the same for every lesson. */
function deliveryFindings(
  kind: ActivityKind,
  {
    source,
    frontMatter: { position },
    changes,
    items,
  }: {
    readonly source: LessonSource;
    readonly frontMatter: Pick<FrontMatter<unknown>, 'position'>;
    readonly changes: DeliveryChanges;
    readonly items: number;
  },
): Finding[] {
  const at = (path: readonly string[], message: string) =>
    fault(source, { name: kind.file, rule: 'delivery', message, position: position(path) });
  if (kind.mode === 'test') {
    const message =
      'Every test is served in the same way, or its verdict would not mean the same. Remove this field.';
    return Object.keys(changes).length > 0 ? [at(['delivery'], message)] : [];
  }
  return deliveryFaults(kind.mode, changes, items).map(({ field, message }) =>
    at(['delivery', field], message),
  );
}
