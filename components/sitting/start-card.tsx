import type { ReactNode } from 'react';
import { AddressFields } from '#components/item/form/address-fields.tsx';
import type { SentForm } from '#components/item/form/use-form.ts';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import type { SittingAddress } from '#lib/sitting/served-item.ts';
import { SittingFormError } from './sitting-form-error.tsx';

export interface StartCardProps<R extends string> {
  /** What will happen: how many, how often, how long, what for. */
  intro: ReactNode;
  address: SittingAddress;
  sent: SentForm<SittingView, R>;
  start: string;
  signedIn: boolean;
  signInHref: string;
}

/** The rules of a challenge or test, and the button that starts it. */
export function StartCard<R extends string>(props: StartCardProps<R>) {
  const { intro, address, sent, start, signedIn, signInHref } = props;
  return (
    <Card as="section" className="max-w-[46rem] sm:p-8">
      <h2 className="text-xl">What to expect</h2>
      <div className="mt-4">{intro}</div>
      {signedIn ? (
        <form {...sent.form} className="mt-7">
          <AddressFields address={address} />
          <Button size="large" pending={sent.pending} className="max-sm:w-full">
            {start}
          </Button>
          <SittingFormError sent={sent} />
        </form>
      ) : (
        <div className="mt-7">
          <ButtonLink href={signInHref} size="large" className="max-sm:w-full">
            Sign in to start
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
