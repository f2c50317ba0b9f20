import type { FailureReason } from './runs.ts';

/** Why a check that was run does not hold, in a sentence; nothing of hidden input or wanted values. */
export function failureMessage(why: FailureReason): string {
  switch (why.kind) {
    case 'stopped':
      return `Your program stopped with ${why.name ?? 'an error'}${why.line === null ? '' : ` on line ${why.line}`}.`;
    case 'call-stopped':
      return `When it was tried out, your program stopped with ${why.name ?? 'an error'}.`;
    case 'ended':
      return 'Your program ended Python or JavaScript itself, so it could not be tried out.';
    case 'cut':
      return 'It printed more than 64 KB, so the rest was cut.';
    case 'too-deep':
      return 'Its functions called one another too deeply, so it was stopped. Does the recursion end?';
    case 'time-out':
      return 'It ran longer than 5 seconds and was stopped.';
    case 'out-of-memory':
      return 'It used more than 256 MB of memory and was stopped.';
  }
}
