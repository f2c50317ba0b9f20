import type { Metadata } from 'next';
import { openNextQuestion, startTodaysReview } from '#app/(learn)/today/actions.ts';
import { showHint, submitAnswer } from '#app/(learn)/tracks/[track]/[lesson]/actions.ts';
import { Reportable } from '#app/(learn)/tracks/[track]/[lesson]/reportable.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { NearShortcutHelp } from '#components/item/shortcuts/near-shortcut-help.tsx';
import { ReviewEnd } from '#components/progress/review-end.tsx';
import { ReviewStep } from '#components/progress/review-step.tsx';
import { StartReview } from '#components/progress/start-review.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { reviewLabel } from '#lib/review/review-length.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { type NoReview, type OpenReview, viewReview } from '#lib/server/review/view-review.ts';

export const metadata: Metadata = { title: 'Review' };
export default async function ReviewPage() {
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/today/review" />;
  const view = await viewReview(await world(), user);
  if (view.status === 'none')
    return (
      <div className="mx-auto max-w-[46rem]">
        <NotStarted due={view.due} />
      </div>
    );
  if (view.status === 'open') return <Question userId={user.id} {...view} />;
  return (
    <ReviewEnd reviewed={view.reviewed} due={view.due}>
      {view.due > 0 ? (
        <StartReview action={startTodaysReview} kind="quiet">
          Review for five more minutes
        </StartReview>
      ) : null}
    </ReviewEnd>
  );
}

/** One question at a time: its duration runs from its opening to its answer. */
async function Question({
  userId,
  position,
  total,
  lesson,
  label,
  item,
  address,
  isLast,
}: OpenReview & { userId: string }) {
  return (
    <>
      <Reportable lesson={lesson.id}>
        <ReviewStep
          key={item.id}
          position={position}
          total={total}
          lesson={lesson.title}
          words={label}
          isLast={isLast}
          action={openNextQuestion}
          question={{
            item,
            address,
            action: submitAnswer,
            hintAction: showHint,
            signedIn: true,
            signInHref: '/signin?next=%2Ftoday%2Freview',
            userId,
          }}
        />
      </Reportable>
      <NearShortcutHelp />
    </>
  );
}

function NotStarted({ due }: Omit<NoReview, 'status'>) {
  const back = (
    <ButtonLink href="/today" kind="quiet">
      Back to Today
    </ButtonLink>
  );
  if (due === 0)
    return (
      <EmptyState heading="h1" title="Nothing is due" action={back}>
        The Today page shows what is due for review, and when.
      </EmptyState>
    );
  return (
    <EmptyState
      heading="h1"
      title={due === 1 ? 'One concept is due' : `${due} concepts and cards are due`}
      action={
        <>
          <StartReview action={startTodaysReview}>{reviewLabel}</StartReview>
          {back}
        </>
      }
    >
      You get about five minutes of questions, one at a time, starting with what you are most likely to have
      forgotten.
    </EmptyState>
  );
}
