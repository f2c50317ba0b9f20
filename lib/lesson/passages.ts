import type { Item } from '#lib/item/registry.ts';
import { plainText, type RichElement, type RichNode } from '#lib/text/rich.ts';
import { activityKind } from './activities.ts';
import { decoded } from './heading-id.ts';
import type { Activity, Lesson, Passage } from './lesson.ts';

/** The name of a passage in front matter: `deep` or `deep#one-draw-more`. */
export const passageForm = /^[a-z-]+(#\S+)?$/;

/** The name of a passage on an item: as in front matter, or a heading of any activity: `#one-draw-more`. */
export const taughtForm = /^(?:[a-z-]+(#\S+)?|#\S+)$/;

/** The passage that `taught` names, in whichever activity has the heading, or a message as that of `findPassage`. */
export function findTaught(name: string, activities: readonly Activity[]): Passage | string {
  if (!name.startsWith('#')) return findPassage(name, activities);
  const anchor = `s-${decoded(name.slice(1))}`;
  const passages = activities.flatMap(passagesOf);
  const headings = passages.flatMap((passage) => (passage.anchor === null ? [] : [passage.anchor.slice(2)]));
  return (
    passages.find((passage) => passage.anchor === anchor) ??
    `no activity of the lesson has the heading «${name}». ${headings.length > 0 ? `Write one of #${headings.join(', #')}` : 'There are no headings: name an activity'}`
  );
}

/** The passage that teaches an item: the one it names, otherwise the first that its objective names; null if neither does. */
export function teachingPassage(
  { activities, objectives }: Pick<Lesson, 'activities' | 'objectives'>,
  { taught, objective }: Pick<Item, 'taught' | 'objective'>,
): Passage | null {
  const own = taught === undefined ? undefined : findTaught(taught, activities);
  if (own !== undefined && typeof own !== 'string') return own;
  return objectives.find(({ id }) => id === objective)?.read[0] ?? null;
}

/** The passage of that name, or a message on what is wrong with the name and how to correct it. */
export function findPassage(name: string, activities: readonly Activity[]): Passage | string {
  const [slug = '', heading] = name.split('#');
  const activity = activities.find((other) => other.slug === slug);
  const kind = activityKind(slug);
  if (!activity || !kind) {
    const slugs = activities.map((other) => other.slug);
    return `the lesson has no activity «${slug}». Write one of ${slugs.join(', ')}`;
  }
  if (heading === undefined) return { activity: kind.slug, title: kind.title, anchor: null };
  const headings = headingsOf(activity.body);
  const found = headings.find(({ anchor }) => anchor === `s-${decoded(heading)}`);
  if (found) return { activity: kind.slug, title: found.title, anchor: found.anchor };
  const known = headings.map(({ anchor }) => anchor.replace(/^s-/, `${slug}#`));
  const suggestion =
    known.length > 0 ? `Write one of ${known.join(', ')}` : `It has none: write ${slug} alone`;
  return `«${kind.title}» has no heading «#${heading}». ${suggestion}`;
}

/** The text of a link to a passage: its heading and activity. */
export function passageLabel({ activity, title, anchor }: Passage): string {
  return anchor === null ? title : `${title} (${activityKind(activity)?.title})`;
}

/** An entry of a page's table of contents. */
export interface ContentsEntry {
  readonly title: string;
  /** The id of the heading or step in the page. */
  readonly anchor: string;
  /** Whether it belongs to the entry above it, as the steps of a build-up do. */
  readonly isNested?: true;
}

/** The table of contents of a text: its headings of the second level and the steps of its build-ups; empty when it has fewer than two. */
export function contentsOf(body: readonly RichNode[]): ContentsEntry[] {
  const entries = headingsOf(body)
    .filter(({ tag }) => tag === 'h2' || tag === 'Step')
    .map(({ title, anchor, tag }) => ({
      title,
      anchor,
      ...(tag === 'Step' ? { isNested: true as const } : {}),
    }));
  return entries.length < 2 ? [] : entries;
}

/**
 * The text under a heading, up to the next one of its rank, or the content of a step of a build-up; undefined when there is
 * no such heading. Without ids and questions, since it is shown beside other parts of its page.
 */
export function passageText(body: readonly RichNode[], anchor: string): RichNode[] | undefined {
  const start = body.findIndex((node) => isElement(node) && node[1]?.id === anchor);
  const heading = body[start];
  if (heading && isElement(heading)) {
    const [tag, , ...children] = heading;
    if (tag === 'Step') return toShowElsewhere(children);
    const after = body.slice(start + 1);
    const end = after.findIndex((node) => isElement(node) && /^h[1-6]$/.test(node[0]) && node[0] <= tag);
    return toShowElsewhere(after.slice(0, end === -1 ? undefined : end));
  }
  for (const node of body) {
    const [, , ...children] = isElement(node) ? node : ['', null];
    const found = passageText(children, anchor);
    if (found) return found;
  }
  return undefined;
}

/** The beginning of an activity: its text up to the first heading that follows a text. Without ids and questions as well. */
export function openingText(body: readonly RichNode[]): RichNode[] {
  const isHeading = (node: RichNode) => isElement(node) && /^h[1-6]$/.test(node[0]);
  const from = body.findIndex((node) => !isHeading(node) && (isElement(node) || node.trim() !== ''));
  const length = body.slice(from + 1).findIndex(isHeading);
  return from === -1 ? [] : toShowElsewhere(body.slice(from, length === -1 ? undefined : from + 1 + length));
}

function toShowElsewhere(nodes: readonly RichNode[]): RichNode[] {
  return nodes.flatMap((node): RichNode[] => {
    if (!isElement(node)) return [node];
    const [tag, props, ...children] = node;
    if (tag === 'Item') return [];
    const { id: _id, ...rest } = props ?? {};
    return [[tag, props && rest, ...toShowElsewhere(children)]];
  });
}

/** The passages of an activity in their order: the whole activity, then its headings and steps. */
export function passagesOf({ slug, body }: Pick<Activity, 'slug' | 'body'>): Passage[] {
  const title = activityKind(slug)?.title ?? slug;
  const parts = headingsOf(body).map((part) => ({ activity: slug, title: part.title, anchor: part.anchor }));
  return [{ activity: slug, title, anchor: null }, ...parts];
}

interface TextHeading {
  readonly tag: string;
  readonly anchor: string;
  readonly title: string;
}

const known = new WeakMap<readonly RichNode[], readonly TextHeading[]>();

/** Headings, and the steps of a build-up, which have titles. A compiled text does not change, and pages ask for the same ones. */
function headingsOf(body: readonly RichNode[]): readonly TextHeading[] {
  const before = known.get(body);
  if (before) return before;
  const found = findHeadings(body);
  known.set(body, found);
  return found;
}

function findHeadings(nodes: readonly RichNode[]): TextHeading[] {
  return nodes.filter(isElement).flatMap(([tag, props, ...children]) => {
    const { id, title } = props ?? {};
    if (typeof id !== 'string') return findHeadings(children);
    if (/^h[1-6]$/.test(tag)) return [{ tag, anchor: id, title: plainText(children) }];
    if (tag === 'Step' && typeof title === 'string')
      return [{ tag, anchor: id, title }, ...findHeadings(children)];
    return findHeadings(children);
  });
}

const isElement = (node: RichNode): node is RichElement => typeof node !== 'string';
