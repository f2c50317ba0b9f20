// @ts-check

/** At most so many lines at once, and one more in each period. */
const burst = 10;
const periodMs = 10_000;
const maxLength = 80;

/**
 * A log of refused requests that strangers cannot fill: short lines, few of them, and a count of those left out.
 * @param {(line: string) => void} write
 * @param {() => number} nowMs
 * @returns {(status: number, request: { method?: string | undefined, url?: string | undefined }, why: string) => void}
 */
export function refusalLog(write, nowMs = () => Date.now()) {
  let lines = burst;
  let atMs = nowMs();
  let leftOut = 0;
  return (status, { method = '', url = '' }, why) => {
    const now = nowMs();
    const periods = Math.floor(Math.max(0, now - atMs) / periodMs);
    lines = Math.min(burst, lines + periods);
    atMs += periods * periodMs;
    if (lines === 0) {
      leftOut += 1;
      return;
    }
    lines -= 1;
    // The query may hold a secret.
    const [path = ''] = url.split('?');
    const others = leftOut === 0 ? '' : ` (and ${leftOut} more)`;
    write(`refused ${status} ${short(method)} ${short(path)}: ${short(why)}${others}`);
    leftOut = 0;
  };
}

/** @param {string} text */
function short(text) {
  const line = text.split('\n')[0]?.replace(/[^\x20-\x7e]/g, '?') ?? '';
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}
