import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { VerdictLine } from '#components/progress/verdict-line.tsx';
import { VerdictBand } from './verdict-band.tsx';

const cut = 0.7;

/** From where to where the widest bar in the colour of the outcome is drawn, in percent of the axis. */
function drawn(html: string): [number, number] {
  const bar = /<rect x="([\d.]+)%" y="\d+" width="([\d.]+)%"[^>]*fill="currentColor"/.exec(html);
  const [x, width] = [Number(bar?.[1]), Number(bar?.[2])];
  return [x, x + width];
}

test.each([
  { outcome: 'not-yet', low: 0.31, high: 0.73, side: 'left', why: 'stored with wider quantiles' },
  { outcome: 'not-yet', low: 0.26, high: 0.6999, side: 'left', why: 'ends just before the line' },
  { outcome: 'unsure', low: 0.699, high: 0.9, side: 'across', why: 'begins just before the line' },
  { outcome: 'unsure', low: 0.37, high: 0.74, side: 'across', why: 'crosses' },
  { outcome: 'strong', low: 0.7001, high: 0.95, side: 'right', why: 'begins just after the line' },
] as const)('both pictures of "$outcome": $why', ({ outcome, low, high, side }) => {
  for (const html of [
    renderToStaticMarkup(<VerdictBand {...{ outcome, low, high, cut }} pStrong={0.5} />),
    renderToStaticMarkup(<VerdictLine {...{ outcome, low, high, cut }} />),
  ]) {
    const [from, to] = drawn(html);
    // Two percent of a phone's 280 pixels are five: the line and its margin are five wide.
    const seen =
      from >= 71.9 ? 'right' : to <= 68.1 ? 'left' : from <= 68.1 && to >= 71.9 ? 'across' : 'touches';
    expect(seen).toBe(side);
  }
});
