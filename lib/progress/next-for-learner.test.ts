import { expect, test } from 'vitest';
import { itemType } from '#lib/item/registry.ts';
import type { ActivitySlug } from '#lib/lesson/activities.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import type { DatedStanding } from './left-off-activity.ts';
import { stepsOf } from './lesson-progress.ts';
import { nextForLearner } from './next-for-learner.ts';
import { recommendNext } from './recommend-next.ts';
import { emptyRecord, type LearnerRecord, type LessonVerdict, nextFacts } from './recommendation-facts.ts';

const library = fixtureLibrary();
const [lesson] = library.lessons();
if (!lesson) throw new Error('The fixture has no lesson');
const track = library.track(lesson.track);
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 9, minute));

/** All steps of these activities done, a minute after each other. */
const finished = (...slugs: ActivitySlug[]): DatedStanding[] =>
  slugs.map((activity, minute) => {
    const found = lesson.activities.find(({ slug }) => slug === activity);
    return { lessonId: lesson.id, activity, solved: found ? stepsOf(found) : 0, lastAt: at(minute) };
  });

const gradedIn = (slug: string): string[] =>
  lesson.activities
    .filter((activity) => activity.slug === slug)
    .flatMap(({ items }) => items.flatMap(({ id, type }) => (itemType(type).graded ? [id] : [])));

const tested = (outcome: LessonVerdict['outcome'], minute: number): LearnerRecord['verdicts'] =>
  new Map([[lesson.id, { outcome, weak: ['first'], at: at(minute), day: '2026-11-22' }]]);

const known = (standings: DatedStanding[], parts: Partial<LearnerRecord> = {}): LearnerRecord => ({
  ...emptyRecord,
  today: '2026-11-22',
  standings,
  ...parts,
});

test.each<{ why: string; slugs: ActivitySlug[]; parts?: Partial<LearnerRecord> }>([
  { why: 'after the first activity', slugs: ['introduction'] },
  { why: 'after an activity in the middle', slugs: ['try'] },
  { why: 'after the challenge', slugs: ['try', 'challenge'] },
  {
    why: 'after a strong test, and a look at something else',
    slugs: ['try'],
    parts: { verdicts: tested('strong', 0) },
  },
  {
    why: 'after practice of what was weak',
    slugs: ['try'],
    parts: { verdicts: tested('not-yet', -1), solved: new Set(gradedIn('try')) },
  },
])('$why today recommends what the end card of the activity does', ({ slugs, parts }) => {
  const standings = finished(...slugs);
  const record = known(standings, parts);
  const today = nextForLearner(library, record, { activities: standings, openTests: [] });
  const endCard = recommendNext(nextFacts(track, lesson, record, slugs.at(-1)));
  expect(endCard).not.toBeNull();
  expect(today?.recommendation).toEqual(endCard);
});

test('after a test today recommends what its result does', () => {
  const standings = finished('try', 'test');
  const record = known(standings, { verdicts: tested('not-yet', 2) });
  const today = nextForLearner(library, record, { activities: standings, openTests: [] });
  expect(today?.recommendation).toEqual(recommendNext(nextFacts(track, lesson, record)));
  expect(today?.recommendation.rule).toBe('read-weak');
});

test('an activity that is not finished is continued, an open test before it', () => {
  const standings = [{ lessonId: lesson.id, activity: 'try', solved: 1, lastAt: at(5) }];
  const next = (openTests: DatedStanding[]) =>
    nextForLearner(library, known(standings), { activities: standings, openTests });
  expect(next([])).toMatchObject({
    recommendation: { rule: 'continue', to: { title: 'Try' } },
    leftOff: { progress: { done: 1 } },
  });
  const open = { lessonId: lesson.id, activity: 'test', solved: 0, lastAt: at(1) };
  expect(next([open])?.recommendation.to?.title).toBe('Test this concept');
});

test('before the first answer nothing is recommended', () => {
  expect(nextForLearner(library, known([]), { activities: [], openTests: [] })).toBeNull();
});
