'use client';

import { useState } from 'react';
import { useAnswered } from '#components/shell/answered-event.ts';
import { ProgressRing } from '#components/ui/progress-ring.tsx';
import { type Progress, share } from '#lib/progress/lesson-progress.ts';

export interface LiveRingProps {
  lessonId: string;
  activity: { readonly slug: string; readonly title: string };
  progress: Progress;
}

/** The progress ring of an activity, updated after each answer on the page. */
export function LiveRing({ lessonId, activity: { slug, title }, progress }: LiveRingProps) {
  const [updated, setUpdated] = useState<Progress | null>(null);
  useAnswered(({ progress: update }) => {
    if (update?.lessonId === lessonId && update.activity === slug) setUpdated(update.here);
  });
  const shown = updated && updated.done > progress.done ? updated : progress;
  return <ProgressRing value={share(shown)} label={`${title}, ${shown.done} of ${shown.total}`} size={18} />;
}
