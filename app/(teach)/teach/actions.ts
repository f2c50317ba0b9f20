'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { addStudent, StudentForm } from '#lib/server/classroom/add-student.ts';
import { ClassroomForm, createClassroom } from '#lib/server/classroom/create-classroom.ts';
import { removeFromClass } from '#lib/server/classroom/remove-from-class.ts';
import { resetStudentPassword, StudentOfClass } from '#lib/server/classroom/reset-student-password.ts';
import { AllowanceForm, setTimeAllowance } from '#lib/server/classroom/set-time-allowance.ts';
import { ResolveReportForm, resolveReport as resolve } from '#lib/server/content/resolve-report.ts';
import { action } from '#lib/server/door/action.ts';

export const createClass = action(
  ClassroomForm,
  createClassroom,
  async ({ classroomId }): Promise<null> => redirect(`/teach/${encodeURIComponent(classroomId)}`),
);

export const addStudentToClass = action(StudentForm, addStudent, async (account) => {
  refresh();
  return account;
});

export const resetPassword = action(StudentOfClass, resetStudentPassword);

export const saveTimeAllowance = action(AllowanceForm, setTimeAllowance, async () => {
  refresh();
  return null;
});

export const resolveReport = action(ResolveReportForm, resolve, async (): Promise<null> => {
  refresh();
  return null;
});

const removeAndRedirect = action(
  StudentOfClass,
  removeFromClass,
  async ({ classroomId }): Promise<null> => redirect(`/teach/${encodeURIComponent(classroomId)}`),
);

export async function removeStudent(form: FormData): Promise<void> {
  await removeAndRedirect(null, form);
  // Success has redirected; a refusal means that the student or the class no longer exists.
  redirect('/teach');
}
