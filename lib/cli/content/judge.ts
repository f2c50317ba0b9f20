import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type Item, itemType, type SecretItem } from '#lib/item/registry.ts';
import type { CompiledLesson } from '#lib/lesson/compile-content.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { optionOrder } from '#lib/lesson/option-order.ts';
import { type BlindItem, blindItem, type GuesserResult, runBots } from '#lib/mastery/guessers.ts';
import { readTracks } from '#lib/server/content/read-content.ts';
import { cacheRuns, runCacheFolder } from '#lib/server/sandbox/cache-runs.ts';
import { allowance } from '#lib/server/sandbox/interpreter-process.ts';
import { openSandbox } from '#lib/server/sandbox/sandbox.ts';
import { compileAll } from './compile-all.ts';
import { folder } from './folder.ts';
import { type LessonCard, lessonCard } from './lesson-card.ts';
import { runReport } from './run-findings.ts';

/** The object of `content check --json`; its names are a contract. */
export interface Report {
  readonly lessons: number;
  readonly items: number;
  readonly findings: readonly Finding[];
  readonly guessers: readonly GuesserResult[];
  /** How often each lesson's test says what to whom, by simulation. */
  readonly verdicts: readonly LessonCard[];
  readonly proofs: {
    readonly proven: number;
    readonly stale: number;
    readonly unproven: number;
    readonly mutantsCaught: number;
    readonly mutants: number;
  };
}

/** Compiles and judges a folder. A lesson is compiled with its whole track, so that prerequisites and ids are known. */
export async function judge(
  dir: string,
  progress: (words: string) => void,
  runsFolder: string | null = runCacheFolder(),
): Promise<Report> {
  const { whole } = folder(dir);
  const { lessons, findings } = await compileAll(await readTracks(whole), progress);
  const own =
    whole === dir ? lessons : lessons.filter(({ source }) => resolve(source.folder) === resolve(dir));
  const [only] = own;
  const items = own.flatMap(({ lesson }) => (lesson ? itemsOf({ lesson }).map(({ item }) => item) : []));
  progress('what runs');
  const sandbox = openSandbox(allowance, patientQueue);
  const ran = await runReport(own, cacheRuns(sandbox, runsFolder));
  sandbox.close();
  progress('what a test would say');
  const cards = own.flatMap(lessonCard);
  const compiled =
    whole === dir || !only
      ? findings
      : findings.filter(({ file }) => file.startsWith(`${only.source.folder}/`));
  return {
    lessons: own.length,
    items: items.length,
    findings: [...compiled, ...ran.findings, ...cards.flatMap(({ findings: found }) => found)],
    guessers: own.flatMap(guessersOf),
    verdicts: cards.map(({ card }) => card),
    proofs: {
      proven: ran.proven,
      stale: ran.stale,
      unproven: ran.unproven + items.filter(({ type }) => itemType(type).outputUnverified).length,
      mutantsCaught: 0,
      mutants: 0,
    },
  };
}

/** Nobody else waits here. */
const patientQueue = {
  running: Math.max(1, availableParallelism()),
  waiting: Number.POSITIVE_INFINITY,
  waitingEach: Number.POSITIVE_INFINITY,
};

interface Placed {
  readonly activity: string;
  readonly item: Item;
}

function itemsOf({ lesson }: Pick<CompiledLesson, 'lesson'>): Placed[] {
  if (!lesson) return [];
  return [
    ...lesson.activities.flatMap(({ slug, items }) => items.map((item) => ({ activity: slug, item }))),
    ...lesson.pool.map((item) => ({ activity: 'test', item })),
  ];
}

/** Every bot over a whole lesson, and over each of its activities. */
function guessersOf(compiled: CompiledLesson): GuesserResult[] {
  const { track, slug } = compiled.source;
  const blind = itemsOf(compiled).flatMap(({ activity, item }) => {
    const seen = blindly(compiled, item);
    return seen ? [{ activity, seen }] : [];
  });
  const activities = [...new Set(blind.map(({ activity }) => activity))];
  return [
    ...runBots(
      `${track}/${slug}`,
      blind.map(({ seen }) => seen),
    ),
    ...activities.flatMap((activity) =>
      runBots(
        `${track}/${slug}/${activity}`,
        blind.flatMap((one) => (one.activity === activity ? [one.seen] : [])),
      ),
    ),
  ];
}

function blindly({ source, lesson }: CompiledLesson, item: Item): BlindItem | undefined {
  const secret: SecretItem | undefined = lesson?.secrets.get(item.id)?.open();
  const text = source.files.get(item.source.file.slice(source.folder.length + 1));
  return (
    secret && blindItem(item, secret, text === undefined ? undefined : optionOrder(text, item.source.line))
  );
}
