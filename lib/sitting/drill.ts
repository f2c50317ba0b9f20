import { type ActivityKind, type ActivitySlug, activityKind, activityKinds } from '#lib/lesson/activities.ts';

/** Practice at the foot of an activity: a place of its own with items of the lesson's pool. */
export type DrillSlug = `drill-${ActivitySlug}`;

/** What is due of a lesson, asked in a review over several lessons. */
export const dueSlug = 'due';

/** The activity, the test, the drill or the review of what is due in which an answer is given. */
export type SittingSlug = ActivitySlug | DrillSlug | typeof dueSlug;

export const drillSlugOf = (activity: ActivitySlug): DrillSlug => `drill-${activity}`;

/** Activities that explain end in practice; those that ask questions of their own do not need it. */
export const endsInDrill = ({ mode, slug }: ActivityKind): boolean =>
  mode === 'practice' && slug !== 'practice';

/** The activity at whose foot a drill stands; undefined for any other name. */
export function activityOfDrill(place: string): (ActivityKind & { readonly slug: ActivitySlug }) | undefined {
  return activityKinds.find((kind) => endsInDrill(kind) && drillSlugOf(kind.slug) === place);
}

export const dueKind = {
  slug: dueSlug,
  file: '',
  title: 'Review of what was due',
  about: 'What is due for review today, from all lessons',
  minutes: 5,
  mode: 'review',
} as const satisfies ActivityKind;

/** Whether a place asks items that stand elsewhere, chosen for a person and a time. */
export const selectsItemsPerLearner = (place: string): boolean =>
  place === dueSlug || activityOfDrill(place) !== undefined;

/** Whether an item that stands in this activity (`test`: in the pool) may be asked at this place. */
export function isServedIn(stands: ActivitySlug, place: string): boolean {
  return stands === place || place === dueSlug || (stands === 'test' && activityOfDrill(place) !== undefined);
}

/** A place where answers are given, as people call it. */
export function activityTitle(place: string): string {
  if (place === dueSlug) return dueKind.title.toLowerCase();
  const host = activityOfDrill(place);
  return host ? `practice after ${host.title}` : (activityKind(place)?.title ?? place);
}
