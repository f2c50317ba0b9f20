import { z } from 'zod';
import type { Explanation, ItemSource, ItemType, PartState } from '#lib/item/item-type.ts';
import { type ListedAnswer, readListedAnswers, reportDuplicateAnswer } from '#lib/item/listed-answers.ts';
import { isSame } from '#lib/item/normalise.ts';
import { attributeNode } from '#lib/item/parts.ts';
import { anyOf, statedParts } from '#lib/item/stated-parts.ts';
import { plainCharacters } from '#lib/text/plain-characters.ts';
import type { Rich } from '#lib/text/rich.ts';
import {
  absolute,
  compare,
  type Decimal,
  decimalOf,
  decimalText,
  isWhole,
  minus,
  plus,
  significantDigits,
} from './decimal.ts';
import { blindResults, examples } from './examples.ts';
import { readNumber } from './read-number.ts';
import { allowedDistance, isWithin, type Tolerance } from './tolerance.ts';

export interface NumberBody {
  /** The unit shown beside the field, with other ways to write it; empty if there is none or the learner writes it. */
  readonly units: readonly string[];
  /** Whether the unit is a part of the answer. */
  readonly asksUnit: boolean;
}

export interface NumberKey {
  readonly right: readonly KnownNumber[];
  readonly wrong: readonly KnownNumber[];
  /** The distance from a number that still counts. */
  readonly tolerance: Tolerance;
  /** The right unit, in all ways to write it. */
  readonly units: readonly string[];
}

interface KnownNumber {
  readonly value: number;
  /** All its digits, only if `value` cannot represent them. */
  readonly exact?: string;
  readonly note: Rich | null;
}

/** The number as typed; grading reads it again, which cannot fail since an unreadable one is not accepted. */
export interface NumberAnswer {
  readonly number: string;
}

export interface NumberView {
  readonly unit: string | null;
  readonly asksUnit: boolean;
}

/** Give a number, within a tolerance, with or without a unit. */
export const number: ItemType<'number', NumberBody, NumberKey, NumberAnswer, NumberView> = {
  name: 'number',
  component: 'Number',
  attributes: z.strictObject({
    tolerance: z
      .string()
      .regex(
        /^[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]{1,2})? ?%?$/,
        'write a number such as 0.5, or a share such as 2%',
      )
      .optional(),
    unit: z.string().min(1).max(120).optional(),
    'with-unit': z.literal('').optional(),
  }),
  graded: true,
  freeHints: false,
  mayVary: true,
  read(source) {
    const read = readListedAnswers(source);
    if (!read) return undefined;
    const { attributes } = source;
    const units = (attributes.unit ?? '')
      .split('|')
      .map((unit) => unit.trim())
      .filter(Boolean);
    const asksUnit = 'with-unit' in attributes;
    if (asksUnit && units.length === 0) {
      source.report(
        attributeNode(source.element, 'with-unit'),
        'unit-missing',
        'The learner is to write a unit, but none is right. Add unit="GB", or unit="GB|gigabytes".',
      );
    }
    const tolerance = toleranceOf(attributes.tolerance ?? '0');
    const right = read.right.flatMap((one) => readExpected(one, units, source));
    const wrong = read.wrong.flatMap((one) => readExpected(one, units, source));
    reportClashes(right, wrong, tolerance, source);
    return {
      prompt: read.prompt,
      body: { units: asksUnit ? [] : units, asksUnit },
      key: { right: right.map(withoutNode), wrong: wrong.map(withoutNode), tolerance, units },
    };
  },
  formSchema: z
    .object({ number: z.array(z.string().max(120)).readonly().default([]) })
    .transform((fields) => ({ number: (fields.number[0] ?? '').trim() })),
  validate({ units, asksUnit }, answer) {
    if (!answer.number) return 'Write a number first.';
    const read = readNumber(answer.number);
    if (!read.ok) return read.problem;
    if (asksUnit) return read.unit ? null : 'Write the unit too, after the number.';
    if (read.unit === '' || isUnit(read.unit, units)) return null;
    return units[0]
      ? `Answer in ${units[0]}. Write the number alone.`
      : 'Write the number alone, with nothing after it.';
  },
  renameIds: (answer) => answer,
  publicOptions: ({ units, asksUnit }) => ({ unit: units[0] ?? null, asksUnit }),
  /** score = 1 for a number within the tolerance of a right one, in the right unit if it is a part of the answer; else 0. */
  grade(body, key, answer) {
    const correct =
      nearestMatch(key.right, key.tolerance, answer) !== undefined && isUnitRight(body, key, answer);
    return { correct, score: correct ? 1 : 0 };
  },
  gradedBy: ({ asksUnit }, { right, tolerance, units }) => ({
    choices: [],
    key: { asksUnit, tolerance, units: units.toSorted(), right: right.map(numberText).toSorted() },
  }),
  explain(body, key, answer, full) {
    const right = nearestMatch(key.right, key.tolerance, answer);
    const note = (right ?? nearestMatch(key.wrong, key.tolerance, answer))?.note;
    const fits = isUnitRight(body, key, answer);
    const parts: Record<string, PartState> = { number: right ? 'right' : 'wrong' };
    if (body.asksUnit) parts.unit = fits ? 'right' : 'wrong';
    const shown: Explanation = { parts, notes: note ? { number: note } : {} };
    const first = key.right[0];
    return full && first && !(right && fits) ? { ...shown, model: modelAnswer(first, key) } : shown;
  },
  blindAnswer: ({ asksUnit }, _key, chance) => ({
    number: `${chance.below(1e6)}${asksUnit ? ' apples' : ''}`,
  }),
  guessesByRule({ asksUnit }, { chance, prompt }) {
    const stated = asksUnit ? undefined : anyOf(statedParts(prompt).numbers, chance);
    return stated === undefined ? {} : { 'shared-words': { number: stated } };
  },
  chosenParts({ number: typed }) {
    const read = readNumber(typed);
    return read.ok ? [`${numberText(read)} ${read.unit}`.trim()] : [];
  },
  exampleAnswer({ asksUnit }, key, right, chance) {
    const unit = asksUnit ? ` ${key.units[0] ?? ''}` : '';
    const step = decimalOf(`${1 + chance.below(9)}`);
    const ends = key.right.map((one) =>
      plus(plus(exactly(one), allowedDistance(exactly(one), key.tolerance)), step),
    );
    const outside = decimalText(ends.toSorted(compare).at(-1) ?? step);
    const wrong = key.wrong[chance.below(key.wrong.length)];
    const [first] = key.right;
    const given = right ? first : wrong;
    return { number: `${given ? numberText(given) : outside}${unit}` };
  },
  exampleSources: examples,
  blindResults,
};

/** A tolerance that cannot be read has been reported with the attributes and counts as 0 here. */
function toleranceOf(text: string): Tolerance {
  const relative = text.endsWith('%');
  const written = Number(text.replace(/ ?%$/, ''));
  const size = Number.isFinite(written) ? written : 0;
  return relative ? { size: size / 100, relative } : { size, relative };
}

interface ExpectedNumber extends KnownNumber {
  readonly node: ListedAnswer['node'];
}

/** Reads a number of the author by the rules for those of learners. */
function readExpected(
  { text, feedback, node }: ListedAnswer,
  units: readonly string[],
  source: ItemSource,
): ExpectedNumber[] {
  if (!text) return [];
  const read = readNumber(text);
  if (read.ok && (read.unit === '' || isUnit(read.unit, units))) {
    const { value, exact } = read;
    return [{ value, note: feedback, node, ...(exact === undefined ? {} : { exact }) }];
  }
  const why = read.ok ? `«${read.unit}» is not in unit="…".` : read.problem;
  source.report(
    node,
    'value-unreadable',
    `«${text}» is not a number that a learner could give. Correct it: ${why}`,
  );
  return [];
}

const withoutNode = ({ node: _, ...known }: ExpectedNumber): KnownNumber => known;

type ReadValue = Pick<KnownNumber, 'value' | 'exact'>;

const numberText = ({ value, exact }: ReadValue): string => exact ?? `${value}`;
const exactly = (read: ReadValue): Decimal => decimalOf(numberText(read));

/** Reports wrong numbers that count as right, and numbers that are listed twice. */
function reportClashes(
  right: readonly ExpectedNumber[],
  wrong: readonly ExpectedNumber[],
  tolerance: Tolerance,
  source: ItemSource,
): void {
  const seen = new Set<string>();
  for (const one of [...right, ...wrong]) {
    if (seen.has(numberText(one))) reportDuplicateAnswer(one.node, source);
    seen.add(numberText(one));
  }
  for (const one of wrong) {
    const given = exactly(one);
    const nearby = right
      .map(exactly)
      .find((value) => compare(value, given) !== 0 && isWithin(given, value, tolerance));
    if (nearby) {
      source.report(
        one.node,
        'value-within',
        `${numberText(one)} lies within the tolerance of ${decimalText(nearby)} and so counts as right. Make the tolerance smaller or remove this entry.`,
      );
    }
  }
  if (tolerance.relative && right.some(({ value }) => value === 0)) {
    source.report(
      attributeNode(source.element, 'tolerance'),
      'tolerance-zero',
      'A share of 0 is 0, so this tolerance allows nothing. Write it as a number: tolerance="0.5".',
    );
  }
}

/** The listed number that the answer counts as; the nearest of several. */
function nearestMatch(
  listed: readonly KnownNumber[],
  tolerance: Tolerance,
  { number: typed }: NumberAnswer,
): KnownNumber | undefined {
  const read = readNumber(typed);
  if (!read.ok) return undefined;
  const given = exactly(read);
  const distance = (one: KnownNumber) => absolute(minus(exactly(one), given));
  return listed
    .filter((one) => isWithin(given, exactly(one), tolerance))
    .toSorted((a, b) => compare(distance(a), distance(b)))[0];
}

function isUnitRight(
  { asksUnit }: NumberBody,
  { units }: NumberKey,
  { number: typed }: NumberAnswer,
): boolean {
  const read = readNumber(typed);
  return !asksUnit || (read.ok && isUnit(read.unit, units));
}

/** Whether a unit is one of the accepted ones. Case counts (MB is not Mb); spaces, a full stop and look-alike characters do not. */
function isUnit(given: string, units: readonly string[]): boolean {
  return units.some((unit) => isSame(plainUnit(unit), plainUnit(given), ['spaces']));
}

/** A unit with one character for each of those that look alike: micro sign and mu, m² and m2, the dots of a product, degrees. */
function plainUnit(unit: string): string {
  return plainCharacters(unit.replace(/[º˚]/g, '°'))
    .normalize('NFKC')
    .replace(/[⋅∙•]/g, '·')
    .replace(/[∕⁄]/g, '/')
    .trim()
    .replace(/\.$/, '');
}

/** A sentence such as "42 GB. Anything from 41 to 43 counts." */
function modelAnswer(known: KnownNumber, { tolerance, units }: NumberKey): Rich {
  const value = exactly(known);
  const width = allowedDistance(value, tolerance);
  const range = [minus(value, width), plus(value, width)].map(boundText);
  const counts = tolerance.size > 0 ? ` Anything from ${range.join(' to ')} counts.` : '';
  return [['p', null, `${[numberText(known), units[0]].join(' ').trim()}.${counts}`]];
}

/** The end of a range. A share of a number can have twice as many digits as the number; nine of a long fraction are enough. */
function boundText(end: Decimal): string {
  const text = decimalText(end);
  return isWhole(end) || significantDigits(end) <= 12 ? text : `${Number(Number(text).toPrecision(9))}`;
}
