import { plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import type { Markdown, Pair, Task } from '#lib/exchange/question.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { oneChoice, severalChoices } from '#lib/exchange/weights.ts';
import { childrenOf, findAll } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { contentText } from './qti-text.ts';
import type { Declaration } from './qti2-declarations.ts';
import { type Item2, isAside } from './qti2-parts.ts';

interface Named {
  readonly id: string;
  readonly label: Markdown;
}

export function declarationOf({ declarations }: Item2, interaction: XmlElement): Declaration {
  const found = declarations.get(interaction.attributes.responseIdentifier ?? '');
  if (!found) throw new Unreadable('Its response is not declared, so nothing is right.');
  return found;
}

/** The choices of an interaction, without the feedback in them. */
export function namedChoices(
  { onChange }: Item2,
  parent: XmlElement | undefined,
  ...names: readonly string[]
): Named[] {
  return findAll(parent, ...names).map((choice) => ({
    id: choice.attributes.identifier ?? '',
    label: contentText(choice, onChange, (child) => (isAside(child) ? '' : undefined)),
  }));
}

export function choiceTask(item: Item2, interaction: XmlElement): Task {
  const { cardinality, correct, mapping } = declarationOf(item, interaction);
  const isSeveral = cardinality === 'multiple' && interaction.attributes.maxChoices !== '1';
  const choices = namedChoices(item, interaction, 'simpleChoice');
  const points = (id: string): number =>
    mapping?.points.get(id) ?? mapping?.other ?? (correct.includes(id) ? 1 : 0);
  const positive = choices.map(({ id }) => Math.max(0, points(id)));
  const whole = isSeveral ? positive.reduce((sum, one) => sum + one, 0) : Math.max(...positive);
  if (whole <= 0) throw new Unreadable('No option is right.');
  const answers = choices.map(({ id, label }) => ({
    label,
    weight: Math.round((10_000 * points(id)) / whole) / 100,
    feedback: feedbackOn(item, interaction, id),
  }));
  const { task, changes } = isSeveral ? severalChoices(answers) : oneChoice(answers);
  const isWhole = isSeveral && mapping === null;
  if (!isWhole) changes.forEach(item.onChange);
  return isWhole ? { ...task, scoring: 'exact' } : task;
}

/** Feedback within the choice, or shown for its identifier. */
function feedbackOn({ element, onChange }: Item2, interaction: XmlElement, id: string): Markdown {
  const choice = findAll(interaction, 'simpleChoice').find(({ attributes }) => attributes.identifier === id);
  const within = findAll(choice, 'feedbackInline', 'feedbackBlock').filter(
    ({ attributes }) => attributes.identifier === id,
  );
  const modal = childrenOf(element, 'modalFeedback').filter(({ attributes }) => attributes.identifier === id);
  return [...within, ...modal].flatMap((one) => contentText(one, onChange));
}

export function orderTask(item: Item2, interaction: XmlElement): Task {
  const choices = namedChoices(item, interaction, 'simpleChoice');
  const { correct } = declarationOf(item, interaction);
  if (correct.length !== choices.length)
    throw new Unreadable('Its right order names other steps than it has.');
  const steps = correct.flatMap((id) =>
    choices.filter((choice) => choice.id === id).map(({ label }) => ({ label })),
  );
  return { kind: 'order', steps };
}

export function matchTask(item: Item2, interaction: XmlElement): Task {
  const [first, second] = childrenOf(interaction, 'simpleMatchSet');
  const [left, right] = [first, second].map((set) => namedChoices(item, set, 'simpleAssociableChoice'));
  const pairs = declarationOf(item, interaction).correct.map((pair) => pair.split(/\s+/));
  const used = new Set<string>();
  const rows = (left ?? []).map(({ id, label }): Pair => {
    const partners = (right ?? []).filter((one) =>
      pairs.some(([a, b]) => (a === id && b === one.id) || (b === id && a === one.id)),
    );
    const [partner] = partners;
    if (!partner || partners.length > 1)
      throw new Unreadable(
        `«${plainTextOf(label).slice(0, 40)}» has ${partners.length} partners; an entry of a Match item has one.`,
      );
    used.add(partner.id);
    return { left: label, right: partner.label, note: [] };
  });
  const others = (right ?? []).filter(({ id }) => !used.has(id));
  return {
    kind: 'match',
    heads: ['entry', 'partner'],
    scoring: 'cancel',
    pairs: [...rows, ...others.map(({ label }) => ({ left: null, right: label, note: [] }))],
  };
}
