import { ItemForm } from '#components/item/item-form.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { myActivity } from '#lib/server/my-activity.ts';
import { showHint, submitAnswer } from './actions.ts';

interface Props {
  readonly lesson: string;
  readonly activity: string;
  readonly id: string;
  readonly path: string;
}

/** One question as this visitor sees it: shuffled, with what was answered before. */
export async function MyItem({ lesson, activity, id, path }: Props) {
  const mine = await myActivity(lesson, activity);
  const item = mine?.items.get(id);
  if (!mine || !item) return null;
  return (
    <ItemForm
      item={item}
      address={mine.address}
      action={submitAnswer}
      hintAction={showHint}
      signedIn={mine.user !== null}
      userId={mine.user?.id}
      signInHref={`/signin?next=${encodeURIComponent(path)}`}
    />
  );
}

/** Holds the place of a question until it is known what this visitor answered. */
export function WaitingItem() {
  return (
    <div aria-hidden="true" className="my-8">
      <Skeleton className="h-56 w-full" />
    </div>
  );
}
