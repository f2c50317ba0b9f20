import { Mark } from '#components/ui/mark.tsx';

export type VerdictOutcome = 'strong' | 'not-yet' | 'unsure';

export interface VerdictBandProps {
  /** The probability that the share known is above the threshold, 0..1. */
  pStrong: number;
  /** Ends of the interval for the share known, 0..1. */
  low: number;
  high: number;
  /** The threshold for strong, 0..1. */
  cut: number;
  outcome: VerdictOutcome;
  /** The point estimate of the share known; by default the middle of the interval. */
  at?: number | undefined;
}

const outcomes = [
  { outcome: 'not-yet', word: 'Not yet', mark: 'wrong', style: 'text-wrong border-wrong' },
  { outcome: 'unsure', word: 'Can’t tell yet', mark: 'unsure', style: 'text-unsure border-unsure' },
  { outcome: 'strong', word: 'Strong', mark: 'right', style: 'text-right border-right' },
] as const;

const colour = {
  'not-yet': 'text-wrong',
  unsure: 'text-unsure',
  strong: 'text-right',
} as const satisfies Record<VerdictOutcome, string>;

const part = (share: number): string => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(1)}%`;
const words = (share: number): string => `${Math.round(share * 100)} %`;

/** Never shows 0 % or 100 % for a probability that is neither. */
function chanceWords(chance: number): string {
  if (chance < 0.005) return 'less than 1 %';
  return chance > 0.995 ? 'more than 99 %' : words(chance);
}

/** The verdict as a figure: the threshold, the estimate and its interval, and the three possible outcomes. */
export function VerdictBand({ pStrong, low, high, cut, outcome, at = (low + high) / 2 }: VerdictBandProps) {
  return (
    <figure className="keep-together max-w-measure">
      <Band low={low} high={high} cut={cut} at={at} outcome={outcome} />
      <figcaption>
        <ol className="mt-4 grid grid-cols-3 gap-2">
          {outcomes.map((one) => (
            <Word key={one.outcome} {...one} yours={one.outcome === outcome} />
          ))}
        </ol>
        <p className="mt-4">
          You most likely know between <b>{words(low)}</b> and <b>{words(high)}</b> of this. The chance that
          it is {words(cut)} or more is <b>{chanceWords(pStrong)}</b>.
        </p>
      </figcaption>
    </figure>
  );
}

function Band({ low, high, cut, at, outcome }: Omit<VerdictBandProps, 'pStrong'> & { at: number }) {
  const side = cut > 0.5 ? 'end' : 'start';
  return (
    <svg
      width="100%"
      height="92"
      aria-hidden="true"
      className={`block overflow-visible text-sm ${colour[outcome]}`}
    >
      <rect y="38" width="100%" height="32" rx="3" className="fill-line" />
      <rect
        x={part(cut)}
        y="38"
        width={part(1 - cut)}
        height="32"
        rx="3"
        className="fill-right"
        opacity=".2"
      />
      <rect x={part(low)} y="46" width={part(high - low)} height="16" className="fill-paper" />
      <rect x={part(low)} y="46" width={part(high - low)} height="16" fill="currentColor" opacity=".38" />
      {[low, high].map((end) => (
        <line key={end} x1={part(end)} x2={part(end)} y1="42" y2="66" stroke="currentColor" strokeWidth="2" />
      ))}
      <line x1={part(cut)} x2={part(cut)} y1="22" y2="74" className="stroke-ink" strokeWidth="2" />
      <text x={part(cut)} y="14" dx={side === 'end' ? 4 : -4} textAnchor={side} className="fill-ink-soft">
        strong from {words(cut)}
      </text>
      <circle cx={part(at)} cy="54" r="9" fill="currentColor" className="stroke-paper" strokeWidth="2.5" />
      <text x={part(at)} y="89" textAnchor="middle" className="fill-ink font-semibold">
        you
      </text>
      {at > 0.2 ? (
        <text x="0" y="89" className="fill-ink-soft">
          0 %
        </text>
      ) : null}
      {at < 0.8 ? (
        <text x="100%" y="89" textAnchor="end" className="fill-ink-soft">
          100 %
        </text>
      ) : null}
    </svg>
  );
}

function Word({ word, mark, style, yours }: (typeof outcomes)[number] & { yours: boolean }) {
  const face = yours
    ? `border-t-4 pt-2 font-semibold ${style}`
    : 'border-line mt-[3px] border-t pt-2 text-ink-soft';
  return (
    <li
      aria-current={yours ? 'true' : undefined}
      className={`flex items-start gap-2 text-sm leading-5 sm:text-base sm:leading-5 ${face}`}
    >
      {yours ? <Mark kind={mark} size={18} /> : null}
      {word}
    </li>
  );
}
