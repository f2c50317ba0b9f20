'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { FormAction, FormState } from '#lib/form-state.ts';
import type { MyReport, ReportRefusal } from '#lib/item/problem-report.ts';

export interface Reporting {
  /** Posts what an item's form posts, and `kind` and `note`. */
  readonly action: FormAction<MyReport, ReportRefusal>;
  /** What this person reported before. */
  readonly mine: readonly MyReport[];
  /** What a form without a script was told a moment ago. */
  readonly postedState: FormState<MyReport, ReportRefusal>;
  /** The page is for browsers without JavaScript, so the form is drawn at once. */
  readonly plain: boolean;
}

const Context = createContext<Reporting | null>(null);

/** Lets the items within be reported. */
export function ReportContext({ children, ...reporting }: Reporting & { children: ReactNode }) {
  return <Context value={reporting}>{children}</Context>;
}

/** Null where nobody can report: for visitors, and where a report itself is read. */
export const useReporting = (): Reporting | null => useContext(Context);
