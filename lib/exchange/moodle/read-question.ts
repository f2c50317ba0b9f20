import { marksOf } from '#lib/exchange/gift/read-gift.ts';
import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import type { Entry, Markdown, Question, Task } from '#lib/exchange/question.ts';
import { readEntry } from '#lib/exchange/read-entry.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { childOf, childrenOf, xmlText } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { readCloze } from './cloze.ts';
import { readDragWords } from './drag-words.ts';
import { severalOf, statementsOf } from './statements.ts';
import { choiceOf, essayOf, matchOf, numberOf, orderOf, shortOf, truthOf } from './tasks.ts';
import { moodleText, picturesOf, rawText } from './text.ts';

interface ReadPrompt {
  readonly prompt: Markdown;
  readonly task: Task;
}

type Reader = (question: XmlElement, onChange: OnChange) => ReadPrompt;

const withPrompt =
  (taskOf: (question: XmlElement, onChange: OnChange) => Task): Reader =>
  (question, onChange) => ({
    prompt: moodleText(childOf(question, 'questiontext'), onChange),
    task: taskOf(question, onChange),
  });

/** The types of question that have a counterpart here. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ['multichoice', withPrompt(choiceOf)],
  ['oumultiresponse', withPrompt(severalOf)],
  ['mtf', withPrompt(statementsOf)],
  ['truefalse', withPrompt(truthOf)],
  ['shortanswer', withPrompt(shortOf)],
  ['numerical', withPrompt(numberOf)],
  ['matching', withPrompt(matchOf)],
  ['ordering', withPrompt(orderOf)],
  ['essay', withPrompt(essayOf)],
  ['cloze', readCloze],
  ['multianswer', readCloze],
  ['gapselect', readDragWords],
  ['ddwtos', readDragWords],
]);

const reasons: Readonly<Record<string, string>> = {
  description: 'It is a description: text without a question.',
  calculated: 'Its numbers are drawn anew for each learner; items here have fixed ones.',
  calculatedmulti: 'Its numbers are drawn anew for each learner; items here have fixed ones.',
  calculatedsimple: 'Its numbers are drawn anew for each learner; items here have fixed ones.',
  random: 'It only draws another question.',
  randomsamatch: 'It is made of other questions when it is shown.',
  ddimageortext: 'Its answer is a place in a picture.',
  ddmarker: 'Its answer is a place in a picture.',
  stack: 'Its answers are formulas that a plugin with algebra of its own judges.',
  coderunner: 'Its programs are run by a plugin with settings of its own. Write a CodeStep.',
};

/** Reads one `<question>` of a type other than category. */
export function readQuestion(question: XmlElement, category: string): Entry {
  const type = question.attributes.type ?? '';
  const { place, source } = question;
  const title = rawText(childOf(question, 'name')).trim();
  return readEntry({ place, source, title, kind: type || 'question' }, () => {
    const read = readers.get(type);
    if (!read) throw new Unreadable(reasons[type] ?? `There is no kind of item for the type «${type}».`);
    const changes = new Set<string>();
    const onChange: OnChange = (change) => {
      changes.add(change);
    };
    const { prompt, task } = read(question, onChange);
    const answer = { ...extras(question, type, onChange), category, prompt, task };
    const pictures = picturesOf(question);
    return { ...answer, ...(pictures.length > 0 ? { pictures } : {}), changes: [...changes] };
  });
}

/** Everything but prompt and task: id, tags, hints, feedback. */
function extras(
  question: XmlElement,
  type: string,
  onChange: OnChange,
): Pick<Question, 'externalId' | 'tags' | 'level' | 'objective' | 'hints' | 'solution'> {
  const id = xmlText(childOf(question, 'idnumber')).trim();
  const tags = childrenOf(childOf(question, 'tags'), 'tag').map((tag) => rawText(tag).trim());
  const text = (name: string) => moodleText(childOf(question, name), onChange);
  const hints = childrenOf(question, 'hint')
    .map((hint) => moodleText(hint, onChange))
    .filter((hint) => hint.length > 0);
  const general = text('generalfeedback');
  const model = type === 'essay' ? text('graderinfo') : [];
  reportCombined(question, onChange);
  if (xmlText(childOf(question, 'hidden')).trim() === '1') onChange('It was hidden in Moodle.');
  return { externalId: id || null, ...marksOf(tags), hints, solution: [...model, ...general] };
}

/** Moodle's stock phrases need no place; others are named. */
const stock =
  /^(?:your answer is (?:partially )?(?:correct|incorrect)\.?|(?:well done|correct|incorrect|wrong)[.!]?)$/i;

function reportCombined(question: XmlElement, onChange: OnChange): void {
  const names = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'].filter((name) => {
    const words = rawText(childOf(question, name))
      .replace(/<[^<>]*>/g, '')
      .trim();
    return words !== '' && !stock.test(words);
  });
  if (names.length > 0) onChange(`Left out: ${names.join(', ')}, since each option has feedback of its own.`);
}
