import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import { type Entry, type Markdown, noExtras, type Task } from '#lib/exchange/question.ts';
import { readEntry } from '#lib/exchange/read-entry.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { childOf, childrenOf, findAll } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { contentText } from './qti-text.ts';
import { declarationsOf } from './qti2-declarations.ts';
import { gapMatchTask, typedTask } from './qti2-gaps.ts';
import { type Item2, isAside } from './qti2-parts.ts';
import { choiceTask, matchTask, orderTask } from './qti2-tasks.ts';

const refusals: Readonly<Record<string, string>> = {
  hotspotInteraction: 'a place in a picture',
  selectPointInteraction: 'a place in a picture',
  positionObjectInteraction: 'a place in a picture',
  graphicOrderInteraction: 'places in a picture',
  graphicAssociateInteraction: 'places in a picture',
  graphicGapMatchInteraction: 'places in a picture',
  drawingInteraction: 'a drawing',
  uploadInteraction: 'an upload',
  mediaInteraction: 'a recording',
  sliderInteraction: 'a slider',
  hottextInteraction: 'words in a text',
  associateInteraction: 'pairs from one list',
  customInteraction: 'a program of its own',
  portableCustomInteraction: 'a program of its own',
};

/** Reads one `<assessmentItem>`. `file` is its name in a package. */
export function readQti2Item(element: XmlElement, file: string): Entry {
  const body = childOf(element, 'itemBody');
  const interactions = findAll(body, ...interactionNames);
  const kind = interactions[0]?.name ?? 'no interaction';
  const title = [file, element.attributes.title ?? ''].filter(Boolean).join(': ');
  return readEntry({ place: element.place, source: element.source, title, kind }, () => {
    if (!body) throw new Unreadable('It has no <itemBody>.');
    const changes = new Set<string>();
    const onChange: OnChange = (change) => {
      changes.add(change);
    };
    refuseUnfit(element, interactions);
    const item = { element, body, interactions, declarations: declarationsOf(element), onChange };
    const read = readInteractions(item);
    return {
      ...noExtras,
      externalId: element.attributes.identifier ?? null,
      solution: modelAnswer(item),
      ...read,
      changes: [...changes],
    };
  });
}

const read = ['choice', 'textEntry', 'inlineChoice', 'match', 'order', 'gapMatch', 'extendedText'];
const interactionNames = [...read.map((name) => `${name}Interaction`), ...Object.keys(refusals)];

function refuseUnfit(element: XmlElement, interactions: readonly XmlElement[]): void {
  const unfit = interactions.find(({ name }) => Object.hasOwn(refusals, name));
  if (unfit) throw new Unreadable(`It asks for ${refusals[unfit.name]} (${unfit.name}).`);
  if (childrenOf(element, 'templateDeclaration').length > 0)
    throw new Unreadable(
      'It is calculated: its numbers are drawn anew for each learner (templateDeclaration).',
    );
  if (element.attributes.adaptive === 'true')
    throw new Unreadable('It goes on by what was answered (adaptive).');
  if (interactions.length === 0) throw new Unreadable('It is a text without a question.');
}

function readInteractions(item: Item2): { prompt: Markdown; task: Task } {
  const { interactions } = item;
  const [first] = interactions;
  const isText = interactions.every(({ name }) => /^(?:textEntry|inlineChoice)/.test(name));
  if (isText) return typedTask(item);
  if (!first || interactions.length > 1)
    throw new Unreadable(`It has ${interactions.length} interactions, and an item here has one. Split it.`);
  switch (first.name) {
    case 'choiceInteraction':
      return { prompt: promptOf(item, first), task: choiceTask(item, first) };
    case 'matchInteraction':
      return { prompt: promptOf(item, first), task: matchTask(item, first) };
    case 'orderInteraction':
      return { prompt: promptOf(item, first), task: orderTask(item, first) };
    case 'gapMatchInteraction':
      return gapMatchTask(item, first);
    default:
      return { prompt: promptOf(item, first), task: { kind: 'open' } };
  }
}

/** The body without its interaction, and below it the prompt of that. */
function promptOf({ body, onChange }: Item2, interaction: XmlElement): Markdown {
  const above = contentText(body, onChange, (child) =>
    child === interaction || isAside(child) ? '' : undefined,
  );
  return [...above, ...contentText(childOf(interaction, 'prompt'), onChange)];
}

/** For essays what scorers are told; else a solution that is shown at the end. */
function modelAnswer({ element, body, interactions, onChange }: Item2): Markdown {
  const isEssay = interactions[0]?.name === 'extendedTextInteraction';
  const rubric = findAll(body, 'rubricBlock').filter(({ attributes }) =>
    /scorer|tutor/.test(attributes.view ?? ''),
  );
  const shown = childrenOf(element, 'modalFeedback').filter(({ attributes }) =>
    /solution/i.test(attributes.identifier ?? ''),
  );
  return [...(isEssay ? rubric : []), ...shown].flatMap((one) => contentText(one, onChange));
}
