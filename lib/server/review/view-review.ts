import type { Db } from '#db/client.ts';
import { findReview, listReviewsUntil } from '#db/reviews.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { dueInWords } from '#lib/calendar/time-in-words.ts';
import { taughtReviews } from '#lib/review/due-reviews.ts';
import { subjectLabel, subjectOf } from '#lib/review/review-subject.ts';
import type { Reviewed } from '#lib/review/reviewed.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import type { World } from '#lib/server/world.ts';
import { dueSlug } from '#lib/sitting/drill.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { currentStep, type DueSession, type DueStep, dueSession, nextStep } from './due-session.ts';

/** A review session as the user sees it now. */
export type ReviewView = NoReview | OpenReview | EndedReview;

/** There was no review today so far. */
export interface NoReview {
  readonly status: 'none';
  /** The number of concepts and cards that are due. */
  readonly due: number;
}

export interface OpenReview {
  readonly status: 'open';
  /** 1 for the first question. */
  readonly position: number;
  readonly total: number;
  readonly lesson: { readonly id: string; readonly title: string };
  /** The concept of the question; null for a card, which shows it on its front. */
  readonly label: string | null;
  readonly item: ServedItem;
  readonly address: SittingAddress;
  readonly isLast: boolean;
}

export interface EndedReview {
  readonly status: 'ended';
  readonly reviewed: readonly Reviewed[];
  /** The number of concepts and cards that are still due. */
  readonly due: number;
}

export async function viewReview(
  world: World,
  user: Pick<SessionUser, 'id' | 'timeZone'>,
): Promise<ReviewView> {
  const { db } = world.database;
  const now = world.now();
  const library = await world.library();
  const session = await dueSession(db, user.id, library, now);
  const step = session?.isOpen ? currentStep(session) : undefined;
  if (session && step) return openView(db, world, { session, step, userId: user.id, now });
  const today = localDay(now, user.timeZone);
  const rows = await listReviewsUntil(db, user.id, today);
  const due = taughtReviews(rows, (id) => library.lessonById(id), now).length;
  const endedToday = session?.sittings.some(
    ({ closedAt }) => closedAt && localDay(closedAt, user.timeZone) === today,
  );
  if (!session || !endedToday) return { status: 'none', due };
  return { status: 'ended', reviewed: await reviewedIn(db, session, user.id, today), due };
}

async function openView(
  db: Db,
  world: World,
  {
    session,
    step: { lesson, item, record },
    userId,
    now,
  }: {
    readonly session: DueSession;
    readonly step: DueStep;
    readonly userId: string;
    readonly now: Date;
  },
): Promise<ReviewView> {
  const context = await findActivityContext(db, world, {
    userId,
    name: { lesson: lesson.id, activity: dueSlug },
    now,
  });
  if (!context) throw new Error(`There is no review of ${lesson.id}`);
  const subject = subjectOf(item, lesson.id);
  return {
    status: 'open',
    position: session.steps.filter((one) => one.record !== undefined).length,
    total: session.steps.length,
    lesson: { id: lesson.id, title: lesson.title },
    label: subject && subject.subject !== 'card' ? subjectLabel(lesson, subject) : null,
    item: servedItem(context, item, { record, now, closed: false }),
    address: context.address,
    isLast: nextStep(session) === undefined,
  };
}

async function reviewedIn(db: Db, { steps }: DueSession, userId: string, today: string): Promise<Reviewed[]> {
  const reviewed: Reviewed[] = [];
  for (const { item, lesson, record } of steps) {
    const subject = subjectOf(item, lesson.id);
    const row = subject && (await findReview(db, userId, subject));
    const words = subject && subjectLabel(lesson, subject);
    if (!row || !words) continue;
    const answered = row.lastGrade === 'again' ? 'missed' : 'right';
    const mark = record?.responses.length ? answered : 'skipped';
    reviewed.push({
      id: item.id,
      label: words,
      lesson: lesson.title,
      result: mark,
      dueIn: dueInWords(row.dueDay, today),
    });
  }
  return reviewed;
}
