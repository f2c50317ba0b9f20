import { testKind } from '#lib/lesson/activities.ts';
import { deliveryByMode } from '#lib/lesson/delivery.ts';
import { isError } from '#lib/lesson/finding.ts';
import type { Finding, Lesson } from '#lib/lesson/lesson.ts';
import type { LessonRef } from '#lib/lesson/lesson-files.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { type LessonPage, unservedPage } from '#lib/server/content/lesson-page.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import { sheetItem } from '#lib/sitting/sheet-item.ts';
import { compileDraft } from './compile-draft.ts';
import type { Author } from './lesson-place.ts';
import { openDraft } from './open-draft.ts';

export interface PreviewAddress extends LessonRef {
  readonly activity: string;
  /** The item that is shown with its key. */
  readonly key: string | undefined;
}

/** An activity of a draft as its students would see it, or what keeps the draft from being shown. */
export type DraftPreview =
  | { readonly kind: 'page'; readonly page: LessonPage; readonly items: readonly ServedItem[] }
  | { readonly kind: 'faulty'; readonly findings: readonly Finding[] };

/** Compiles the author's draft, or without one the published files, and shows one activity of it. */
export async function previewDraft(
  world: AuthoringWorld,
  user: Author,
  { activity, key, ...ref }: PreviewAddress,
): Promise<Result<DraftPreview, 'not-found'>> {
  const opened = await openDraft(world, user, ref);
  if (!opened.ok) return opened;
  const { compiled, findings } = await compileDraft(world, ref, opened.value.files);
  const errors = findings.filter(isError);
  if (errors.length > 0) return ok({ kind: 'faulty', findings: errors });
  const lesson = compiled?.lesson;
  const track = (await world.library()).tracks.find(({ slug }) => slug === ref.track);
  const place = { title: track?.title ?? ref.track, lessons: track?.lessons ?? [] };
  const page = lesson ? unservedPage(lesson, place, activity) : null;
  if (!lesson || !page) return refuse('not-found');
  return ok({ kind: 'page', page, items: itemsOf(lesson, activity, key, world.now()) });
}

function itemsOf(lesson: Lesson, name: string, key: string | undefined, now: Date): ServedItem[] {
  const activity = lesson.activities.find(({ slug }) => slug === name);
  const items = name === testKind.slug ? lesson.pool : (activity?.items ?? []);
  const delivery = activity?.delivery ?? deliveryByMode[testKind.mode];
  return items.flatMap((item) => {
    const secret = lesson.secrets.get(item.id)?.open();
    const facts = { lessonId: lesson.id, activity: name, delivery, withAnswer: item.id === key, now };
    return secret ? [sheetItem({ item, secret, ...facts })] : [];
  });
}
