import { Button } from '#components/ui/button.tsx';
import type { AnswerOutcome } from '#lib/sitting/served-item.ts';
import { Checks } from './checks.tsx';
import type { RunState } from './run-state.ts';

export interface ResultZoneProps {
  /** The run, if it is newer than the last check. */
  run: RunState | null;
  outcome: AnswerOutcome | null;
  /** Shows the last check again. */
  onChecks: () => void;
}

/** What came last: the output of a run, or the results of a check. */
export function ResultZone({ run, outcome, onChecks }: ResultZoneProps) {
  return (
    <>
      {run?.output ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard
        <section aria-label="Output" tabIndex={0} className="code-box mt-2 max-h-80 overflow-y-auto">
          <pre role="log" className="whitespace-pre">
            {run.output}
          </pre>
        </section>
      ) : null}
      {outcome && !run ? <Checks outcome={outcome} /> : null}
      {outcome && run?.phase === 'ended' ? (
        <Button type="button" kind="bare" size="small" onClick={onChecks} className="-ms-3 mt-1">
          Show the last check again
        </Button>
      ) : null}
    </>
  );
}
