import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import type { Finding, Lesson } from '#lib/lesson/lesson.ts';
import { gateName, training } from '#lib/mastery/gated-content.ts';
import { randomGuesser } from '#lib/mastery/verdict-card.ts';
import { refusals } from './guarded.ts';
import { keepGates } from './keep-gates.ts';
import type { KeptResults } from './kept-results.ts';
import { type Compiler, type GatedLesson, type SerializedLesson, serialize } from './messages.ts';

/** Lessons of one task: habits are learned from the next few, which are sent with it. */
const mostAtOnce = 8;

/** A lesson that has not passed the gate yet. */
interface Waiting {
  readonly compiled: CompiledLesson;
  readonly lesson: Lesson;
  readonly others: readonly Lesson[];
  readonly name: string;
}

/**
 * Lets the compiler's processes work out what the gate says about lessons, and the card of each, where that is not kept.
 * It is kept then. A lesson that takes too long there is refused by its result, which counts for this process only.
 */
export async function gateAhead(
  lessons: readonly CompiledLesson[],
  compiler: Compiler,
  kept: KeptResults,
): Promise<void> {
  const learnedFrom = training(lessons, keepGates(kept));
  const waiting = lessons.flatMap((compiled): Waiting[] => {
    const { lesson, source } = compiled;
    if (!lesson) return [];
    const others = learnedFrom(lesson);
    const name = gateName(source, lesson, others);
    const isKept = kept.has('gate', [name]) && kept.has('lesson-card', [name]);
    return isKept ? [] : [{ compiled, lesson, others, name }];
  });
  await Promise.all(chunksOf(waiting).map((chunk) => gateChunk(chunk, compiler, kept)));
}

async function gateChunk(chunk: readonly Waiting[], compiler: Compiler, kept: KeptResults): Promise<void> {
  if (chunk.length === 0) return;
  const lessons = [...new Set(chunk.flatMap(({ lesson, others }) => [lesson, ...others]))];
  const outcome = await compiler.compile({
    kind: 'gate',
    lessons: lessons.map(textOf),
    wanted: chunk.map(({ compiled: { source }, lesson, others }) => ({
      source,
      at: lessons.indexOf(lesson),
      others: others.map((other) => lessons.indexOf(other)),
      items: lesson.activities.reduce((sum, { items }) => sum + items.length, lesson.pool.length),
    })),
  });
  const put = ({ name }: Waiting, { gate, card }: GatedLesson, isFinal: boolean) => {
    kept.put('gate', [name], { result: gate, isFinal });
    kept.put('lesson-card', [name], { result: card, isFinal });
  };
  if (outcome.kind === 'done') {
    for (const [at, gated] of (outcome.result.gated ?? []).entries()) {
      const one = chunk[at];
      if (one) put(one, gated, true);
    }
    return;
  }
  const refused = chunk.find(({ compiled: { source } }) => source.folder === outcome.file) ?? chunk[0];
  if (refused) put(refused, refusal(outcome), false);
  await gateChunk(
    chunk.filter((one) => one !== refused),
    compiler,
    kept,
  );
}

/** A lesson as it is sent: without the body if the cache has it, from which the process reads it. */
function textOf(lesson: Lesson): SerializedLesson {
  const text = serialize({ lesson, findings: [] });
  const { outline, stored } = text;
  return stored === undefined ? text : { outline, body: null, findings: [], stored };
}

function chunksOf<T>(all: readonly T[]): T[][] {
  // Two cores are to have work when only a few lessons wait.
  const size = Math.min(mostAtOnce, Math.max(1, Math.ceil(all.length / 2)));
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

function refusal({ kind, file }: { readonly kind: 'slow' | 'broken'; readonly file: string }): GatedLesson {
  const message =
    kind === 'slow'
      ? 'To find out whether the questions of this lesson can be guessed takes too long. Use fewer questions or shorter ones.'
      : 'The check whether questions can be guessed crashed on this lesson, which is a bug in Surefoot. Please report it.';
  const rule = refusals[kind];
  const finding: Finding = {
    file: `${file}/lesson.mdx`,
    line: 1,
    column: 1,
    severity: 'error',
    rule,
    message,
  };
  const guesser = { ...randomGuesser, cure: '', share: 0 };
  return { gate: { guessers: [], sitting: [guesser], simulated: null, findings: [finding] }, card: null };
}
