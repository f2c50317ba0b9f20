import type { Answered } from '#components/shell/answered-event.ts';
import { lookAfter } from '#lib/sitting/look-back.ts';
import type { EndCardProps } from './end-card.tsx';

/** The foot of an activity as an answer on the page leaves it. */
export function endAfter(before: EndCardProps, { progress, totals, item }: Answered): EndCardProps {
  const { lessonId, activity, looks, reviews } = before;
  if (progress?.lessonId !== lessonId) return before;
  const here = progress.activity === activity.slug;
  const known = item && here && looks.some(({ id }) => id === item.id);
  const back = item && here ? reviews.about[item.id] : undefined;
  const isNew = back !== undefined && !reviews.ids.includes(back);
  return {
    ...before,
    looks: known
      ? looks.map((look) =>
          look.id === item.id ? { ...look, ...lookAfter(look, item.state, look.freeHints) } : look,
        )
      : looks,
    progress: here ? progress.here : before.progress,
    whole: progress.whole,
    streakDays: totals?.streakDays ?? before.streakDays,
    reviews: isNew ? { ...reviews, ids: [...reviews.ids, back] } : reviews,
  };
}
