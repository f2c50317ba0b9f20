import { type OnChange, plain } from '#lib/exchange/markdown/nodes.ts';
import type { Markdown, Task } from '#lib/exchange/question.ts';
import { textTask } from '#lib/exchange/typed.ts';
import type { MdbookQuestion } from './mdbook-question.ts';

interface ReadPrompt {
  readonly prompt: Markdown;
  readonly task: Task;
}

/** The prompt and the task of a question; `markdown` reads its texts. */
export function mdbookTask(
  question: MdbookQuestion,
  markdown: (text: string) => Markdown,
  onChange: OnChange,
): ReadPrompt {
  switch (question.type) {
    case 'MultipleChoice': {
      const { prompt, distractors, sortAnswers } = question.prompt;
      const right = [question.answer.answer].flat();
      if (sortAnswers) onChange('Its options were sorted; they are shuffled now.');
      const options = [
        ...right.map((text) => ({ label: markdown(text), right: true, feedback: [] })),
        ...distractors.map((text) => ({ label: markdown(text), right: false, feedback: [] })),
      ];
      const many = Array.isArray(question.answer.answer);
      return {
        prompt: markdown(prompt),
        task: { kind: 'choice', many, scoring: many ? 'exact' : 'cancel', options },
      };
    }
    case 'ShortAnswer': {
      const { answer, alternatives = [] } = question.answer;
      const answers = [answer, ...alternatives].map((text) => ({
        text,
        right: true,
        feedback: [],
      }));
      const { task, changes } = textTask(answers, ['case'], 'sign');
      changes.forEach(onChange);
      return { prompt: markdown(question.prompt.prompt), task };
    }
    case 'Tracing':
      return tracing(question.prompt.program, question.answer, onChange);
  }
}

/** "Does it compile, and what does it print?": one of the two is asked, which the answer decides. */
function tracing(
  program: string,
  { doesCompile, stdout = '', lineNumber }: Extract<MdbookQuestion, { type: 'Tracing' }>['answer'],
  onChange: OnChange,
): ReadPrompt {
  const code = { type: 'code', lang: 'rust', value: program.replace(/^\n|\s+$/g, '') } as const;
  if (doesCompile && stdout.trim() !== '') {
    onChange('It also asked whether the program compiles; it asks what is printed now.');
    return {
      prompt: [...plain('This program compiles. What does it print?'), code],
      task: { kind: 'output', printed: stdout.replace(/^\n|\s+$/g, '') },
    };
  }
  onChange('It asks whether the program compiles, a choice between two options. Add options.');
  if (lineNumber !== undefined) onChange(`The line of the error, ${lineNumber}, is no longer asked.`);
  const option = (label: string, right: boolean) => ({ label: plain(label), right, feedback: [] });
  return {
    prompt: [...plain('Does this program pass the compiler?'), code],
    task: {
      kind: 'choice',
      many: false,
      scoring: 'cancel',
      options: [option('It compiles', doesCompile), option('It is refused', !doesCompile)],
    },
  };
}
