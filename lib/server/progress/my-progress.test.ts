import { expect, test } from 'vitest';
import { formFields } from '#lib/server/door/form-values.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { no, workflow, yes } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';
import { myProgress } from './my-progress.ts';
import { saveWeeklyGoal, WeeklyGoalForm } from './save-weekly-goal.ts';

const world = testWorld(await testDatabase(), fixtureLibrary());
const { newUser, answer, sit } = workflow(world);

test('the calendar has the learner’s own days, and this week what moved', async () => {
  // 22 November 2026, 10:00 in Berlin, is a Sunday; on Kiritimati it is Sunday 23:00.
  const user = await newUser({ timeZone: 'Pacific/Kiritimati' });
  await answer(user, 'try', 'try-1', yes);
  await answer(user, 'try', 'try-2', no);
  const sunday = await myProgress(world, user);
  expect(sunday.weeks).toHaveLength(12);
  expect(sunday.weeks.at(-1)).toMatchObject({ active: 1, answers: 2, right: 1 });
  expect(sunday.weeks.at(-1)?.days.map(({ answers }) => answers)).toEqual([0, 0, 0, 0, 0, 0, 2]);
  expect(sunday.moved).toMatchObject([
    { lesson: { title: 'The fixture' }, answers: 2, right: 1, test: null, badge: null },
  ]);
  world.pass(60 * 60_000);
  const monday = await myProgress(world, user);
  expect(monday.weeks.at(-1)).toMatchObject({ active: 0, answers: 0 });
  expect(monday.weeks.at(-2)).toMatchObject({ active: 1, answers: 2 });
  expect(monday.moved).toEqual([]);
});

test('tests stand by lesson with their doubt, newest first, and a new one has moved', async () => {
  const user = await newUser();
  await sit(user, 'test', () => false);
  world.pass(60_000);
  await sit(user, 'test', () => false);
  const { tracks, moved } = await myProgress(world, user);
  expect(tracks).toMatchObject([
    {
      title: 'The fixture track',
      lessons: [
        {
          lesson: { title: 'The fixture' },
          newest: { outcome: 'not-yet' },
          earlier: [{ outcome: 'not-yet' }],
          recommendation: { rule: 'read-weak' },
        },
      ],
    },
  ]);
  const [tested] = tracks[0]?.lessons ?? [];
  const tests = tested ? [tested.newest, ...tested.earlier] : [];
  expect(tests.every(({ low, high }) => low >= 0 && low < high && high <= 1)).toBe(true);
  expect(tests.map(({ at }) => world.now().getTime() - at.getTime())).toEqual([0, 60_000]);
  expect(moved[0]?.test).toEqual({ outcome: 'not-yet', before: 'not-yet' });
});

test('a goal for the week is set and removed through the form', async () => {
  const user = await newUser();
  const post = async (goal: string) => {
    const form = new FormData();
    form.append('goal', goal);
    const parsed = WeeklyGoalForm.safeParse(formFields(form));
    return parsed.success ? saveWeeklyGoal(world, user, parsed.data) : null;
  };
  expect((await myProgress(world, user)).goal).toBeNull();
  await post('5');
  expect((await myProgress(world, user)).goal).toBe(5);
  expect(await post('8')).toBeNull();
  expect((await myProgress(world, user)).goal).toBe(5);
  await post('none');
  expect((await myProgress(world, user)).goal).toBeNull();
});
