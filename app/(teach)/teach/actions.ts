'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { addStudent, StudentForm } from '#lib/server/classroom/add-student.ts';
import { ClassroomForm, openClassroom } from '#lib/server/classroom/open-classroom.ts';
import { removeFromClass } from '#lib/server/classroom/remove-from-class.ts';
import { resetStudentPassword, StudentOfClass } from '#lib/server/classroom/reset-student-password.ts';
import { AllowanceForm, setTimeAllowance } from '#lib/server/classroom/set-time-allowance.ts';
import { SettleForm, settleReport } from '#lib/server/content/settle-report.ts';
import { action } from '#lib/server/door/action.ts';

export const open = action(
  ClassroomForm,
  openClassroom,
  async ({ classroomId }): Promise<null> => redirect(`/teach/${encodeURIComponent(classroomId)}`),
);

export const add = action(StudentForm, addStudent, async (handed) => {
  refresh();
  return handed;
});

export const resetPassword = action(StudentOfClass, resetStudentPassword);

export const giveTime = action(AllowanceForm, setTimeAllowance, async () => {
  refresh();
  return null;
});

export const settle = action(SettleForm, settleReport, async (): Promise<null> => {
  refresh();
  return null;
});

const remove = action(
  StudentOfClass,
  removeFromClass,
  async ({ classroomId }): Promise<null> => redirect(`/teach/${encodeURIComponent(classroomId)}`),
);

export async function takeOut(form: FormData): Promise<void> {
  await remove(form);
  // Only a refusal comes back here: the student or the class is gone already.
  redirect('/teach');
}
