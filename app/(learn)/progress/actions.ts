'use server';

import { refresh } from 'next/cache';
import { action } from '#lib/server/door/action.ts';
import { saveWeeklyGoal, WeeklyGoalForm } from '#lib/server/progress/save-weekly-goal.ts';

export const setWeeklyGoal = action(WeeklyGoalForm, saveWeeklyGoal, async () => {
  refresh();
  return null;
});
