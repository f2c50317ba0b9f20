import { plainText, type RichElement, type RichNode } from '#lib/text/rich.ts';
import { activityKind } from './activities.ts';
import { decoded } from './heading-id.ts';
import type { Activity, Passage } from './lesson.ts';

/** The name of a passage in front matter: `deep` or `deep#one-draw-more`. */
export const passageForm = /^[a-z-]+(#\S+)?$/;

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
  if (found) return { activity: kind.slug, ...found };
  const known = headings.map(({ anchor }) => anchor.replace(/^s-/, `${slug}#`));
  const suggestion =
    known.length > 0 ? `Write one of ${known.join(', ')}` : `It has none: write ${slug} alone`;
  return `«${kind.title}» has no heading «#${heading}». ${suggestion}`;
}

/** The text of a link to a passage: its heading and activity. */
export function passageLabel({ activity, title, anchor }: Passage): string {
  return anchor === null ? title : `${title} (${activityKind(activity)?.title})`;
}

/** Headings, and the steps of a build-up, which have titles. */
function headingsOf(body: readonly RichNode[]): { anchor: string; title: string }[] {
  return body.filter(isElement).flatMap(([tag, props, ...children]) => {
    const { id, title } = props ?? {};
    if (typeof id !== 'string') return headingsOf(children);
    if (/^h[1-6]$/.test(tag)) return [{ anchor: id, title: plainText(children) }];
    if (tag === 'Step' && typeof title === 'string') return [{ anchor: id, title }, ...headingsOf(children)];
    return headingsOf(children);
  });
}

const isElement = (node: RichNode): node is RichElement => typeof node !== 'string';
