import { type Outcome, outcomeLabels } from '#lib/mastery/verdict.ts';

/** Where the small band of each outcome begins and ends; the line stands at 20 of 36. */
const pictures = {
  'not-yet': { from: 2, to: 15, colour: 'text-wrong' },
  unsure: { from: 11, to: 29, colour: 'text-unsure' },
  strong: { from: 25, to: 34, colour: 'text-right' },
} as const satisfies Record<Outcome, { from: number; to: number; colour: string }>;

const outcomes = ['not-yet', 'unsure', 'strong'] as const satisfies readonly Outcome[];

/** The three possible verdicts, each with the place of its band. */
export function VerdictKey({ outcome }: { outcome: Outcome }) {
  return (
    <ul
      aria-label="The three verdicts"
      className="mt-4 flex list-none flex-wrap gap-x-6 gap-y-1 p-0 text-sm text-ink-soft"
    >
      {outcomes.map((one) => {
        const { from, to, colour } = pictures[one];
        const isThis = one === outcome;
        return (
          <li
            key={one}
            aria-current={isThis ? 'true' : undefined}
            className={`flex items-center gap-2 ${isThis ? 'font-semibold text-ink' : ''}`}
          >
            <svg width="36" height="16" aria-hidden="true" className={`block ${colour}`}>
              <rect y="6" width="36" height="4" rx="2" className="fill-line" />
              <rect x={from} y="4" width={to - from} height="8" rx="3" fill="currentColor" />
              <line x1="20" x2="20" y1="0" y2="16" className="stroke-ink" strokeWidth="1.5" />
            </svg>
            {outcomeLabels[one]}
          </li>
        );
      })}
    </ul>
  );
}
