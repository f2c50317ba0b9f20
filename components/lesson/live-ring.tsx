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

/** The ring of an activity, which follows each answer on the page. */
export function LiveRing({ lessonId, activity: { slug, title }, progress }: LiveRingProps) {
  const [moved, setMoved] = useState<Progress | null>(null);
  useAnswered(({ progress: after }) => {
    if (after?.lessonId === lessonId && after.activity === slug) setMoved(after.here);
  });
  const shown = moved && moved.done > progress.done ? moved : progress;
  return <ProgressRing value={share(shown)} label={`${title}, ${shown.done} of ${shown.total}`} size={18} />;
}
