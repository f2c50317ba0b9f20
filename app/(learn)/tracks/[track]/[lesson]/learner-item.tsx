import { LazyItemForm } from '#components/item/form/lazy-item-form.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { myActivity } from '#lib/server/sitting/my-activity.ts';
import { showHint, submitAnswer } from './actions.ts';
import { Reportable } from './reportable.tsx';

interface Props {
  readonly lesson: string;
  readonly activity: string;
  readonly id: string;
  readonly path: string;
}

/** One question as this learner sees it: shuffled, with earlier answers. */
export async function LearnerItem({ lesson, activity, id, path }: Props) {
  const mine = await myActivity(lesson, activity);
  const item = mine?.items.get(id);
  if (!mine) return null;
  if (!item) return mine.scope === 'missed' ? <RightBefore /> : null;
  return (
    <Reportable lesson={lesson}>
      <LazyItemForm
        itemJson={JSON.stringify(item)}
        address={mine.address}
        action={submitAnswer}
        hintAction={showHint}
        signedIn={mine.user !== null}
        userId={mine.user?.id}
        signInHref={`/signin?next=${encodeURIComponent(path)}`}
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
