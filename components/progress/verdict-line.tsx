import { Mark } from '#components/ui/mark.tsx';
import { type Outcome, outcomeLabels } from '#lib/mastery/verdict.ts';
import { drawnBand, percentText } from '#lib/mastery/verdict-band.ts';
import { BandLine } from './band-line.tsx';

export interface VerdictLineProps {
  outcome: Outcome;
  /** The ends of the band of the share known, 0..1. */
  low: number;
  high: number;
  /** The threshold for strong, 0..1. */
  cut: number;
}

const styles = {
  strong: { mark: 'right', colour: 'text-right' },
  'not-yet': { mark: 'wrong', colour: 'text-wrong' },
  unsure: { mark: 'unsure', colour: 'text-unsure' },
} as const satisfies Record<Outcome, { mark: string; colour: string }>;

/** A verdict in one line: its name, and the band of what is known against the threshold for strong. */
export function VerdictLine({ outcome, low, high, cut }: VerdictLineProps) {
  const { mark, colour } = styles[outcome];
  const band = drawnBand({ outcome, low, high }, cut);
  return (
    <div className="min-w-[min(11rem,100%)]">
      <p className={`flex items-center gap-2 font-semibold ${colour}`}>
        <Mark kind={mark} size={18} />
        {outcomeLabels[outcome]}
      </p>
      <BandLine band={band} cut={cut} className={`mt-1.5 ${colour}`} />
      <p className="mt-0.5 text-sm text-ink-soft tabular-nums">
        {band.lowText} to {band.highText} known, strong from {percentText(cut)}
      </p>
    </div>
  );
}
