import { Disclosure } from '#components/ui/disclosure.tsx';
import { Mark } from '#components/ui/mark.tsx';
import type { AnswerResult, AnswerSummary } from '#lib/sitting/answer-summary.ts';

const marks = {
  right: { kind: 'right', word: 'Right' },
  missed: { kind: 'wrong', word: 'Not yet' },
  todo: { kind: 'unsure', word: 'Open' },
} as const satisfies Record<AnswerResult, object>;

/** Every question of the round with its mark, linked to the question with its answer, feedback and solution. */
export function AnswerList({ answers }: { answers: readonly AnswerSummary[] }) {
  return (
    <Disclosure summary="Look back at each question" className="mb-6 max-w-[46rem]">
      <ol className="divide-y divide-line">
        {answers.map(({ id, questionText, result, hinted }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="flex min-h-11 items-start gap-3 py-2 no-underline hover:text-accent"
            >
              <Mark kind={marks[result].kind} className="mt-[0.2em]" />
              <span className="min-w-0">
                <span className="font-semibold">{marks[result].word}</span>
                {hinted ? <span className="text-ink-soft">, with a hint</span> : null}
                <span className="block text-ink-soft">{questionText}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
