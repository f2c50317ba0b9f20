import { Link } from '#components/ui/link.tsx';
import { Mark, type MarkKind } from '#components/ui/mark.tsx';
import type { ObjectiveResult } from '#lib/progress/sitting-view.ts';

export interface ObjectiveBarsProps {
  objectives: readonly ObjectiveResult[];
}

/** Each objective of a test as a bar of its questions, with a word, its count, and what to read where it was weak. */
export function ObjectiveBars({ objectives }: ObjectiveBarsProps) {
  if (objectives.length === 0) return null;
  const most = Math.max(...objectives.map(({ asked }) => asked));
  return (
    <section aria-labelledby="objectives">
      <h3 id="objectives" className="text-lg">
        Its objectives, one by one
      </h3>
      <ul className="mt-3 list-none space-y-5 p-0">
        {objectives.map((objective) => (
          <Objective key={objective.text} objective={objective} />
        ))}
      </ul>
      <p className="mt-4 text-sm text-ink-soft">
        {most === 1
          ? 'One question for an objective is a hint, not a verdict: it may be luck or a slip.'
          : `At most ${most} questions for an objective are a hint, not a verdict. Only all of them together decide.`}
      </p>
    </section>
  );
}

interface Standing {
  readonly word: string;
  readonly mark: MarkKind;
  readonly colour: string;
}

const standings = {
  right: { word: 'all right', mark: 'right', colour: 'text-right' },
  weak: { word: 'worth another look', mark: 'wrong', colour: 'text-wrong' },
  mixed: { word: 'partly', mark: 'unsure', colour: 'text-unsure' },
  unasked: { word: 'not asked this time', mark: 'info', colour: 'text-ink-soft' },
} as const satisfies Record<string, Standing>;

function standingOf({ asked, right, isWeak }: ObjectiveResult): Standing {
  if (asked === 0) return standings.unasked;
  if (isWeak) return standings.weak;
  return right === asked ? standings.right : standings.mixed;
}

function Objective({ objective }: { objective: ObjectiveResult }) {
  const { text, asked, right, isWeak, read } = objective;
  const { word, mark, colour } = standingOf(objective);
  return (
    <li>
      <p>{text}</p>
      {asked > 0 ? <Bar asked={asked} right={right} colour={colour} /> : null}
      <p className="mt-1.5 flex flex-wrap items-center gap-x-2 text-sm tabular-nums">
        <Mark kind={mark} size={16} />
        <b className={colour}>{word}</b>
        {asked > 0 ? (
          <span className="text-ink-soft">
            {right} of {asked} {asked === 1 ? 'question' : 'questions'} right
          </span>
        ) : null}
      </p>
      {isWeak && read.length > 0 ? (
        <p className="mt-1 text-sm">
          <span className="text-ink-soft">Read: </span>
          {read.map(({ title, href }, index) => (
            <span key={href}>
              {index > 0 ? ', ' : null}
              <Link href={href}>{title}</Link>
            </span>
          ))}
        </p>
      ) : null}
    </li>
  );
}

/** One piece for each question: filled when it was right, an outline when not. */
function Bar({ asked, right, colour }: { asked: number; right: number; colour: string }) {
  const share = 100 / asked;
  return (
    <svg width="100%" height="10" aria-hidden="true" className={`mt-1.5 block ${colour}`}>
      {Array.from({ length: asked }, (_, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces keep their places
          key={at}
          x={`${at * share + 0.4}%`}
          y="1"
          width={`${share - 0.8}%`}
          height="8"
          rx="3"
          fill={at < right ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.5"
          opacity={at < right ? 1 : 0.55}
        />
      ))}
    </svg>
  );
}
