import type { Figure } from '#lib/statistics/item-figures.ts';
import type { Suggestion } from './suggestion.ts';

/** A suggestion in words: what the answers say, with n and interval, and the edit that it proposes. */
export function suggestionText(suggestion: Suggestion): { readonly says: string; readonly edit: string } {
  const { figure } = suggestion;
  switch (suggestion.kind) {
    case 'dead-distractor':
      return {
        says: `«${suggestion.option}» is chosen by ${sharesText(figure)}.`,
        edit: `Put a wrong idea that learners have in the place of «${suggestion.option}», or take it away.`,
      };
    case 'suspected-key': {
      const key = suggestion.key ? correlationText(suggestion.key) : 'none, as nobody or everybody chose it';
      return {
        says: `«${suggestion.option}» is chosen by those who do well elsewhere, correlation ${correlationText(figure)}; the key: ${key}; n ${figure.n}.`,
        edit: `Read the question. If «${suggestion.option}» is right, move the tick: - [x] for it, - [ ] for the present key.`,
      };
    }
    case 'wrong-level':
      return {
        says: `It is labelled ${suggestion.from}, and ${sharesText(figure)} are right at the first try.`,
        edit: `level="${suggestion.from}" → level="${suggestion.to}"`,
      };
    case 'short-clock':
      return {
        says: `Of the right answers ${sharesText(figure)} come in the last tenth of the clock, or later.`,
        edit: `time="${clockText(suggestion.fromMs)}" → time="${clockText(suggestion.toMs)}"`,
      };
    case 'hint-without-help':
      return {
        says: `After a wrong answer and a hint ${sharesText(figure)} are right; guessing would give ${suggestion.guessed.toFixed(2)}.`,
        edit: 'Write another hint: one that says what to look at, not what is asked.',
      };
  }
}

const sharesText = ({ value, low, high, n }: Figure): string =>
  `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}] of ${n}`;
const correlationText = ({ value, low, high }: Figure): string =>
  `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;

function clockText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
