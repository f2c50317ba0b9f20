import type { SessionUser } from '#lib/access/user.ts';
import { activityKind } from '#lib/lesson/activities.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import { sampleItem } from '#lib/lesson/sample-item.ts';
import { type FirstVerdict, verdictAfterOne } from '#lib/mastery/one-answer.ts';
import type { World } from '#lib/server/world.ts';
import { openRecord } from '#lib/sitting/activity-context.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { findActivityContext } from './find-activity-context.ts';

/** The question of the page of first contact, as this visitor sees it. */
export interface SampleQuestion {
  readonly lesson: PageLink & { readonly id: string };
  /** Where more questions of the lesson are asked one at a time: its practice, or else the activity of this question. */
  readonly more: PageLink;
  readonly item: ServedItem;
  readonly address: SittingAddress;
  /** What the first answer says; null before it, and without a test. */
  readonly verdict: (FirstVerdict & { readonly cut: number }) | null;
}

/** Chosen by a rule from all lessons; null when no lesson has a question that fits. `user` is null for a visitor. */
export async function sampleQuestion(
  world: World,
  user: SessionUser | null,
  now: Date,
): Promise<SampleQuestion | null> {
  const sample = sampleItem((await world.library()).lessons());
  if (!sample) return null;
  const { lesson, activity, item } = sample;
  const context = await findActivityContext(world.database.db, world, {
    userId: user?.id ?? '',
    isGuest: user?.role === 'guest',
    name: { lesson: lesson.id, activity: activity.slug },
    now,
  });
  // A guest's round of missed questions does not have every question.
  if (!context?.items.includes(item)) return null;
  const record = openRecord(context, item.id);
  const first = record?.responses.toSorted((a, b) => a.ordinal - b.ordinal)[0];
  const rule = world.testRule;
  const more =
    lesson.activities.find(({ slug, items }) => slug === 'practice' && items.length > 0) ?? activity;
  const after = first && verdictAfterOne(lesson, rule, { item, correct: first.verdict === 'right' });
  return {
    lesson: { id: lesson.id, title: lesson.title, href: lessonPath(lesson) },
    more: { title: (activityKind(more.slug) ?? context.kind).title, href: lessonPath(lesson, more.slug) },
    item: servedItem(context, item, { record, now, closed: false }),
    address: context.address,
    verdict: after ? { ...after, cut: rule.cut } : null,
  };
}
