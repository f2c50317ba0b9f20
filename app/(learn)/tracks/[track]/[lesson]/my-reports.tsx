import type { ReactNode } from 'react';
import { ReportContext } from '#components/item/problem-report/report-place.tsx';
import { stateOfPost } from '#lib/server/door/posted-state.ts';
import { myReports } from '#lib/server/sitting/my-activity.ts';
import { report } from './actions.ts';

interface Props {
  readonly lesson: string;
  readonly plain: boolean;
  readonly children: ReactNode;
}

/** Lets a person who is signed in report the questions within. */
export async function Reportable({ lesson, plain, children }: Props) {
  const mine = await myReports(lesson);
  if (!mine) return children;
  return (
    <ReportContext action={report} mine={mine} plain={plain} told={await stateOfPost(report)}>
      {children}
    </ReportContext>
  );
}
