import { drillAnchor } from '#components/item/form/drill-place.ts';
import { NearItemForm } from '#components/item/form/near-item-form.tsx';
import { StartOver } from '#components/lesson/start-over.tsx';
import { Section } from '#components/progress/section.tsx';
import type { ActivitySummary, LessonSummary } from '#lib/server/content/lesson-page.ts';
import { stateOfPost } from '#lib/server/door/posted-state.ts';
import { myActivity } from '#lib/server/sitting/my-activity.ts';
import { drillSlugOf } from '#lib/sitting/drill.ts';
import { again, showHint, submitAnswer } from './actions.ts';
import { Reportable } from './my-reports.tsx';

interface Props {
  readonly lesson: LessonSummary;
  readonly activity: ActivitySummary;
  readonly plain: boolean;
}

const counts = ['', 'One', 'Two', 'Three', 'Four', 'Five'];

/** A few questions of the pool at the foot of an activity that explains, drawn for this person. */
export async function MyDrill({ lesson, activity, plain }: Props) {
  const place = drillSlugOf(activity.slug);
  const mine = await myActivity(lesson.id, place);
  if (!mine?.user || mine.items.size === 0) return null;
  const items = [...mine.items.values()];
  const told = await stateOfPost(submitAnswer);
  return (
    <div className="mt-16">
      <Section
        id={drillAnchor}
        title={`${counts[items.length] ?? items.length} to try`}
        lead="Drawn for you from the questions of this lesson. Right answers pay points; the test will ask others."
      >
        <Reportable lesson={lesson.id} plain={plain}>
          <div className="space-y-7">
            {items.map((item) => (
              <NearItemForm
                key={item.id}
                item={item}
                address={mine.address}
                action={submitAnswer}
                hintAction={showHint}
                signedIn
                signInHref="/signin"
                userId={mine.user?.id}
                told={told}
              />
            ))}
          </div>
        </Reportable>
        <StartOver action={again} lesson={lesson.id} activity={place}>
          Draw others
        </StartOver>
      </Section>
    </div>
  );
}
