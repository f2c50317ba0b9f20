import { ButtonLink } from '#components/ui/button.tsx';
import type { FormAction } from '#lib/form-state.ts';
import type { NextStep, StepFacts, Way } from '#lib/progress/next-step.ts';
import { MissedAgain } from './missed-again.tsx';

export interface NextWaysProps {
  step: NextStep | null;
  facts: Pick<StepFacts, 'open' | 'test'>;
  /** Begins a round of what was missed; null when there is nothing to mend. */
  missed: FormAction<unknown, string> | null;
  place: { readonly lesson: string; readonly activity: string };
}

/** The one step recommended, with its reason, and the other ways on. */
export function NextWays({ step, facts, missed, place }: NextWaysProps) {
  const first = step?.kind === 'go' ? step.way : null;
  const others = [facts.open, facts.test].filter((way) => way !== null && way.path !== first?.path);
  return (
    <div className="mt-4">
      <div className="flex flex-wrap items-center gap-3">
        {missed ? <MissedAgain action={missed} place={place} isFirst={step?.kind === 'missed'} /> : null}
        {first ? <WayOn way={first} isFirst /> : null}
        {others.map((way) => (way ? <WayOn key={way.path} way={way} isFirst={step === null} /> : null))}
      </div>
      {step ? <p className="mt-3 max-w-measure text-ink-soft">{step.why}</p> : null}
    </div>
  );
}

function WayOn({ way: { path, title }, isFirst }: { way: Way; isFirst: boolean }) {
  return (
    <ButtonLink
      href={path}
      kind={isFirst ? 'primary' : 'quiet'}
      icon="arrow-right"
      after
      className={`max-sm:w-full ${isFirst ? '-order-1' : ''}`}
    >
      {isFirst ? `Next: ${title}` : title}
    </ButtonLink>
  );
}
