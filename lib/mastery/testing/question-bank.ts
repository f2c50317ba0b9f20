import type { Chance } from '#lib/chance/chance.ts';
import type { BlindQuestion } from '#lib/mastery/guessers/blind-question.ts';
import { wordModel } from '#lib/mastery/guessers/word-model.ts';
import { termCounts } from '#lib/text/terms.ts';

const vocabulary =
  'seed draw split shuffle model weight score image digest lock file commit record version range state layer batch epoch train tensor kernel cache branch merge remote index stage patch graph cursor socket buffer thread queue signal'.split(
    ' ',
  );

export const phrase = (dice: Chance, length: number): string =>
  Array.from({ length }, () => vocabulary[dice.below(vocabulary.length)] ?? '').join(' ');

export interface BankDesign {
  readonly size: number;
  readonly options?: number;
  /** Changes the right option. */
  readonly right?: (text: string, stem: string) => string;
  /** Changes the wrong ones. */
  readonly wrong?: (text: string, right: string) => string;
  readonly stem?: (text: string) => string;
  readonly place?: () => number;
  /** The text that the bots have read. */
  readonly lesson?: string;
}

/** Questions whose right option differs from the others only by the design. */
export function questionBank(dice: Chance, design: BankDesign): BlindQuestion[] {
  const { size, options: count = 4, right = same, wrong = same, stem: asks = same } = design;
  const words = wordModel(design.lesson ?? '');
  return Array.from({ length: size }, (_, number) => {
    const stem = asks(`Which of these is told by the ${phrase(dice, 5)}?`);
    const rightAt = design.place?.() ?? dice.below(count);
    const plain = Array.from({ length: count }, () => phrase(dice, 5 + dice.below(4)));
    const key = right(plain[rightAt] ?? '', stem);
    const texts = plain.map((text, at) => (at === rightAt ? key : wrong(text, key)));
    return questionOf(`q${number}`, { stem, texts, rightAt, familiarity: words.familiarity });
  });
}

function questionOf(
  id: string,
  {
    stem,
    texts,
    rightAt,
    familiarity,
  }: {
    readonly stem: string;
    readonly texts: readonly string[];
    readonly rightAt: number;
    readonly familiarity: (text: string) => number;
  },
): BlindQuestion {
  return {
    id,
    kind: 'choice',
    stem,
    stemTerms: termCounts(stem),
    options: texts.map((text, at) => ({
      id: `o${at}`,
      text,
      terms: termCounts(text),
      familiarity: familiarity(text),
      last: false,
    })),
    right: [`o${rightAt}`],
    several: false,
    chance: 1 / texts.length,
    rules: {},
    typed: null,
    accepts: () => false,
  };
}

const same = (text: string): string => text;
