import { Mark } from '#components/ui/mark.tsx';
import { levelLabels, type MasteryLevel } from '#lib/mastery/level.ts';

export interface MasteryMarkProps {
  level: MasteryLevel;
  size?: number | undefined;
}

const colours: Record<MasteryLevel, string> = {
  new: 'text-ink-soft',
  learning: 'text-accent',
  strong: 'text-right',
  fading: 'text-unsure',
};

/** One shape for each level: dotted ring, half disc, full disc with a check, ring that is open at the right. */
export function MasteryMark({ level, size = 20 }: MasteryMarkProps) {
  if (level === 'strong') return <Mark kind="right" size={size} />;
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`inline-block shrink-0 ${colours[level]}`}
    >
      {level === 'new' ? <circle cx="10" cy="10" r="8.25" strokeDasharray="0.1 4.2" /> : null}
      {level === 'learning' ? (
        <>
          <circle cx="10" cy="10" r="8.25" />
          <path d="M10 18.25a8.25 8.25 0 0 1 0-16.5z" fill="currentColor" />
        </>
      ) : null}
      {level === 'fading' ? (
        <>
          <path d="M14.7 3.2a8.25 8.25 0 1 0 0 13.6" />
          <path d="m6 10.4 2.8 2.8L14 7.2" />
        </>
      ) : null}
    </svg>
  );
}

/** The level in one word, beside its shape. */
export function MasteryWord({ level, size = 18 }: MasteryMarkProps) {
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold ${colours[level]}`}>
      <MasteryMark level={level} size={size} />
      {levelLabels[level]}
    </span>
  );
}
