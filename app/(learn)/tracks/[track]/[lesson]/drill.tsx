import { drillAnchor } from '#components/item/form/drill-anchor.ts';
import { NearItemForm } from '#components/item/form/near-item-form.tsx';
import { NearStartOver } from '#components/lesson/near-start-over.tsx';
import { Section } from '#components/progress/section.tsx';
import { restartActivity, showHint, submitAnswer } from './actions.ts';
import type { LearnerItems } from './learner-item.tsx';

interface Props {
  readonly lesson: string;
  /** The slug of the drill. */
  readonly activity: string;
  readonly mine: LearnerItems | null;
}

const counts = ['', 'One', 'Two', 'Three', 'Four', 'Five'];

/** A few questions from the lesson’s pool below an explaining activity, drawn for this learner. */
export function Drill({ lesson, activity, mine }: Props) {
  if (!mine?.user || mine.items.size === 0) return null;
  return (
    <div className="mt-16">
      <Section
        id={drillAnchor}
        title={`${counts[mine.items.size] ?? mine.items.size} to try`}
        lead="Chosen for you from this lesson’s questions. Right answers earn points; the test asks different questions."
      >
        <div className="space-y-7">
          {[...mine.items].map(([id, item]) => (
            <NearItemForm
              key={id}
              {...item}
              address={mine.address}
              action={submitAnswer}
              hintAction={showHint}
              signedIn
              signInHref="/signin"
              userId={mine.user?.id}
            />
          ))}
        </div>
        <NearStartOver action={restartActivity} lesson={lesson} activity={activity}>
          Get different questions
        </NearStartOver>
      </Section>
    </div>
  );
}
