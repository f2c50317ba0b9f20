import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import { type Entry, type Markdown, noExtras, type Task } from '#lib/exchange/question.ts';
import { readEntry } from '#lib/exchange/read-entry.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { childOf, childrenOf, findAll, xmlText } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { htmlText, materialHtml } from './qti-text.ts';
import { conditionsOf, feedbackById } from './qti1-conditions.ts';
import type { Item } from './qti1-parts.ts';
import { choiceOf, gapsOf, matchOf, numberOf, orderOf, shortOf, truthOf } from './qti1-tasks.ts';

const refusals: Readonly<Record<string, string>> = {
  calculated_question: 'It is calculated: its numbers are drawn anew for each learner.',
  file_upload_question: 'It asks for an upload.',
  hot_spot_question: 'It is a hotspot: its answer is a place in a picture.',
  text_only_question: 'It is a text without a question.',
  categorization_question:
    'It sorts entries into groups of several; an entry of a Match item has one partner.',
  stimulus: 'It is a text that several questions share.',
};

/** Reads one item. `file` is its name in a package. */
export function readQti1Item(element: XmlElement, file: string): Entry {
  const type = typeOf(element);
  const title = [file, element.attributes.title ?? ''].filter(Boolean).join(': ');
  return readEntry({ place: element.place, source: element.source, title, kind: type }, () => {
    const changes = new Set<string>();
    const onChange: OnChange = (change) => {
      changes.add(change);
    };
    const refusal = refusals[type];
    if (refusal) throw new Unreadable(refusal);
    const item: Item = {
      element,
      conditions: conditionsOf(element),
      feedback: feedbackById(element, onChange),
      promptHtml: promptHtml(element),
      onChange,
    };
    const read = readTask(type, item);
    const general = item.feedback.get('general_fb') ?? [];
    return {
      ...noExtras,
      externalId: element.attributes.ident ?? null,
      solution: general,
      ...read,
      changes: [...changes],
    };
  });
}

/** The `question_type` of Canvas; of other systems, it is read off the form of the answer. */
function typeOf(element: XmlElement): string {
  const field = findAll(childOf(element, 'itemmetadata'), 'qtimetadatafield').find(
    (one) => xmlText(childOf(one, 'fieldlabel')).trim() === 'question_type',
  );
  if (field) return xmlText(childOf(field, 'fieldentry')).trim();
  const presentation = childOf(element, 'presentation');
  if (findAll(presentation, 'render_hotspot').length > 0) return 'hot_spot_question';
  const lids = findAll(presentation, 'response_lid');
  const typed = findAll(presentation, 'response_str', 'response_num');
  if (lids.some(({ attributes }) => attributes.rcardinality === 'Ordered')) return 'ordering_question';
  if (lids.length > 1) return 'matching_question';
  if (lids.some(({ attributes }) => attributes.rcardinality === 'Multiple'))
    return 'multiple_answers_question';
  if (lids.length === 1) return 'multiple_choice_question';
  if (typed.length > 1) return 'several fill-ins';
  const [fib] = findAll(presentation, 'render_fib');
  if (!fib)
    return findAll(presentation, 'response_grp', 'response_xy').length > 0
      ? 'hot_spot_question'
      : 'text_only_question';
  if (/^(?:integer|decimal|scientific)$/i.test(fib.attributes.fibtype ?? '')) return 'numerical_question';
  return Number(fib.attributes.rows ?? 1) > 1 ? 'essay_question' : 'short_answer_question';
}

/** The material above the answers. */
function promptHtml(element: XmlElement): string {
  const visit = (node: XmlElement | undefined): string =>
    childrenOf(node)
      .map((child) => {
        if (child.name === 'mattext') return `<div>${materialHtml(child)}</div>`;
        if (child.name === 'matimage') return `<img src="${child.attributes.uri ?? 'picture'}" alt="">`;
        return child.name.startsWith('response_') ? '' : visit(child);
      })
      .join('');
  return visit(childOf(element, 'presentation'));
}

function readTask(type: string, item: Item): { prompt: Markdown; task: Task } {
  const prompt = () => htmlText(item.promptHtml, item.onChange);
  switch (type) {
    case 'multiple_choice_question':
    case 'multiple_answers_question':
      return { prompt: prompt(), task: choiceOf(item, type === 'multiple_answers_question') };
    case 'true_false_question':
      return { prompt: prompt(), task: truthOf(item) };
    case 'short_answer_question':
      return { prompt: prompt(), task: shortOf(item) };
    case 'numerical_question':
      return { prompt: prompt(), task: numberOf(item) };
    case 'matching_question':
      return { prompt: prompt(), task: matchOf(item) };
    case 'ordering_question':
      return { prompt: prompt(), task: orderOf(item) };
    case 'essay_question':
      return { prompt: prompt(), task: { kind: 'open' } };
    case 'multiple_dropdowns_question':
    case 'fill_in_multiple_blanks_question':
      return gapsOf(item, type === 'multiple_dropdowns_question');
    default:
      throw new Unreadable(`There is no kind of item for the type «${type}».`);
  }
}
