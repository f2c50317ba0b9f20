import { mostInTest } from '#lib/item/apart.ts';
import type { Item } from '#lib/item/registry.ts';
import { type ActivityKind, isFileOf, testKind } from './activities.ts';
import { type DeliveryChanges, deliveryFaults } from './delivery.ts';
import type { FrontMatter, lessonFrontMatter } from './front-matter.ts';
import type { Finding, Lesson } from './lesson.ts';
import { findPassage, findTaught } from './passages.ts';
import type { LessonSource } from './source.ts';

export type LessonFrontMatter = NonNullable<ReturnType<typeof lessonFrontMatter.safeParse>['data']>;

const smallestPool = 10;
export const isPoolFile = (name: string): boolean => isFileOf(testKind, name);

/** A finding in a file of a lesson; at its beginning unless it says otherwise. */
export function fault(
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

/** Reports what the front matter announces and the other files do not hold. */
export function frontMatterFaults(
  source: LessonSource,
  { value, position }: FrontMatter<LessonFrontMatter>,
  { activities, pool }: Lesson,
): Finding[] {
  const found: Finding[] = [];
  const [poolFile] = [...source.files.keys()].filter(isPoolFile);
  if (poolFile !== undefined && mostInTest(pool) < smallestPool) {
    found.push(
      fault(source, {
        name: poolFile,
        rule: 'pool-small',
        message: `The pool has ${pool.length} items${mostInTest(pool) < pool.length ? `, and ${mostInTest(pool)} that one test can have beside one another` : ''}. A test draws ten: write at least ${smallestPool}, better thirty.`,
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

/** Reports items that name a passage or a group that does not exist. */
export function itemFaults({ activities, pool }: Lesson): Finding[] {
  const items = [...activities.flatMap((activity) => activity.items), ...pool];
  const at = ({ id, source }: Item) => ({ ...source, column: 1, itemId: id });
  return items.flatMap((item): Finding[] => {
    const { taught, apart } = item;
    const passage = taught === undefined ? undefined : findTaught(taught, activities);
    const isAlone = apart !== undefined && pool.filter((other) => other.apart === apart).length === 1;
    return [
      ...(typeof passage === 'string'
        ? [
            {
              ...at(item),
              severity: 'error' as const,
              rule: 'taught',
              message: `taught="${taught}" leads to nothing: ${passage}.`,
            },
          ]
        : []),
      ...(isAlone
        ? [
            {
              ...at(item),
              severity: 'warning' as const,
              rule: 'apart-alone',
              message: `No other item of the pool has apart="${apart}", so nothing is kept apart. Write it on the other item too, or remove it.`,
            },
          ]
        : []),
    ];
  });
}

/** Reports impossible delivery settings. Tests allow none, so that a verdict means the same for every lesson. */
export function deliveryFindings(
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
