import { type ActivityKind, type ActivitySlug, activityKind, activityKinds } from '#lib/lesson/activities.ts';

/** A drill: practice at the end of an activity, with items of the lesson's pool. */
export type DrillSlug = `drill-${ActivitySlug}`;

/** The review of what is due, across lessons. */
export const dueSlug = 'due';

/** Anything that a sitting can be of: an activity, the test, a drill or the review of what is due. */
export type SittingSlug = ActivitySlug | DrillSlug | typeof dueSlug;

export const drillSlugOf = (activity: ActivitySlug): DrillSlug => `drill-${activity}`;

/** Whether an activity ends in a drill: activities that explain do, those that practise already do not. */
export const endsInDrill = ({ mode, slug }: ActivityKind): boolean =>
  mode === 'practice' && slug !== 'practice';

/** The activity that ends in this drill; undefined when `slug` is not a drill's. */
export function activityOfDrill(slug: string): (ActivityKind & { readonly slug: ActivitySlug }) | undefined {
  return activityKinds.find((kind) => endsInDrill(kind) && drillSlugOf(kind.slug) === slug);
}

export const dueKind = {
  slug: dueSlug,
  file: '',
  title: 'Review of what was due',
  about: 'What is due for review today, from all lessons',
  minutes: 5,
  mode: 'review',
} as const satisfies ActivityKind;

/** Whether a sitting serves items of other activities, selected for the learner and the day. */
export const selectsItemsPerLearner = (slug: string): boolean =>
  slug === dueSlug || activityOfDrill(slug) !== undefined;

/** Whether an item of `home` (`test`: the pool) may be served in a sitting of `slug`. */
export function isServedIn(home: ActivitySlug, slug: string): boolean {
  return home === slug || slug === dueSlug || (home === 'test' && activityOfDrill(slug) !== undefined);
}

/** The title of anything that a sitting can be of, for pages. */
export function activityTitle(slug: string): string {
  if (slug === dueSlug) return dueKind.title.toLowerCase();
  const activity = activityOfDrill(slug);
  return activity ? `practice after ${activity.title}` : (activityKind(slug)?.title ?? slug);
}
