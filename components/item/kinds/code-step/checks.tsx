import { Text } from '#components/lesson/text.tsx';
import { Mark } from '#components/ui/mark.tsx';
import type { AnswerOutcome } from '#lib/sitting/served-item.ts';

/** The result of each check of a program. */
export function Checks({ outcome }: { outcome: AnswerOutcome }) {
  const checks = Object.entries(outcome.parts);
  const held = checks.filter(([, state]) => state === 'right').length;
  return (
    <div className="mt-5">
      <p className="font-semibold tabular-nums">
        {held} of {checks.length} checks passed
      </p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {checks.map(([id, state]) => (
          <li key={id} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-2.5">
            <Mark kind={state} className="mt-[0.25em]" />
            <div>
              <span className={state === 'right' ? '' : 'font-semibold'}>{id.replaceAll('-', ' ')}</span>
              <span className="text-ink-soft">{state === 'right' ? ': passed' : ': not yet'}</span>
              {outcome.notes[id] ? <Text nodes={outcome.notes[id]} className="mt-1" /> : null}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
