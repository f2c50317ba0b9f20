import { Icon } from '#components/ui/icon.tsx';
import { type SetStep, type StepResult, stepResult } from './set-steps.ts';

export interface SetBarProps {
  steps: readonly SetStep[];
  /** The index of the current step. */
  at: number;
  /** Its name: a page may have two sets. */
  name: string;
}

const words = { right: 'right', missed: 'not right yet', todo: 'open' } as const satisfies Record<
  StepResult,
  string
>;

/** Back, the progress line, and the switch between one at a time and a list. */
export function SetBar({ steps, at, name }: SetBarProps) {
  const before = steps[at - 1]?.id;
  return (
    <nav aria-label={name} className="set-bar no-print needs-script">
      <a
        {...(before ? { href: `#${before}` } : {})}
        data-go="back"
        className="set-only button button-bare min-h-11 px-2"
      >
        <Icon name="arrow-right" className="rotate-180" />
        <span className="max-sm:sr-only">Back</span>
      </a>
      <ol className="set-only set-line">
        {steps.map((step, index) => (
          <li key={step.id}>
            <a
              href={`#${step.id}`}
              data-result={stepResult(step)}
              aria-current={index === at ? 'step' : undefined}
            >
              <span className="sr-only">
                Question {index + 1}: {words[stepResult(step)]}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <button type="button" onClick={switchView} className="set-switch">
        <span className="set-only">Show all</span>
        <span className="list-only">Show one at a time</span>
      </button>
    </nav>
  );
}

const switchView = () => import('./switch-view.ts').then((script) => script.switchView(), ignore);

// Without a connection it may be missing: the view stays as it is.
const ignore = () => undefined;
