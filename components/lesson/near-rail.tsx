'use client';

import { Activity, startTransition, useState } from 'react';
import { useAnswered } from '#components/shell/answered-event.ts';
import { lazyNear } from '#components/ui/lazy-near.ts';
import { pathBelow } from '#lib/lesson/path-below.ts';
import type { Progress } from '#lib/progress/lesson-progress.ts';
import { endAnchor } from './end-anchor.ts';
import type { LessonRailProps, RailActivity } from './lesson-rail.tsx';

const LessonRail = lazyNear(`#${endAnchor}`, () =>
  import('./lesson-rail.tsx').then((file) => file.LessonRail),
);

export interface NearRailProps extends Omit<LessonRailProps, 'activities'> {
  /** Without their paths, which follow from that of the lesson. */
  activities: readonly Omit<RailActivity, 'path'>[];
}

/** The rail with the progress after the answers on this page. It needs no script until somebody acts on the page. */
export function NearRail({ activities: given, ...props }: NearRailProps) {
  const { id, path } = props.lesson;
  const activities = useUpdated(id, given).map((activity) => ({
    ...activity,
    path: pathBelow(path, activity.slug),
  }));
  return (
    <Activity>
      <LessonRail {...props} activities={activities} />
    </Activity>
  );
}

type SentActivity = NearRailProps['activities'][number];

function useUpdated(lessonId: string, given: readonly SentActivity[]): readonly SentActivity[] {
  const [updates, setUpdates] = useState<Readonly<Record<string, Progress>>>({});
  useAnswered(({ progress }) => {
    if (progress?.lessonId !== lessonId) return;
    // A transition waits for the script, so that what the server has rendered stays until then.
    startTransition(() => setUpdates((known) => ({ ...known, [progress.activity]: progress.here })));
  });
  return given.map((activity) => {
    const update = updates[activity.slug];
    const isNewer = update && activity.progress && update.done > activity.progress.done;
    return isNewer ? { ...activity, progress: update } : activity;
  });
}
