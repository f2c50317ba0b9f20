import { fillPlaceholders } from '#lib/exchange/gaps.ts';
import { plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import { toHtml, toLineHtml } from '#lib/exchange/markdown/to-html.ts';
import { toleranceOf } from '#lib/exchange/numbers.ts';
import type { Markdown, Question, Task } from '#lib/exchange/question.ts';
import { escapeXml } from '#lib/exchange/xml/elements.ts';

type Blanks = Extract<Task, { kind: 'blanks' }>;

export interface AnswersXml {
  /** Of the question, as Moodle names it. */
  readonly type: string;
  /** The question's text in HTML. */
  readonly text: string;
  readonly lines: readonly string[];
  readonly losses: readonly string[];
}

/** The answers of a question; null for kinds that Moodle does not have. */
export function answersXml({ prompt, task }: Question): AnswersXml | null {
  const plain = { text: toHtml(prompt), losses: [] };
  switch (task.kind) {
    case 'choice':
    case 'output-choice':
      return { type: 'multichoice', lines: choiceLines(task), ...plain };
    case 'text':
      return {
        type: 'shortanswer',
        lines: [
          `<usecase>${task.ignore.includes('case') ? 0 : 1}</usecase>`,
          ...task.answers.map((one) => typed(one.text, one.right ? 100 : 0, one.feedback)),
        ],
        ...plain,
      };
    case 'output':
      return { type: 'shortanswer', lines: ['<usecase>1</usecase>', typed(task.printed, 100, [])], ...plain };
    case 'number':
      return { ...plain, ...numberXml(task) };
    case 'match':
      return { type: 'matching', lines: matchLines(task), ...plain };
    case 'order':
      return {
        type: 'ordering',
        lines: [
          '<selecttype>ALL</selecttype>',
          ...task.steps.map(({ label }) => answer(100, toLineHtml(label), [])),
        ],
        ...plain,
      };
    case 'blanks':
      return {
        type: 'cloze',
        text: clozeHtml(prompt, task),
        lines: [],
        losses: clozeLosses(task),
      };
    case 'open':
      return { type: 'essay', lines: [], ...plain };
    default:
      return null;
  }
}

const feedbackXml = (nodes: Markdown): string =>
  nodes.length > 0 ? `<feedback format="html"><text>${escapeXml(toHtml(nodes))}</text></feedback>` : '';

const answer = (fraction: number, html: string, feedback: Markdown): string =>
  `<answer fraction="${fraction}" format="html"><text>${escapeXml(html)}</text>${feedbackXml(feedback)}</answer>`;

/** An asterisk of the answer is no wildcard. */
const typed = (text: string, fraction: number, feedback: Markdown): string =>
  `<answer fraction="${fraction}" format="plain_text"><text>${escapeXml(text.replaceAll('*', '\\*'))}</text>${feedbackXml(feedback)}</answer>`;

function choiceLines(task: Extract<Task, { kind: 'choice' | 'output-choice' }>): string[] {
  const right = task.options.filter((option) => option.right).length;
  const isMany = task.kind === 'choice' && task.many;
  const share = Number((100 / Math.max(1, right)).toFixed(5));
  return [
    `<single>${isMany ? 'false' : 'true'}</single>`,
    ...task.options.map(({ label, right: isRight, feedback }) =>
      answer(isMany ? (isRight ? share : -share) : isRight ? 100 : 0, toLineHtml(label), feedback),
    ),
  ];
}

function numberXml({ answers, tolerance, units }: Extract<Task, { kind: 'number' }>) {
  const lines = answers.map(
    ({ text, right, feedback }) =>
      `<answer fraction="${right ? 100 : 0}" format="plain_text"><text>${text}</text>${feedbackXml(feedback)}<tolerance>${toleranceOf(text, tolerance)}</tolerance></answer>`,
  );
  const names = units.map(
    (unit) => `<unit><multiplier>1</multiplier><unit_name>${escapeXml(unit)}</unit_name></unit>`,
  );
  return {
    type: 'numerical',
    lines: [...lines, ...(names.length > 0 ? [`<units>${names.join('')}</units>`] : [])],
    losses: tolerance?.includes('%') ? ['the tolerance as a share'] : [],
  };
}

function matchLines({ pairs }: Extract<Task, { kind: 'match' }>): string[] {
  return pairs.map(
    ({ left, right }) =>
      `<subquestion format="html"><text>${escapeXml(left ? toLineHtml(left) : '')}</text><answer><text>${escapeXml(plainTextOf(right))}</text></answer></subquestion>`,
  );
}

function clozeLosses({ language, bank, once }: Blanks): string[] {
  return [
    ...(language === 'text' ? [] : ['the language of the code']),
    ...(bank?.some(({ feedback }) => feedback.length > 0) ? ['feedback of the bank'] : []),
    ...(once ? ['that each token fits once'] : []),
  ];
}

/** The code or text with `{1:SHORTANSWER:…}` or `{1:MULTICHOICE:…}` in it; `_C` where capitals count. */
function clozeHtml(prompt: Markdown, { pieces, text, bank, ignore }: Blanks): string {
  const typedGap = ignore.includes('case') ? 'SHORTANSWER' : 'SHORTANSWER_C';
  const all = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : piece.slice(0, 1)));
  const code = pieces.map((piece) => {
    if (typeof piece === 'string') return escapeXml(piece);
    const right = piece.map((text) => `=${clozeText(text)}`);
    const others = [
      ...new Set([...all.filter((text) => !piece.includes(text)), ...(bank ?? []).map(({ token }) => token)]),
    ];
    return bank
      ? `{1:MULTICHOICE:${[...right.slice(0, 1), ...others.map(clozeText)].join('~')}}`
      : `{1:${typedGap}:${right.join('~')}}`;
  });
  const gaps = code.filter((_piece, at) => typeof pieces[at] !== 'string');
  const shown = text ? fillPlaceholders(toHtml(text), (at) => gaps[at] ?? '') : `<pre>${code.join('')}</pre>`;
  return `${toHtml(prompt)}${shown}`;
}

const clozeText = (text: string): string => escapeXml(text).replace(/[}#~/"\\]/g, '\\$&');
