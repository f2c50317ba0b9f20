'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { FormAction } from '#lib/form-state.ts';
import type { OwnReport, ReportRefusal } from '#lib/item/problem-report.ts';

export interface Reporting {
  /** Posts the fields of an item’s form, and `kind` and `note`. */
  readonly action: FormAction<OwnReport, ReportRefusal>;
  /** The learner’s earlier reports. */
  readonly mine: readonly OwnReport[];
}

const Context = createContext<Reporting | null>(null);

/** Allows problem reports for the items inside. */
export function ReportContext({ children, ...reporting }: Reporting & { children: ReactNode }) {
  return <Context value={reporting}>{children}</Context>;
}

/** Null where nobody can report: for visitors, and where a report itself is read. */
export const useReporting = (): Reporting | null => useContext(Context);
