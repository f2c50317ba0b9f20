import type { ReactNode } from 'react';
import { ReportContext } from '#components/item/problem-report/report-context.tsx';
import { myReports } from '#lib/server/sitting/my-activity.ts';
import { reportProblem } from './actions.ts';

interface Props {
  readonly lesson: string;
  readonly children: ReactNode;
}

/** Lets signed-in users report problems with the questions inside. */
export async function Reportable({ lesson, children }: Props) {
  const mine = await myReports(lesson);
  if (!mine) return children;
  return (
    <ReportContext action={reportProblem} mine={mine}>
      {children}
    </ReportContext>
  );
}
