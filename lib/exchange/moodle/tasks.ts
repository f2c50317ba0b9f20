import { type OnChange, plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import { numberTask, type WeightedNumber } from '#lib/exchange/numbers.ts';
import type { Pair, Task } from '#lib/exchange/question.ts';
import { trueFalse } from '#lib/exchange/true-false.ts';
import { textTask } from '#lib/exchange/typed.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { oneChoice, severalChoices, typedAnswers, type WeightedAnswer } from '#lib/exchange/weights.ts';
import { childOf, childrenOf, xmlText } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { moodleText, rawText } from './text.ts';

export function answersOf(question: XmlElement, onChange: OnChange): WeightedAnswer[] {
  const inherited = childOf(question, 'questiontext')?.attributes.format ?? 'html';
  return childrenOf(question, 'answer').map((answer) => ({
    label: moodleText(answer, onChange, inherited),
    weight: Number(answer.attributes.fraction ?? 0),
    feedback: moodleText(childOf(answer, 'feedback'), onChange),
  }));
}

const isTrue = (element: XmlElement | undefined): boolean => /^(?:true|1)$/i.test(xmlText(element).trim());

export function choiceOf(question: XmlElement, onChange: OnChange): Task {
  const answers = answersOf(question, onChange);
  const single = childOf(question, 'single');
  if (!answers.some(({ weight }) => weight > 0)) throw new Unreadable('No answer earns anything.');
  const { task, changes } = single && !isTrue(single) ? severalChoices(answers) : oneChoice(answers);
  changes.forEach(onChange);
  return task;
}

/** An essay is a task to think about; what Moodle asked of the text around it has no counterpart. */
export function essayOf(question: XmlElement, onChange: OnChange): Task {
  const isGiven = (name: string) =>
    rawText(childOf(question, name))
      .replace(/<[^<>]*>/g, '')
      .trim() !== '';
  if (isGiven('responsetemplate')) onChange('The text that answers began with is left out.');
  if (Number(xmlText(childOf(question, 'attachmentsrequired')).trim() || 0) > 0)
    onChange('Files had to be handed in; only a text is asked for now.');
  return { kind: 'open' };
}

export function truthOf(question: XmlElement, onChange: OnChange): Task {
  const answers = answersOf(question, onChange);
  const right = answers.find(({ weight }) => weight > 0);
  if (!right) throw new Unreadable('Neither true nor false is right.');
  const wrong = answers.find((answer) => answer !== right);
  const { task, change } = trueFalse(/^true$/i.test(plainTextOf(right.label)), {
    right: right.feedback,
    wrong: wrong?.feedback ?? [],
  });
  onChange(change);
  return task;
}

export function shortOf(question: XmlElement, onChange: OnChange): Task {
  // A typed answer is plain text, whatever format the question has.
  const answers = childrenOf(question, 'answer').map((answer) => ({
    label: [{ type: 'text', value: rawText(answer) } as const],
    weight: Number(answer.attributes.fraction ?? 0),
    feedback: moodleText(childOf(answer, 'feedback'), onChange),
  }));
  const typed = typedAnswers(answers);
  const { task, changes } = textTask(
    typed.task,
    isTrue(childOf(question, 'usecase')) ? [] : ['case'],
    'wildcard',
  );
  [...typed.changes, ...changes].forEach(onChange);
  return task;
}

export function numberOf(question: XmlElement, onChange: OnChange): Task {
  const numbers = childrenOf(question, 'answer').flatMap((answer): WeightedNumber[] => {
    const text = rawText(answer).trim();
    const feedback = moodleText(childOf(answer, 'feedback'), onChange);
    if (text === '*') {
      if (feedback.length > 0) onChange('The feedback on every other answer is left out.');
      return [];
    }
    const [value, tolerance] = [Number(text), Number(xmlText(childOf(answer, 'tolerance')).trim() || 0)];
    if (text === '' || !Number.isFinite(value) || !Number.isFinite(tolerance))
      throw new Unreadable(`«${text.slice(0, 40)}» is no number.`);
    return [{ value, tolerance, weight: Number(answer.attributes.fraction ?? 0), feedback }];
  });
  if (!numbers.some(({ weight }) => weight > 0)) throw new Unreadable('No number is right.');
  const { task, changes } = numberTask(numbers, unitsOf(question, onChange));
  changes.forEach(onChange);
  return task;
}

/** Only units of the same size: here a unit is a name and no factor. */
function unitsOf(question: XmlElement, onChange: OnChange): string[] {
  const units = childrenOf(childOf(question, 'units'), 'unit').map((unit) => ({
    name: xmlText(childOf(unit, 'unit_name')).trim(),
    factor: Number(xmlText(childOf(unit, 'multiplier')).trim() || 1),
  }));
  const others = units.filter(({ factor }) => factor !== 1);
  if (others.length > 0)
    onChange(
      `Answers in ${others.map(({ name }) => name).join(', ')} no longer count: units are not converted.`,
    );
  return units.flatMap(({ name, factor }) => (factor === 1 && name ? [name] : []));
}

export function matchOf(question: XmlElement, onChange: OnChange): Task {
  const pairs = childrenOf(question, 'subquestion').map((pair): Pair => {
    const left = moodleText(pair, onChange);
    const answer = childOf(pair, 'answer');
    return {
      left: left.length > 0 ? left : null,
      right: [{ type: 'paragraph', children: [{ type: 'text', value: rawText(answer).trim() }] }],
      note: [],
    };
  });
  return { kind: 'match', heads: ['entry', 'partner'], scoring: 'cancel', pairs };
}

export function orderOf(question: XmlElement, onChange: OnChange): Task {
  const steps = answersOf(question, onChange).map(({ label }) => ({ label }));
  if (/^[12]$/.test(xmlText(childOf(question, 'selecttype')).trim()))
    onChange('It showed a part of its steps; all are shown now.');
  return { kind: 'order', steps };
}
