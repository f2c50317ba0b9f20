export type LevelName = 'easy' | 'medium' | 'hard';

const styles = {
  easy: { steps: 1, colour: 'text-easy' },
  medium: { steps: 2, colour: 'text-medium' },
  hard: { steps: 3, colour: 'text-hard' },
} as const satisfies Record<LevelName, { steps: number; colour: string }>;

/** The level as one to three bars and a word. */
export function LevelTag({ level }: { level: LevelName }) {
  const { steps, colour } = styles[level];
  return (
    <span className={`inline-flex items-baseline gap-1.5 text-sm font-semibold whitespace-nowrap ${colour}`}>
      <svg viewBox="0 0 18 12" width="18" height="12" aria-hidden="true">
        {[0, 1, 2].map((step) => (
          <rect
            key={step}
            x={step * 6.25 + 0.5}
            y={8 - step * 3.5 + 0.5}
            width="4"
            height={3 + step * 3.5}
            rx="0.75"
            fill={step < steps ? 'currentColor' : 'none'}
            stroke="currentColor"
          />
        ))}
      </svg>
      {level}
    </span>
  );
}
