import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import type { Task } from '#lib/exchange/question.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { severalChoices } from '#lib/exchange/weights.ts';
import { childOf, childrenOf, xmlText } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { answersOf } from './tasks.ts';
import { moodleText, rawText } from './text.ts';

/** `oumultiresponse`: each answer is right or wrong, and what is right earns equal parts. */
export function severalOf(question: XmlElement, onChange: OnChange): Task {
  const answers = answersOf(question, onChange);
  const right = answers.filter(({ weight }) => weight > 0).length;
  if (right === 0) throw new Unreadable('No answer is right.');
  const { task, changes } = severalChoices(
    answers.map((answer) => ({ ...answer, weight: answer.weight > 0 ? 100 / right : 0 })),
  );
  changes.forEach(onChange);
  return task;
}

/** `mtf`: statements that are judged one by one in two columns, as true and false. Those of the first column are to be chosen. */
export function statementsOf(question: XmlElement, onChange: OnChange): Task {
  const columns = childrenOf(question, 'column').map((column) =>
    rawText(childOf(column, 'responsetext')).trim(),
  );
  if (columns.length !== 2)
    throw new Unreadable(`Its statements are judged in ${columns.length} columns, and two are possible.`);
  const earned = childrenOf(question, 'weight').filter(
    (weight) => Number(xmlText(childOf(weight, 'value')).trim()) > 0,
  );
  const rows = childrenOf(question, 'row').map((row) => ({
    label: moodleText(childOf(row, 'optiontext'), onChange),
    feedback: moodleText(childOf(row, 'feedbacktext'), onChange),
    right: earned.some(
      ({ attributes }) => attributes.rownumber === row.attributes.number && attributes.columnnumber === '1',
    ),
  }));
  if (!rows.some(({ right }) => right)) throw new Unreadable(`No statement is «${columns[0]}».`);
  onChange(
    `Each statement was judged as «${columns.join('» or «')}»; those that are «${columns[0]}» are chosen now.`,
  );
  return { kind: 'choice', many: true, scoring: 'cancel', options: rows };
}
