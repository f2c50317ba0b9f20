import type { Level } from '#lib/item/registry.ts';
import { mean } from '#lib/statistics/moments.ts';
import { quantile } from '#lib/statistics/quantiles.ts';
import { chanceOfAtLeast, chanceOfAtMost } from '#lib/statistics/tails.ts';
import type { AnsweredItem } from './answered-lesson.ts';
import { suggestionLimits as limits } from './limits.ts';
import { share } from './option-rules.ts';
import type { TestedSuggestion } from './suggestion.ts';

/** A level that the share of those who know the answer contradicts; what guessing gives is taken off. */
export function wrongLevel({ itemId, level, firstAnswers }: AnsweredItem): TestedSuggestion[] {
  const n = firstAnswers.length;
  if (n < limits.leastForLevel) return [];
  const right = firstAnswers.filter(({ verdict }) => verdict === 'right').length;
  const guess = mean(firstAnswers.map((answer) => answer.guess ?? 0)) ?? 0;
  if (guess >= 1) return [];
  const rightIf = (known: number) => guess + (1 - guess) * known;
  const atMost = (known: number) => chanceOfAtMost(right, n, rightIf(known));
  const atLeast = (known: number) => chanceOfAtLeast(right, n, rightIf(known));
  const p = {
    easy: () => atMost(limits.half),
    medium: () => Math.min(1, 2 * Math.min(atMost(limits.mediumFrom), atLeast(limits.mediumTo))),
    hard: () => atLeast(limits.half),
  }[level]();
  const to = levelOf((right / n - guess) / (1 - guess));
  return [{ suggestion: { kind: 'wrong-level', itemId, from: level, to, figure: share(right, n) }, p }];
}

function levelOf(known: number): Level {
  if (known >= limits.easyFrom) return 'easy';
  return known <= limits.hardTo ? 'hard' : 'medium';
}

const quarterMinute = 15_000;

/** A clock in whose last tenth, or after which, more than a tenth of the right answers come. */
export function shortClock({ itemId, timeMs, firstAnswers }: AnsweredItem): TestedSuggestion[] {
  if (timeMs === null) return [];
  const times = firstAnswers.flatMap(({ verdict, durationMs }) =>
    verdict === 'right' && durationMs !== null && durationMs <= limits.longestTimes * timeMs
      ? [durationMs]
      : [],
  );
  const n = times.length;
  if (n < limits.leastForClock) return [];
  const late = times.filter((time) => time >= limits.lateFrom * timeMs).length;
  const enough = (quantile(times, 1 - limits.lateShare) ?? timeMs) / limits.lateFrom;
  const toMs = Math.max(Math.ceil(enough / quarterMinute) * quarterMinute, timeMs + quarterMinute);
  return [
    {
      suggestion: { kind: 'short-clock', itemId, fromMs: timeMs, toMs, figure: share(late, n) },
      p: chanceOfAtLeast(late, n, limits.lateShare),
    },
  ];
}

/** Hints after which learners do hardly better than by guessing among what the wrong answer has left. */
export function hintWithoutHelp({ itemId, options, afterHint }: AnsweredItem): TestedSuggestion[] {
  const n = afterHint.length;
  if (n < limits.leastForHint) return [];
  const right = afterHint.filter(({ verdict }) => verdict === 'right').length;
  const others = options ? options.ids.length - 1 : 0;
  const guessed = others > 0 ? 1 / others : (mean(afterHint.map(({ guess }) => guess ?? 0)) ?? 0);
  const helped = guessed + (1 - guessed) * limits.hintGain;
  return [
    {
      suggestion: { kind: 'hint-without-help', itemId, guessed, figure: share(right, n) },
      p: chanceOfAtMost(right, n, helped),
    },
  ];
}
