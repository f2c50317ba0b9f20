import { type ReactNode, useEffect, useRef } from 'react';
import { AddressFields } from '#components/item/form/address-fields.tsx';
import type { SentForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import type { SittingAddress } from '#lib/sitting/served-item.ts';
import { StepProblem } from './step-problem.tsx';

const bar =
  'no-print mt-5 flex flex-wrap items-center gap-x-5 gap-y-1 max-sm:sticky max-sm:bottom-0 max-sm:z-20 max-sm:-mx-4 max-sm:border-t max-sm:border-line max-sm:bg-paper max-sm:px-4 max-sm:pt-2 max-sm:pb-[max(0.5rem,env(safe-area-inset-bottom))]';

export interface NextBarProps<R extends string> {
  address: SittingAddress;
  sent: SentForm<SittingView, R>;
  children: ReactNode;
  /** What opening it starts. */
  about: string;
  /** Go on without a press after this time, where a script runs; null waits for the press. */
  inMs: number | null;
}

/** The way on from a settled item. */
export function NextBar<R extends string>({ address, sent, children, about, inMs }: NextBarProps<R>) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (inMs === null || sent.pending) return undefined;
    const timer = setTimeout(() => form.current?.requestSubmit(), inMs);
    return () => clearTimeout(timer);
  }, [inMs, sent.pending]);
  return (
    <form ref={form} {...sent.form} className={bar}>
      <AddressFields address={address} />
      <Button icon="arrow-right" after pending={sent.pending} className="max-sm:grow">
        {children}
      </Button>
      <span className="text-sm text-ink-soft">{about}</span>
      <StepProblem sent={sent} />
    </form>
  );
}
