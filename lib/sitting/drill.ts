import { type ActivityKind, type ActivitySlug, activityKind, activityKinds } from '#lib/lesson/activities.ts';

/** Practice at the foot of an activity: a place of its own with items of the lesson's pool. */
export type DrillSlug = `drill-${ActivitySlug}`;

/** The activity, the test or the drill in which an answer is given. */
export type PlaceSlug = ActivitySlug | DrillSlug;

export const drillOf = (activity: ActivitySlug): DrillSlug => `drill-${activity}`;

/** Activities that explain end in practice; those that ask questions of their own do not need it. */
export const endsInDrill = ({ mode, slug }: ActivityKind): boolean =>
  mode === 'practice' && slug !== 'practice';

/** The activity at whose foot a drill stands; undefined for any other name. */
export function drillHost(place: string): (ActivityKind & { readonly slug: ActivitySlug }) | undefined {
  return activityKinds.find((kind) => endsInDrill(kind) && drillOf(kind.slug) === place);
}

/** Whether an item that stands in this activity (`test`: in the pool) is asked at this place. */
export function isAskedAt(stands: ActivitySlug, place: string): boolean {
  return stands === place || (stands === 'test' && drillHost(place) !== undefined);
}

/** A place where answers are given, as people call it. */
export function placeTitle(place: string): string {
  const host = drillHost(place);
  return host ? `practice after ${host.title}` : (activityKind(place)?.title ?? place);
}
