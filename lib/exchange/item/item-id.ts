import { plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import type { Question } from '#lib/exchange/question.ts';
import { slug } from '#lib/lesson/missing-ids.ts';
import { answerTexts } from './answer-texts.ts';

const isId = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/**
 * The id of an imported question, the same in every import. An id of the file is kept if it is one of ours and begins
 * with the lesson's prefix; otherwise the prefix is put in front. Without one, the id is made of the first words and a
 * hash of the question, so that a corrected option leaves it as it is.
 */
export function itemId(
  { externalId, title, prompt, task }: Pick<Question, 'externalId' | 'title' | 'prompt' | 'task'>,
  prefix: string,
  hash: (text: string) => string,
): string {
  if (externalId !== null) {
    if (isId(externalId)) return externalId.startsWith(`${prefix}-`) ? externalId : `${prefix}-${externalId}`;
    return `${prefix}-${slug(externalId)}-${hash(externalId).slice(0, 6)}`;
  }
  const stem = plainTextOf(prompt);
  const words = slug(title || stem);
  return `${prefix}-${words}-${hash(`${title}\n${stem || answerTexts(task).join('\n')}`).slice(0, 8)}`;
}
