import { drillAnchor } from '#components/item/form/drill-anchor.ts';
import { NearDrillSet } from '#components/item/player/near-drill-set.tsx';
import { Section } from '#components/progress/section.tsx';
import { restartActivity, showHint, submitAnswer } from './actions.ts';
import type { LearnerItems } from './learner-item.tsx';

interface Props {
  readonly lesson: string;
  /** The slug of the drill. */
  readonly activity: string;
  /** The path of the page. */
  readonly path: string;
  readonly mine: LearnerItems | null;
}

const counts = ['', 'One', 'Two', 'Three', 'Four', 'Five'];

/** A few questions from the lesson’s pool below an explaining activity, drawn for this learner. */
export function Drill({ lesson, activity, path, mine }: Props) {
  if (!mine || mine.items.size === 0) return null;
  return (
    <div className="mt-16">
      <Section
        id={drillAnchor}
        title={`${counts[mine.items.size] ?? mine.items.size} to try`}
        lead="Drawn from this lesson’s questions. Right answers earn points; the test asks different questions."
      >
        <NearDrillSet
          key={mine.address.ordinal}
          items={[...mine.items.values()]}
          address={mine.address}
          action={submitAnswer}
          hintAction={showHint}
          signInHref={`/signin?next=${encodeURIComponent(path)}`}
          userId={mine.user?.id}
          again={mine.user ? { action: restartActivity, lesson, activity } : null}
        />
      </Section>
    </div>
  );
}
