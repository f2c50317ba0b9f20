import type { ReactNode } from 'react';
import { Button, ButtonLink } from '#components/ui/button.tsx';

const bar =
  'mt-5 flex flex-wrap items-center gap-x-5 gap-y-2 max-sm:sticky max-sm:bottom-0 max-sm:z-20 max-sm:-mx-4 max-sm:border-t max-sm:border-line max-sm:bg-paper-raised max-sm:px-4 max-sm:pt-2 max-sm:pb-[max(0.5rem,env(safe-area-inset-bottom))]';

export interface CheckBarProps {
  /** The word on the button. */
  check: string;
  pending: boolean;
  /** Stands beside the button: a clock. */
  children: ReactNode;
}

/** The button that answers, and the clock if there is one; at the foot of the screen on a phone. */
export function CheckBar({ check, pending, children }: CheckBarProps) {
  return (
    <div className={`no-print ${bar}`}>
      <Button pending={pending} className="max-sm:grow">
        {check}
      </Button>
      {children}
    </div>
  );
}

/** For visitors: everything can be read, and answering begins with signing in. */
export function SignInBar({ href, words }: { href: string; words?: string | undefined }) {
  return (
    <div className="no-print mt-5">
      <ButtonLink href={href} kind="quiet">
        {words ?? 'Sign in to check your answer'}
      </ButtonLink>
    </div>
  );
}
