export type StoneState = 'new' | 'open' | 'started' | 'current' | 'done' | 'strong' | 'fading';

export interface StoneProps {
  state: StoneState;
  /** Width in px; the height is half of it. */
  size?: number | undefined;
  className?: string | undefined;
}

const outline = 'M4 22C4 11 14 4 31 4s29 6 29 17c0 6-6 7-29 7S4 28 4 22Z';
const halo = 'M1.2 22.4C1.2 9.4 12.2 1.2 31 1.2S62.8 8.6 62.8 21.2c0 8.4-7.4 9.6-31.8 9.6S1.2 30.8 1.2 22.4Z';
const check = 'm24 16.4 5 4.6 11-10.4';

const colours: Record<StoneState, string> = {
  new: 'text-line-strong',
  open: 'text-accent',
  started: 'text-accent',
  current: 'text-accent',
  done: 'text-accent',
  strong: 'text-right',
  fading: 'text-unsure',
};

/**
 * A stepping stone, one picture for each state wherever progress is drawn: dashed (new), a plain rim
 * (open: a good place to begin), half filled (started), a thick rim
 * with a dot (current: where the person is), filled with a check (done), the same with a second rim (strong), and a rim that
 * breaks up around its check (fading). States differ in shape as well as in colour. Hidden from screen readers: name the
 * state in words beside it.
 */
export function Stone({ state, size = 64, className = '' }: StoneProps) {
  return (
    <svg
      viewBox="0 0 64 32"
      width={size}
      height={size / 2}
      aria-hidden="true"
      stroke="currentColor"
      className={`mark ${colours[state]} ${className}`}
    >
      <Picture state={state} />
    </svg>
  );
}

function Picture({ state }: Pick<StoneProps, 'state'>) {
  switch (state) {
    case 'new':
      return <path d={outline} className="fill-paper" strokeDasharray="3 4" />;
    case 'open':
      return <path d={outline} className="fill-accent-tint" />;
    case 'started':
      return (
        <>
          <path d={outline} className="fill-accent-tint" />
          <path d="M4 20c9 2 18-2 28 0s19 1 28 0c.4 7-6 8-29 8S3.6 27 4 20Z" fill="currentColor" />
        </>
      );
    case 'current':
      return (
        <>
          <path d={outline} className="fill-accent-tint" strokeWidth="3.5" />
          <circle cx="32" cy="16" r="4" fill="currentColor" stroke="none" />
        </>
      );
    case 'done':
      return (
        <>
          <path d={outline} fill="currentColor" />
          <path d={check} className="stroke-paper" strokeWidth="2.75" />
        </>
      );
    case 'strong':
      return (
        <>
          <path d={halo} />
          <path d={outline} fill="currentColor" transform="translate(3.2 1.75) scale(.9)" />
          <path d={check} className="stroke-paper" strokeWidth="2.75" />
        </>
      );
    case 'fading':
      return (
        <>
          <path d={outline} className="fill-unsure-tint" strokeDasharray="0.1 4" />
          <path d="M42 5C38.5 4.300 35 4 31 4 14 4 4 11 4 22c0 6 4 6 27 6 4 0 8 0 11-.1" />
          <path d={check} strokeWidth="2.25" />
        </>
      );
  }
}
