import type { Markdown, Question, Task } from './question.ts';

/** The question with every text of it changed. */
export function mapTexts(question: Question, change: (nodes: Markdown) => Markdown): Question {
  const { prompt, hints, solution, task } = question;
  return {
    ...question,
    prompt: change(prompt),
    hints: hints.map(change),
    solution: change(solution),
    task: mapTask(task, change),
  };
}

function mapTask(task: Task, change: (nodes: Markdown) => Markdown): Task {
  switch (task.kind) {
    case 'choice':
    case 'output-choice':
      return {
        ...task,
        options: task.options.map((option) => ({
          ...option,
          label: change(option.label),
          feedback: change(option.feedback),
        })),
      };
    case 'text':
    case 'number':
      return { ...task, answers: task.answers.map((one) => ({ ...one, feedback: change(one.feedback) })) };
    case 'match':
      return {
        ...task,
        pairs: task.pairs.map(({ left, right, note }) => ({
          left: left && change(left),
          right: change(right),
          note: change(note),
        })),
      };
    case 'order':
      return { ...task, steps: task.steps.map((step) => ({ ...step, label: change(step.label) })) };
    case 'card':
      return { ...task, back: change(task.back) };
    case 'blanks':
      return task.text ? { ...task, text: change(task.text) } : task;
    default:
      return task;
  }
}
