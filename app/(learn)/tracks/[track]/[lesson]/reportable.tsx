import type { ReactNode } from 'react';
import { ReportContext } from '#components/item/problem-report/report-context.tsx';
import { stateOfPost } from '#lib/server/door/posted-state.ts';
import { myReports } from '#lib/server/sitting/my-activity.ts';
import { reportProblem } from './actions.ts';

interface Props {
  readonly lesson: string;
  readonly plain: boolean;
  readonly children: ReactNode;
}

/** Lets signed-in users report problems with the questions inside. */
export async function Reportable({ lesson, plain, children }: Props) {
  const mine = await myReports(lesson);
  if (!mine) return children;
  return (
    <ReportContext
      action={reportProblem}
      mine={mine}
      plain={plain}
      postedState={await stateOfPost(reportProblem)}
    >
      {children}
    </ReportContext>
  );
}
