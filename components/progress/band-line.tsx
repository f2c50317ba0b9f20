import type { DrawnBand } from '#lib/mastery/verdict-band.ts';

export interface BandLineProps {
  band: DrawnBand;
  /** The threshold for strong, 0..1. */
  cut: number;
  /** Its colour is that of the band. */
  className: string;
}

const part = (share: number): string => `${share * 100}%`;

/** The band of what is known on a thin axis from 0 to 100 %, against the threshold for strong. */
export function BandLine({ band: { low, high }, cut, className }: BandLineProps) {
  return (
    <svg width="100%" height="16" aria-hidden="true" className={`block ${className}`}>
      <rect y="5" width="100%" height="6" rx="3" className="fill-line" />
      <rect x={part(low)} y="5" width={part(high - low)} height="6" rx="3" fill="currentColor" />
      <line x1={part(cut)} x2={part(cut)} y1="0" y2="16" className="stroke-ink" strokeWidth="2" />
    </svg>
  );
}
