import { type Gap, gapQuestion, placeholder } from '#lib/exchange/gaps.ts';
import { type OnChange, plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import { fromRange, numberTask } from '#lib/exchange/numbers.ts';
import type { Markdown, Task } from '#lib/exchange/question.ts';
import { trueFalse } from '#lib/exchange/true-false.ts';
import { textTask } from '#lib/exchange/typed.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { oneChoice, severalChoices } from '#lib/exchange/weights.ts';
import { childOf, childrenOf, findAll } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { htmlText, labelText, materialHtml } from './qti-text.ts';
import { rightValues } from './qti1-conditions.ts';
import type { Item } from './qti1-parts.ts';

interface Labelled {
  readonly ident: string;
  readonly label: Markdown;
}

function labelsOf(response: XmlElement | undefined, onChange: OnChange): Labelled[] {
  return findAll(response, 'response_label').map((label) => ({
    ident: label.attributes.ident ?? '',
    label: labelText(findAll(label, 'mattext').map(materialHtml).join(' '), onChange),
  }));
}

const responses = ({ element }: Item): XmlElement[] =>
  findAll(childOf(element, 'presentation'), 'response_lid', 'response_str', 'response_num');

export function choiceOf(item: Item, isSeveral: boolean): Task {
  const [response] = responses(item);
  const id = response?.attributes.ident ?? '';
  const right = rightValues(item.conditions, id);
  const most = Math.max(...right.map(({ score }) => score));
  const answers = labelsOf(response, item.onChange).map(({ ident, label }) => {
    const score = right.find(({ value }) => value === ident)?.score ?? 0;
    return {
      label,
      weight: isSeveral && score > 0 ? 100 / right.length : (100 * score) / most,
      feedback: noteOf(item, ident),
    };
  });
  if (right.length === 0) throw new Unreadable('No option is right in its scoring.');
  if (!isSeveral) {
    const { task, changes } = oneChoice(answers);
    changes.forEach(item.onChange);
    return task;
  }
  const { task } = severalChoices(answers);
  const isWhole = item.conditions.some(({ score, values }) => score > 0 && values.length > 1);
  return right.length === 1 || !isWhole ? task : { ...task, scoring: 'exact' };
}

const noteOf = ({ feedback, conditions }: Item, ident: string): Markdown => {
  const linked = conditions.find(
    ({ values, shows }) => shows !== null && values.length === 1 && values[0]?.value === ident,
  );
  return feedback.get(linked?.shows ?? `${ident}_fb`) ?? [];
};

export function truthOf(item: Item): Task {
  const [response] = responses(item);
  const right = rightValues(item.conditions, response?.attributes.ident ?? '')[0]?.value;
  const labels = labelsOf(response, item.onChange);
  const found = labels.find(({ ident }) => ident === right);
  if (!found) throw new Unreadable('Neither true nor false is right in its scoring.');
  const other = labels.find(({ ident }) => ident !== right)?.ident ?? '';
  const { task, change } = trueFalse(/^true$/i.test(plainTextOf(found.label)), {
    right: noteOf(item, found.ident),
    wrong: noteOf(item, other),
  });
  item.onChange(change);
  return task;
}

export function shortOf(item: Item): Task {
  const [response] = responses(item);
  const right = rightValues(item.conditions, response?.attributes.ident ?? '');
  if (right.length === 0) throw new Unreadable('No answer is right in its scoring.');
  const isExact = item.conditions.some(({ values }) => values.some(({ hasCase }) => hasCase));
  const { task, changes } = textTask(
    right.map(({ value }) => ({ text: value.trim(), right: true, feedback: [] })),
    isExact ? [] : ['case'],
    'sign',
  );
  changes.forEach(item.onChange);
  return task;
}

export function numberOf({ conditions, onChange }: Item): Task {
  const numbers = conditions
    .filter(({ score }) => score > 0)
    .flatMap(({ values, least, most }) => {
      const [value] = values;
      const range = least !== null && most !== null ? fromRange(least, most) : null;
      if (!value && !range) return [];
      const centre = value ? Number(value.value) : (range?.value ?? 0);
      if (range && Math.abs(range.value - centre) > range.tolerance / 1000)
        onChange('The range was not even around the number; it is now.');
      return [{ value: centre, tolerance: range?.tolerance ?? 0, weight: 100, feedback: [] }];
    });
  if (numbers.length === 0 || numbers.some(({ value }) => !Number.isFinite(value)))
    throw new Unreadable('Its scoring names no number or range.');
  const { task, changes } = numberTask(numbers);
  changes.forEach(onChange);
  return task;
}

export function matchOf(item: Item): Task {
  const lids = responses(item);
  const used = new Set<string>();
  const pairs = lids.map((lid) => {
    const left = labelText(
      childrenOf(lid, 'material')
        .flatMap((one) => findAll(one, 'mattext'))
        .map(materialHtml)
        .join(' '),
      item.onChange,
    );
    const right = rightValues(item.conditions, lid.attributes.ident ?? '')[0]?.value;
    const partner = labelsOf(lid, item.onChange).find(({ ident }) => ident === right);
    if (!partner) throw new Unreadable(`${plainTextOf(left).slice(0, 40)} has no partner in its scoring.`);
    used.add(plainTextOf(partner.label));
    return { left, right: partner.label, note: [] };
  });
  const others = lids
    .flatMap((lid) => labelsOf(lid, item.onChange))
    .flatMap(({ label }) => {
      const isNew = !used.has(plainTextOf(label));
      used.add(plainTextOf(label));
      return isNew ? [{ left: null, right: label, note: [] }] : [];
    });
  return { kind: 'match', heads: ['entry', 'partner'], scoring: 'cancel', pairs: [...pairs, ...others] };
}

export function orderOf(item: Item): Task {
  const labels = responses(item).flatMap((response) => labelsOf(response, item.onChange));
  const order =
    item.conditions.find(({ score, values }) => score > 0 && values.length === labels.length)?.values ?? [];
  const steps = order.flatMap(({ value }) => {
    const found = labels.find(({ ident }) => ident === value);
    return found ? [{ label: found.label }] : [];
  });
  if (steps.length === 0) throw new Unreadable('Its scoring names no order.');
  return { kind: 'order', steps };
}

/** `[color]` in the text stands for the response `response_color`. */
export function gapsOf(item: Item, isChosen: boolean): { prompt: Markdown; task: Task } {
  const gaps: Gap[] = [];
  const lids = responses(item);
  const html = item.promptHtml.replace(/\[([^\]\n]{1,80})\]/g, (whole, name: string) => {
    const lid = lids.find(({ attributes }) => attributes.ident === `response_${name}`);
    if (!lid) return whole;
    const right = rightValues(item.conditions, lid.attributes.ident ?? '').map(({ value }) => value);
    const labels = labelsOf(lid, item.onChange).map(({ ident, label }) => ({
      ident,
      text: plainTextOf(label),
    }));
    const isRight = (ident: string) => right.includes(ident) || !isChosen;
    gaps.push({
      right: labels.filter(({ ident }) => isRight(ident)).map(({ text }) => text),
      wrong: labels.filter(({ ident }) => !isRight(ident)).map(({ text }) => ({ text, feedback: [] })),
      isChosen,
    });
    return placeholder(gaps.length - 1);
  });
  return gapQuestion(htmlText(html, item.onChange), gaps, item.onChange);
}
