import { drillAnchor } from '#components/item/form/drill-anchor.ts';
import { NearItemForm } from '#components/item/form/near-item-form.tsx';
import { NearStartOver } from '#components/lesson/near-start-over.tsx';
import { Section } from '#components/progress/section.tsx';
import type { ActivitySummary, LessonSummary } from '#lib/server/content/lesson-page.ts';
import { myActivity } from '#lib/server/sitting/my-activity.ts';
import { drillSlugOf } from '#lib/sitting/drill.ts';
import { restartActivity, showHint, submitAnswer } from './actions.ts';
import { Reportable } from './reportable.tsx';

interface Props {
  readonly lesson: LessonSummary;
  readonly activity: ActivitySummary;
}

const counts = ['', 'One', 'Two', 'Three', 'Four', 'Five'];

/** A few questions from the lesson’s pool below an explaining activity, drawn for this learner. */
export async function Drill({ lesson, activity }: Props) {
  const drillActivity = drillSlugOf(activity.slug);
  const mine = await myActivity(lesson.id, drillActivity);
  if (!mine?.user || mine.items.size === 0) return null;
  const items = [...mine.items.values()];
  return (
    <div className="mt-16">
      <Section
        id={drillAnchor}
        title={`${counts[items.length] ?? items.length} to try`}
        lead="Chosen for you from this lesson’s questions. Right answers earn points; the test asks different questions."
      >
        <Reportable lesson={lesson.id}>
          <div className="space-y-7">
            {items.map((item) => (
              <NearItemForm
                key={item.id}
                itemJson={JSON.stringify(item)}
                address={mine.address}
                action={submitAnswer}
                hintAction={showHint}
                signedIn
                signInHref="/signin"
                userId={mine.user?.id}
              />
            ))}
          </div>
        </Reportable>
        <NearStartOver action={restartActivity} lesson={lesson.id} activity={drillActivity}>
          Get different questions
        </NearStartOver>
      </Section>
    </div>
  );
}
