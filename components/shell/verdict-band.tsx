import { axisLabels, type BandLabel, bandLabels } from '#lib/mastery/band-labels.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { type DrawnBand, drawnBand, percentText } from '#lib/mastery/verdict-band.ts';

export type VerdictOutcome = 'strong' | 'not-yet' | 'unsure';

export interface VerdictBandProps {
  /** The probability that the share known is above the threshold, 0..1. */
  pStrong: number;
  /** The ends of the band, 0..1. */
  low: number;
  high: number;
  /** The threshold for strong, 0..1. */
  cut: number;
  outcome: VerdictOutcome;
  /** How sure each end is, 0..1; that of the test’s rule if absent. */
  confidence?: number;
}

const colour = {
  'not-yet': 'text-wrong',
  unsure: 'text-unsure',
  strong: 'text-right',
} as const satisfies Record<VerdictOutcome, string>;

const conclusion = {
  'not-yet': 'The band ends left of the line, so it is not yet.',
  unsure: 'The band crosses the line, so we don’t decide.',
  strong: 'The band begins right of the line, so it is strong.',
} as const satisfies Record<VerdictOutcome, string>;

const part = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Never shows 0 % or 100 % for a probability that is neither. */
function chanceWords(chance: number): string {
  if (chance < 0.005) return 'less than 1 %';
  return chance > 0.995 ? 'more than 99 %' : percentText(chance);
}

/** The verdict as a figure: what is known, as a band from 0 to 100 %, and the threshold as a line. */
export function VerdictBand({
  pStrong,
  low,
  high,
  cut,
  outcome,
  confidence = standardRule.confidence,
}: VerdictBandProps) {
  const band = drawnBand({ outcome, low, high }, cut);
  return (
    <figure className="keep-together max-w-measure">
      <Band band={band} cut={cut} outcome={outcome} />
      <figcaption className="mt-3 text-ink-soft">
        You know at least <b className="whitespace-nowrap text-ink">{band.lowText}</b> and at most{' '}
        <b className="whitespace-nowrap text-ink">{band.highText}</b> of this, each with{' '}
        <span className="whitespace-nowrap">{percentText(confidence)}</span> sureness. {conclusion[outcome]}{' '}
        The chance that you know more than <span className="whitespace-nowrap">{percentText(cut)}</span> is{' '}
        <b className="whitespace-nowrap text-ink">{chanceWords(pStrong)}</b>.
      </figcaption>
    </figure>
  );
}

/** The band has caps at its ends, so that it is seen without colours too. */
function Band({ band, cut, outcome }: { band: DrawnBand; cut: number; outcome: VerdictOutcome }) {
  const { low, high } = band;
  const side = cut > 0.5 ? 'end' : 'start';
  return (
    <svg
      width="100%"
      height="76"
      aria-hidden="true"
      data-band={outcome}
      className={`block overflow-visible text-sm tabular-nums ${colour[outcome]}`}
    >
      <rect y="31" width="100%" height="16" rx="8" className="fill-line" />
      <rect
        x={part(cut)}
        y="31"
        width={part(1 - cut)}
        height="16"
        rx="8"
        className="fill-right"
        opacity=".25"
      />
      <rect x={part(low)} y="28" width={part(high - low)} height="22" rx="5" fill="currentColor" />
      <line x1={part(cut)} x2={part(cut)} y1="20" y2="56" className="stroke-paper" strokeWidth="5" />
      <line x1={part(cut)} x2={part(cut)} y1="20" y2="58" className="stroke-ink" strokeWidth="2" />
      <text x={part(cut)} y="14" dx={side === 'end' ? 4 : -4} textAnchor={side} className="fill-ink-soft">
        strong from {percentText(cut)}
      </text>
      <Labels band={band} cut={cut} />
    </svg>
  );
}

/** The figures of the ends of the band, and those of the axis where there is room. */
function Labels({ band, cut }: { band: DrawnBand; cut: number }) {
  const labels = bandLabels(band, cut);
  return (
    <>
      {labels.map((label) => (
        <Label key={label.text} label={label} className="fill-ink" />
      ))}
      {axisLabels(labels).map((label) => (
        <Label key={label.text} label={label} className="fill-ink-soft" />
      ))}
    </>
  );
}

function Label({ label: { text, x, anchor }, className }: { label: BandLabel; className: string }) {
  return (
    <text x={part(x)} y="72" textAnchor={anchor} className={className}>
      {text}
    </text>
  );
}
