export type LevelName = 'easy' | 'medium' | 'hard';

const styles = {
  easy: { steps: 1, colour: 'text-easy' },
  medium: { steps: 2, colour: 'text-medium' },
  hard: { steps: 3, colour: 'text-hard' },
} as const satisfies Record<LevelName, { steps: number; colour: string }>;

/** The outlines of the three bars. */
const bars = ['M.5 8.5h4v3h-4z', 'M6.75 5h4v6.5h-4z', 'M13 1.5h4v10h-4z'];

/** The level as one to three bars and a word. */
export function LevelTag({ level }: { level: LevelName }) {
  const { steps, colour } = styles[level];
  return (
    <span className={`level-tag ${colour}`}>
      <svg viewBox="0 0 18 12" width="18" height="12" aria-hidden="true">
        <path d={bars.join('')} fill="none" />
        <path d={bars.slice(0, steps).join('')} fill="currentColor" />
      </svg>
      {level}
    </span>
  );
}
