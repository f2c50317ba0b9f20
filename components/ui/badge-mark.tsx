import { Icon } from './icon.tsx';

/** The rim of a seal with `lobes` soft waves, around (48, 44). */
function rim(lobes: number, radius: number, depth: number): string {
  const steps = lobes * 12;
  const at = (step: number): string => {
    const turn = (step / steps) * 2 * Math.PI;
    const r = radius + depth * Math.cos(lobes * turn);
    return `${(48 + r * Math.sin(turn)).toFixed(1)} ${(44 - r * Math.cos(turn)).toFixed(1)}`;
  };
  return `M${Array.from({ length: steps }, (_, step) => at(step)).join('L')}Z`;
}

const seal = rim(16, 37, 2.2);

export interface BadgeMarkProps {
  /** The name of the badge, announced together with its state. */
  name: string;
  earned: boolean;
  /** Just earned: it is animated once. */
  fresh?: boolean | undefined;
  /** Width in px. */
  size?: number | undefined;
}

/** A seal with two ribbons when earned, its dashed outline otherwise. */
export function BadgeMark({ name, earned, fresh = false, size = 96 }: BadgeMarkProps) {
  return (
    <span
      role="img"
      aria-label={`${name}: ${earned ? 'earned' : 'not yet earned'}`}
      className="relative inline-block"
    >
      <svg
        viewBox="0 0 96 112"
        width={size}
        height={(size * 112) / 96}
        aria-hidden="true"
        className={fresh ? 'animate-settle' : ''}
        fill="none"
        strokeLinejoin="round"
      >
        {earned ? (
          <>
            <path
              d="M30 70 20 108l14-6 9 9 7-32zM66 70l10 38-14-6-9 9-7-32z"
              className="fill-accent-tint stroke-accent"
              strokeWidth="1.5"
            />
            <path d={seal} className="fill-accent" />
            <circle cx="48" cy="44" r="30" className="stroke-accent-ink" strokeWidth="1" opacity=".75" />
            <circle
              cx="48"
              cy="44"
              r="27"
              className="stroke-accent-ink"
              strokeWidth="1"
              strokeDasharray="0.1 3.3"
              strokeLinecap="round"
              opacity=".75"
            />
          </>
        ) : (
          <>
            <path
              d="M30 74 20 108l14-6 9 9 5-25M66 74l10 34-14-6-9 9-5-25"
              className="stroke-line-strong"
              strokeWidth="1.25"
              strokeDasharray="3 4"
            />
            <path
              d={seal}
              className="fill-paper stroke-line-strong"
              strokeWidth="1.25"
              strokeDasharray="3 4"
            />
          </>
        )}
        <Middle earned={earned} />
      </svg>
    </span>
  );
}

function Middle({ earned }: { earned: boolean }) {
  return (
    <g transform="translate(32 28)" className={earned ? 'text-accent-ink' : 'text-ink-soft'}>
      <Icon name={earned ? 'check' : 'lock'} size={32} />
    </g>
  );
}
