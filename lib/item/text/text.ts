import { z } from 'zod';
import type { ItemSource, ItemType } from '#lib/item/item-type.ts';
import {
  type ListedAnswer,
  readListedAnswers,
  reportDuplicateAnswer,
  severalAnswers,
} from '#lib/item/listed-answers.ts';
import { type Ignorable, ignorable, ignorableOf, isSame, normalise } from '#lib/item/normalise.ts';
import { attributeNode } from '#lib/item/parts.ts';
import { anyOf, statedParts } from '#lib/item/stated-parts.ts';
import { ignoreAttribute, lengthAttribute } from '#lib/item/typed-attributes.ts';
import { foldCase } from '#lib/text/fold-case.ts';
import type { Rich } from '#lib/text/rich.ts';
import { blindResults, examples } from './examples.ts';
import { formProblem, forms, lengthIn, type TextForm, type TextLength } from './text-form.ts';

/** All of it is shown to the learner. */
export interface TextBody {
  readonly form: TextForm | null;
  readonly length: TextLength | null;
  readonly ignore: readonly Ignorable[];
}

export interface TextKey {
  readonly right: readonly KnownText[];
  readonly wrong: readonly KnownText[];
}

interface KnownText {
  /** As the author wrote it. */
  readonly says: string;
  readonly note: Rich | null;
}

export interface TextAnswer {
  readonly text: string;
}

/** One or a few words, compared without the differences that the author declares not to count. */
export const text: ItemType<'text', TextBody, TextKey, TextAnswer, TextBody> = {
  name: 'text',
  component: 'Text',
  attributes: z.strictObject({
    ignore: ignoreAttribute(ignorable).optional(),
    form: z.enum(forms).optional(),
    length: lengthAttribute.optional(),
  }),
  graded: true,
  freeHints: false,
  mayVary: true,
  read(source) {
    const read = readListedAnswers(source);
    if (!read) return undefined;
    const { attributes } = source;
    const body = {
      form: forms.find((form) => form === attributes.form) ?? null,
      length: lengthIn(attributes.length),
      ignore: ignorableOf(attributes.ignore),
    };
    if (body.length && body.length.least > body.length.most) {
      source.report(
        attributeNode(source.element, 'length'),
        'length-empty',
        `No text has ${body.length.least} characters or more and at most ${body.length.most}. Write the smaller number first.`,
      );
    }
    reportAnswers([...read.right, ...read.wrong], body, source);
    return {
      prompt: read.prompt,
      body,
      key: { right: read.right.map(knownText), wrong: read.wrong.map(knownText) },
    };
  },
  formSchema: z
    .object({ text: z.array(z.string().max(400)).readonly().default([]) })
    .transform((fields) => ({ text: (fields.text[0] ?? '').trim() })),
  validate(body, answer) {
    if (!normalise(answer.text, body.ignore)) return 'Write your answer first.';
    return formProblem(textToCheck(answer.text, body), body.form, body.length);
  },
  renameIds: (answer) => answer,
  publicOptions: (body) => body,
  /** score = 1 for a text that equals a right one after normalising; else 0. */
  grade(body, key, answer) {
    const correct = matchingText(key.right, body, answer) !== undefined;
    return { correct, score: correct ? 1 : 0 };
  },
  gradedBy: ({ ignore }, { right }) => ({
    choices: [],
    key: { ignore: ignore.toSorted(), right: right.map(({ says }) => says).toSorted() },
  }),
  explain(body, key, answer, full) {
    const right = matchingText(key.right, body, answer);
    const note = (right ?? matchingText(key.wrong, body, answer))?.note;
    const shown = { parts: { text: right ? 'right' : 'wrong' } as const, notes: note ? { text: note } : {} };
    const [first] = key.right;
    return full && first && !right ? { ...shown, model: [['p', null, ['code', null, first.says]]] } : shown;
  },
  blindAnswer: (_body, _key, chance) => ({ text: `word_${chance.below(1e6)}` }),
  guessesByRule(_body, { chance, prompt }) {
    const stated = anyOf(statedParts(prompt).names, chance);
    return stated === undefined ? {} : { 'shared-words': { text: stated } };
  },
  chosenParts: (answer) => [normalise(answer.text, [])],
  exampleAnswer(body, key, right, chance) {
    const [first] = key.right;
    if (right) return { text: first?.says ?? '' };
    const wrong = key.wrong[chance.below(key.wrong.length)]?.says;
    return { text: wrong ?? wrongText(first?.says ?? '', body) };
  },
  exampleSources: examples,
  blindResults,
};

const knownText = ({ text: says, feedback }: ListedAnswer): KnownText => ({ says, note: feedback });

/** The text whose form is checked: spaces that do not count do not break a form either. */
function textToCheck(given: string, { ignore }: TextBody): string {
  return normalise(given, ignore.includes('spaces') ? ['spaces'] : []);
}

function matchingText(
  listed: readonly KnownText[],
  { ignore }: TextBody,
  answer: TextAnswer,
): KnownText | undefined {
  return listed.find(({ says }) => isSame(says, answer.text, ignore));
}

/** Reports answers that cannot be typed, are empty after normalising, or count as another one. */
function reportAnswers(all: readonly ListedAnswer[], body: TextBody, source: ItemSource): void {
  const seen: string[] = [];
  for (const { text: says, node } of all.filter((one) => one.text)) {
    const problem = normalise(says, body.ignore)
      ? formProblem(textToCheck(says, body), body.form, body.length)
      : 'nothing is left of it without what does not count.';
    const several = severalAnswers(says);
    if (several) {
      source.report(
        node,
        'value-list',
        `«${says}» is one answer, which a learner would have to write as it stands. Write each on a line of its own: ${several.map((one) => `\`- [x] ${one}\``).join(', ')}.`,
      );
    } else if (problem) {
      source.report(
        node,
        'value-form',
        `Nobody can answer «${says}»: ${problem} Change it, or what the item asks for.`,
      );
    } else if (seen.some((other) => isSame(other, says, body.ignore))) {
      reportDuplicateAnswer(node, source);
    }
    seen.push(says);
  }
}

/** A wrong answer of the same form: only its first character differs. */
function wrongText(says: string, { form }: TextBody): string {
  const plain = normalise(says, []);
  const [first, other] = form === 'digits' ? ['1', '2'] : ['x', 'y'];
  return `${foldCase(plain).startsWith(first) ? other : first}${[...plain].slice(1).join('')}`;
}
