import { type Gap, gapQuestion, placeholder } from '#lib/exchange/gaps.ts';
import { plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import { numberTask } from '#lib/exchange/numbers.ts';
import type { Markdown, Task } from '#lib/exchange/question.ts';
import { textTask } from '#lib/exchange/typed.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { childOf, findAll } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { contentText } from './qti-text.ts';
import { type Item2, isAside } from './qti2-parts.ts';
import { declarationOf, namedChoices } from './qti2-tasks.ts';

/** Text entries and inline choices: one entry is a typed answer, everything else a text with gaps. */
export function typedTask(item: Item2): { prompt: Markdown; task: Task } {
  const { interactions, body, onChange } = item;
  const [only, ...others] = interactions;
  if (only && others.length === 0 && only.name === 'textEntryInteraction') {
    const prompt = contentText(body, onChange, (child) =>
      child === only ? '_____' : isAside(child) ? '' : undefined,
    );
    return { prompt, task: entryTask(item, only) };
  }
  const gaps = interactions.map((one) => gapOf(item, one));
  const text = contentText(body, onChange, (child) => {
    const at = interactions.indexOf(child);
    return at === -1 ? (isAside(child) ? '' : undefined) : placeholder(at);
  });
  return gapQuestion(text, gaps, onChange);
}

function entryTask(item: Item2, interaction: XmlElement): Task {
  const { baseType, correct, mapping } = declarationOf(item, interaction);
  if (baseType === 'float' || baseType === 'integer') {
    const numbers = correct.map((value) => ({
      value: Number(value),
      tolerance: toleranceOf(item),
      weight: 100,
      feedback: [],
    }));
    if (numbers.length === 0 || numbers.some(({ value }) => !Number.isFinite(value)))
      throw new Unreadable('It has no right number.');
    const { task, changes } = numberTask(numbers);
    changes.forEach(item.onChange);
    return task;
  }
  const most = Math.max(0, ...(mapping?.points.values() ?? []));
  const mapped = [...(mapping?.points ?? [])].filter(([, points]) => points > 0);
  const right =
    mapped.length > 0 ? mapped.filter(([, points]) => points === most).map(([text]) => text) : correct;
  if (right.length === 0) throw new Unreadable('It has no right answer.');
  for (const [text, points] of mapped.filter(([text]) => !right.includes(text)))
    item.onChange(`«${text}» earned ${Math.round((100 * points) / most)} %; it does not count now.`);
  const { task, changes } = textTask(
    right.map((text) => ({ text, right: true, feedback: [] })),
    mapping && !mapping.hasCase ? ['case'] : [],
    'sign',
  );
  changes.forEach(item.onChange);
  return task;
}

/** The absolute tolerance of an `<equal>` in the response processing. */
function toleranceOf({ element, onChange }: Item2): number {
  const [equal] = findAll(element, 'equal');
  const mode = equal?.attributes.toleranceMode ?? 'exact';
  const [tolerance = 0, above = tolerance] = (equal?.attributes.tolerance ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map(Number);
  if (mode === 'relative') onChange(`Answers within ${tolerance} % counted; none but the number counts now.`);
  if (mode === 'absolute' && above !== tolerance)
    onChange(`The tolerance is ${Math.min(tolerance, above)} on both sides now.`);
  return mode === 'absolute' ? Math.min(tolerance, above) : 0;
}

function gapOf(item: Item2, interaction: XmlElement): Gap {
  const { correct, mapping } = declarationOf(item, interaction);
  const mapped = [...(mapping?.points ?? [])].filter(([, points]) => points > 0).map(([text]) => text);
  if (interaction.name === 'textEntryInteraction')
    return { right: mapped.length > 0 ? mapped : correct, wrong: [], isChosen: false };
  const choices = namedChoices(item, interaction, 'inlineChoice').map(({ id, label }) => ({
    id,
    text: plainTextOf(label),
    feedback: [],
  }));
  return {
    right: choices.filter(({ id }) => correct.includes(id)).map(({ text }) => text),
    wrong: choices.filter(({ id }) => !correct.includes(id)),
    isChosen: true,
  };
}

/** Words to be dragged into gaps. */
export function gapMatchTask(item: Item2, interaction: XmlElement): { prompt: Markdown; task: Task } {
  const words = namedChoices(item, interaction, 'gapText').map(({ id, label }) => ({
    id,
    text: plainTextOf(label),
    feedback: [],
  }));
  if (findAll(interaction, 'gapImg').length > 0) throw new Unreadable('Its words are pictures (gapImg).');
  const pairs = declarationOf(item, interaction).correct.map((pair) => pair.split(/\s+/));
  const places = findAll(interaction, 'gap');
  const gaps = places.map((place): Gap => {
    const right = pairs.filter(([, gap]) => gap === place.attributes.identifier).map(([word]) => word);
    return {
      right: words.filter(({ id }) => right.includes(id)).map(({ text }) => text),
      wrong: words.filter(({ id }) => !right.includes(id)),
      isChosen: true,
    };
  });
  const text = contentText(interaction, item.onChange, (child) => {
    if (child.name === 'prompt' || child.name === 'gapText') return '';
    const at = places.indexOf(child);
    return at === -1 ? undefined : placeholder(at);
  });
  const { prompt, task } = gapQuestion(text, gaps, item.onChange);
  const asked = contentText(childOf(interaction, 'prompt'), item.onChange);
  return { prompt: asked.length > 0 ? asked : prompt, task };
}
