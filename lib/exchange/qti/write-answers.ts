import { toLineHtml } from '#lib/exchange/markdown/to-html.ts';
import { toleranceOf } from '#lib/exchange/numbers.ts';
import type { Markdown, Task } from '#lib/exchange/question.ts';
import { escapeXml } from '#lib/exchange/xml/elements.ts';

export interface AnswersQti {
  readonly type: string;
  readonly presentation: string;
  readonly processing: string;
  /** By the id of the text. */
  readonly feedback: readonly (readonly [string, Markdown])[];
  readonly losses: readonly string[];
}

/** The answers of a question; null for kinds that Canvas does not have. */
export function answersQti(task: Task): AnswersQti | null {
  switch (task.kind) {
    case 'choice':
    case 'output-choice':
      return choiceQti(task);
    case 'text':
      return typedQti(
        task.answers.filter(({ right }) => right).map(({ text }) => text),
        [
          ...(task.answers.some(({ right }) => !right) ? ['wrong answers that were foreseen'] : []),
          ...(task.answers.some(({ feedback }) => feedback.length > 0) ? ['feedback on typed answers'] : []),
          ...(task.ignore.includes('case') ? [] : ['that capitals count']),
        ],
      );
    case 'output':
      return typedQti([task.printed], ['that capitals count']);
    case 'number':
      return numberQti(task);
    case 'match':
      return matchQti(task);
    case 'open':
      return {
        type: 'essay_question',
        presentation: '<response_str ident="response1" rcardinality="Single"><render_fib/></response_str>',
        processing: '',
        feedback: [],
        losses: [],
      };
    default:
      return null;
  }
}

const mattext = (html: string): string =>
  `<material><mattext texttype="text/html">${escapeXml(html)}</mattext></material>`;

const equal = (response: string, value: string): string =>
  `<varequal respident="${response}">${escapeXml(value)}</varequal>`;

const earning = (condition: string, score = 100): string =>
  `<respcondition continue="No"><conditionvar>${condition}</conditionvar><setvar action="Set" varname="SCORE">${score}</setvar></respcondition>`;

function choiceQti(task: Extract<Task, { kind: 'choice' | 'output-choice' }>): AnswersQti {
  const isMany = task.kind === 'choice' && task.many;
  const labels = task.options.map(
    ({ label }, at) => `<response_label ident="${at + 1}">${mattext(toLineHtml(label))}</response_label>`,
  );
  const tests = task.options.map(({ right }, at) => {
    const test = equal('response1', `${at + 1}`);
    return right ? test : `<not>${test}</not>`;
  });
  const right = task.options.findIndex((option) => option.right);
  return {
    type: isMany ? 'multiple_answers_question' : 'multiple_choice_question',
    presentation: `<response_lid ident="response1" rcardinality="${isMany ? 'Multiple' : 'Single'}"><render_choice>${labels.join('')}</render_choice></response_lid>`,
    processing: earning(isMany ? `<and>${tests.join('')}</and>` : equal('response1', `${right + 1}`)),
    feedback: task.options.flatMap(({ feedback }, at) =>
      feedback.length > 0 ? [[`${at + 1}_fb`, feedback] as const] : [],
    ),
    losses:
      isMany && task.kind === 'choice' && task.scoring === 'cancel'
        ? ['credit for a part of the right options']
        : [],
  };
}

function typedQti(right: readonly string[], losses: readonly string[]): AnswersQti {
  return {
    type: 'short_answer_question',
    presentation:
      '<response_str ident="response1" rcardinality="Single"><render_fib><response_label ident="answer1"/></render_fib></response_str>',
    processing: earning(right.map((text) => equal('response1', text)).join('')),
    feedback: [],
    losses,
  };
}

function numberQti({ answers, tolerance, units }: Extract<Task, { kind: 'number' }>): AnswersQti {
  const right = answers.filter((one) => one.right);
  const conditions = right.map(({ text }) => {
    const width = Number(toleranceOf(text, tolerance));
    const bound = (name: string, sign: number) =>
      `<${name} respident="response1">${Number((Number(text) + sign * width).toPrecision(12))}</${name}>`;
    return earning(
      `<or>${equal('response1', text)}<and>${bound('vargte', -1)}${bound('varlte', 1)}</and></or>`,
    );
  });
  return {
    type: 'numerical_question',
    presentation:
      '<response_str ident="response1" rcardinality="Single"><render_fib fibtype="Decimal"><response_label ident="answer1"/></render_fib></response_str>',
    processing: conditions.join(''),
    feedback: [],
    losses: [
      ...(right.length < answers.length ? ['wrong numbers that were foreseen'] : []),
      ...(answers.some(({ feedback }) => feedback.length > 0) ? ['feedback on numbers'] : []),
      ...(units.length > 0 ? ['the unit'] : []),
      ...(tolerance?.includes('%') ? ['the tolerance as a share'] : []),
    ],
  };
}

function matchQti({ pairs }: Extract<Task, { kind: 'match' }>): AnswersQti {
  const partners = [...new Set(pairs.map(({ right }) => toLineHtml(right)))];
  const labels = partners
    .map((html, at) => `<response_label ident="p${at + 1}">${mattext(html)}</response_label>`)
    .join('');
  const entries = pairs.flatMap(({ left, right }) => (left ? [{ left, right: toLineHtml(right) }] : []));
  const share = Number((100 / Math.max(1, entries.length)).toFixed(2));
  return {
    type: 'matching_question',
    presentation: entries
      .map(
        ({ left }, at) =>
          `<response_lid ident="response_${at + 1}">${mattext(toLineHtml(left))}<render_choice>${labels}</render_choice></response_lid>`,
      )
      .join(''),
    processing: entries
      .map(({ right }, at) => earning(equal(`response_${at + 1}`, `p${partners.indexOf(right) + 1}`), share))
      .join(''),
    feedback: [],
    losses: [],
  };
}
