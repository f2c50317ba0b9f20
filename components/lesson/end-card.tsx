import { ButtonLink } from '#components/ui/button.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import type { FormAction } from '#lib/form-state.ts';
import { type Progress, progressRule } from '#lib/progress/lesson-progress.ts';
import { MarkRead, type Read } from './mark-read.tsx';
import { StartOver } from './start-over.tsx';

interface Way {
  readonly title: string;
  readonly path: string;
}

export interface EndCardProps<Fresh, ReadRefusal extends string, FreshRefusal extends string> {
  lessonId: string;
  activity: { readonly slug: string; readonly title: string };
  /** Steps of this activity; null for visitors and for the test. */
  progress: Progress | null;
  /** Steps of the whole lesson. */
  whole: Progress | null;
  next: Way | null;
  test: Way | null;
  /** Marks an activity without questions as read. */
  read: FormAction<Read, ReadRefusal> | null;
  /** Begins its questions afresh. */
  again: FormAction<Fresh, FreshRefusal> | null;
}

/** The foot of an activity: what is done, and the ways on. */
export function EndCard<Fresh, ReadRefusal extends string, FreshRefusal extends string>(
  props: EndCardProps<Fresh, ReadRefusal, FreshRefusal>,
) {
  const { lessonId, activity, progress, whole, next, test, read, again } = props;
  const done = progress !== null && progress.done === progress.of;
  const place = { lesson: lessonId, activity: activity.slug };
  const other = test && test.path !== next?.path ? test : null;
  return (
    <section aria-label="What next" className="no-print mt-16 border-t-2 border-ink pt-6">
      {whole ? <Moved title={activity.title} progress={read ? null : progress} whole={whole} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        {read ? <MarkRead action={read} {...place} done={done} /> : null}
        {next ? <WayOn way={next} word="Next: " kind="primary" /> : null}
        {other ? <WayOn way={other} word="" kind={next ? 'quiet' : 'primary'} /> : null}
      </div>
      {again && progress && progress.done > 0 ? <StartOver action={again} {...place} /> : null}
    </section>
  );
}

interface MovedProps {
  title: string;
  progress: Progress | null;
  whole: Progress;
}

function Moved({ title, progress, whole }: MovedProps) {
  return (
    <div className="mb-6 grid max-w-measure gap-x-8 gap-y-4 sm:grid-cols-2" title={progressRule}>
      {progress ? <ProgressBar done={progress.done} of={progress.of} label={`in ${title}`} /> : null}
      <ProgressBar done={whole.done} of={whole.of} label="in this lesson" />
    </div>
  );
}

function WayOn({ way: { path, title }, word, kind }: { way: Way; word: string; kind: 'primary' | 'quiet' }) {
  return (
    <ButtonLink href={path} kind={kind} icon="arrow-right" after className="max-sm:w-full">
      {word}
      {title}
    </ButtonLink>
  );
}
