import { plain } from './markdown/nodes.ts';
import type { Markdown, Task } from './question.ts';

/** A statement to be called true or false, as a choice between two options. `change` warns of it. */
export function trueFalse(
  isTrue: boolean,
  feedback: { readonly right: Markdown; readonly wrong: Markdown },
): { readonly task: Task; readonly change: string } {
  const option = (label: string, right: boolean) => ({
    label: plain(label),
    right,
    feedback: right ? feedback.right : feedback.wrong,
  });
  return {
    task: {
      kind: 'choice',
      many: false,
      scoring: 'cancel',
      options: [option('True', isTrue), option('False', !isTrue)],
    },
    change: 'True or false is a choice between two options: half of all guesses are right. Add options.',
  };
}
