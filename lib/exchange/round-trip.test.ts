import { expect, test } from 'vitest';
import { type Chance, chance } from '#lib/chance/chance.ts';
import { itemTypes } from '#lib/item/registry.ts';
import type { Exported, ImportedFile } from './format.ts';
import { formatNamed } from './formats.ts';
import { answerTexts } from './item/answer-texts.ts';
import { makeItem } from './item/make-item.ts';
import { readItems } from './item/read-items.ts';
import { plainTextOf } from './markdown/nodes.ts';
import { planImport } from './plan-import.ts';
import type { Markdown, Question, TaskKind } from './question.ts';
import { randomQuestion } from './testing/random-question.ts';
import { testTarget } from './testing/summary.ts';

const runs = 60;
/** Each of these is compiled. */
const compiledRuns = 12;

const formats = [
  { name: 'gift', kinds: ['choice', 'text', 'number', 'match', 'open'], loses: ['hints'], isPlain: false },
  {
    name: 'aiken',
    kinds: ['choice'],
    loses: ['hints', 'solution', 'feedback', 'marks', 'id', 'several'],
    isPlain: true,
  },
  {
    name: 'moodle',
    kinds: ['choice', 'text', 'number', 'match', 'order', 'open', 'blanks'],
    loses: [],
    isPlain: false,
  },
  {
    name: 'qti',
    kinds: ['choice', 'text', 'number', 'match', 'open'],
    loses: ['hints', 'marks', 'wrong'],
    isPlain: false,
  },
  {
    name: 'csv',
    kinds: ['choice', 'text', 'number', 'match', 'order', 'open', 'card'],
    loses: [],
    isPlain: true,
  },
] as const satisfies readonly {
  name: string;
  kinds: readonly TaskKind[];
  loses: readonly string[];
  isPlain: boolean;
}[];

function fileOf({ content }: Exported): ImportedFile {
  if (content.kind === 'text') return content;
  const encoder = new TextEncoder();
  return {
    kind: 'package',
    files: new Map([...content.files].map(([name, text]) => [name, encoder.encode(text)])),
  };
}

/** The texts and codes of a question, without what the format loses. */
function content(question: Question, loses: readonly string[]) {
  const { prompt, hints, solution, task, externalId, level, objective } = question;
  const has = (what: string) => !loses.includes(what);
  const isTyped = task.kind === 'text' || task.kind === 'number';
  // QTI keeps neither foreseen wrong answers nor feedback on typed ones.
  const answers = answerTexts(task).filter((text) => has('wrong') || !isTyped || text.startsWith('='));
  const feedback = has('feedback') && (has('wrong') || !isTyped) ? feedbackOf(question) : [];
  return {
    kind: task.kind,
    prompt: [plainTextOf(prompt), ...codes(prompt)],
    ...(task.kind === 'blanks' ? { blocks: (task.text ?? []).map(({ type }) => type) } : {}),
    answers: task.kind === 'choice' ? answers : answers.toSorted(),
    feedback: task.kind === 'choice' ? feedback : feedback.toSorted(),
    ...(has('hints') ? { hints: hints.map(plainTextOf) } : {}),
    ...(has('solution') ? { solution: [plainTextOf(solution), ...codes(solution)] } : {}),
    ...(has('id') ? { externalId } : {}),
    ...(has('marks') ? { level, objective } : {}),
  };
}

function feedbackOf({ task }: Question): string[] {
  if (task.kind === 'choice') return task.options.map(({ feedback }) => plainTextOf(feedback));
  return 'answers' in task ? task.answers.map(({ feedback }) => plainTextOf(feedback)) : [];
}

const codes = (nodes: Markdown): string[] =>
  nodes.flatMap((node) => (node.type === 'code' ? [`${node.lang}\n${node.value}`] : []));

/** CSV puts the right answers first. */
function sorted(question: Question): Question {
  const { task } = question;
  if (task.kind !== 'choice') return question;
  return {
    ...question,
    task: { ...task, options: task.options.toSorted((a, b) => Number(b.right) - Number(a.right)) },
  };
}

const isWritable = (question: Question, loses: readonly string[]): boolean =>
  !(loses.includes('several') && question.task.kind === 'choice' && question.task.many);

function questionsFor(kinds: readonly TaskKind[], source: Chance, isPlain: boolean): Question[] {
  return kinds.map((kind) => randomQuestion(kind, source, isPlain));
}

test.each(formats)(
  '$name: what is exported is imported as the same questions, unchanged',
  ({ name, kinds, loses, isPlain }) => {
    const format = formatNamed(name);
    for (let run = 0; run < runs; run++) {
      const all = questionsFor(kinds, chance(`${name} ${run}`), isPlain).filter((one) =>
        isWritable(one, loses),
      );
      const questions = name === 'csv' ? all.map(sorted) : all;
      const exported = format?.write?.(questions);
      if (!format || !exported) throw new Error('The format is not written');
      const { entries } = format.read(fileOf(exported));
      const back = entries.map((entry) => (entry.ok ? content(entry.question, loses) : entry.refusal));
      // What a format cannot hold is named and left out; by design these are the arrows of pairs alone.
      const leftOut = exported.losses.filter(({ omitted }) => omitted);
      for (const { losses } of leftOut) expect(losses.join()).toContain('->');
      const written = questions.filter(({ externalId }) => leftOut.every(({ id }) => id !== externalId));
      expect(back, `run ${run}`).toEqual(written.map((one) => content(one, loses)));
    }
  },
);

test('a question of any kind is written as an item that compiles and reads back the same', () => {
  const kinds = ['choice', 'text', 'number', 'match', 'order', 'open', 'card', 'blanks'] as const;
  for (let run = 0; run < compiledRuns; run++) {
    for (const kind of kinds) {
      const question = randomQuestion(kind, chance(`item ${kind} ${run}`), run % 2 === 0);
      const complete = kind === 'open' ? { ...question, solution: question.prompt } : question;
      const place = { activity: 'practice', objectives: ['first'], hash: testTarget.hash } as const;
      const made = makeItem(complete, { id: 'aim-1', level: 'easy', objective: 'first' }, place);
      expect(made, `${kind} ${run}`).toMatchObject({ ok: true });
      const [back] = readItems(made.ok ? made.text : '');
      expect(back && content(back, ['id', 'marks'])).toEqual(content(complete, ['id', 'marks']));
    }
  }
});

test('every example of our kinds comes back from Moodle as an item, or is named as left out', () => {
  const sources = Object.values(itemTypes).flatMap((type) => Object.values(type.exampleSources));
  const questions = sources.flatMap(readItems);
  const moodle = formatNamed('moodle');
  const exported = moodle?.write?.(questions);
  if (!moodle || !exported) throw new Error('The format is not written');
  expect(exported.losses).toHaveLength(questions.length);
  const left = exported.losses.filter(({ omitted }) => omitted).map(({ losses }) => losses.join());
  expect(new Set(left)).toEqual(
    new Set([
      'Moodle has no questions of the kind card.',
      'Moodle has no questions of the kind code step.',
      'Moodle has no questions of the kind recall.',
    ]),
  );
  const plan = planImport(moodle.read(fileOf(exported)), testTarget);
  expect(plan.items).toHaveLength(questions.length - left.length);
  expect(
    plan.items.flatMap((item) => (item.outcome === 'refused' ? [`${item.title}: ${item.reason}`] : [])),
  ).toEqual([]);
});
