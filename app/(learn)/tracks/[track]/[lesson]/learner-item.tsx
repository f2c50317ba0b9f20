import { LazyItemForm } from '#components/item/form/lazy-item-form.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { stateOfPost } from '#lib/server/door/posted-state.ts';
import { myActivity } from '#lib/server/sitting/my-activity.ts';
import { showHint, submitAnswer } from './actions.ts';
import { Reportable } from './reportable.tsx';

interface Props {
  readonly lesson: string;
  readonly activity: string;
  readonly id: string;
  readonly path: string;
  readonly plain: boolean;
}

/** One question as this learner sees it: shuffled, with earlier answers. */
export async function LearnerItem({ lesson, activity, id, path, plain }: Props) {
  const mine = await myActivity(lesson, activity);
  const item = mine?.items.get(id);
  if (!mine) return null;
  if (!item) return mine.scope === 'missed' ? <RightBefore /> : null;
  return (
    <Reportable lesson={lesson} plain={plain}>
      <LazyItemForm
        item={item}
        address={mine.address}
        action={submitAnswer}
        hintAction={showHint}
        signedIn={mine.user !== null}
        userId={mine.user?.id}
        signInHref={`/signin?next=${encodeURIComponent(path)}`}
        postedState={await stateOfPost(submitAnswer)}
      />
    </Reportable>
  );
}

/** Replaces a question that is not in a round of missed questions. */
function RightBefore() {
  return (
    <p className="flex max-w-[46rem] items-center gap-2.5 rounded-md border border-line px-4 py-3 text-ink-soft">
      <Mark kind="right" />
      You got this right last time, so it is not in this round.
    </p>
  );
}

/** A placeholder while the learner’s answers are loaded. */
export function ItemSkeleton() {
  return (
    <div aria-hidden="true" className="my-8">
      <Skeleton className="h-56 w-full" />
    </div>
  );
}
