import { resolve } from 'node:path';
import { type Item, itemType, type SecretItem } from '#lib/item/registry.ts';
import type { CompiledLesson } from '#lib/lesson/compile-content.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { optionOrder } from '#lib/lesson/option-order.ts';
import { type BlindItem, blindItem, type GuesserResult, runBots } from '#lib/mastery/guessers.ts';
import { lessonPool } from '#lib/mastery/lesson-pool.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { type VerdictCard, verdictCard } from '#lib/mastery/verdict-card.ts';
import { readTracks } from '#lib/server/content/read-content.ts';
import { cacheRuns, runCacheFolder } from '#lib/server/sandbox/cache-runs.ts';
import { allowance } from '#lib/server/sandbox/interpreter-process.ts';
import { openSandbox, unlimitedSchedule } from '#lib/server/sandbox/sandbox.ts';
import { compileAll } from './compile-all.ts';
import { locateContent } from './locate-content.ts';
import { checkRuns } from './run-findings.ts';

/** The object of `content check --json`; its names are a contract. */
export interface ContentReport {
  readonly lessons: number;
  readonly items: number;
  readonly findings: readonly Finding[];
  readonly guessers: readonly GuesserResult[];
  /** How often the test of each lesson gives which outcome to whom, by simulation. */
  readonly verdicts: readonly LessonCard[];
  readonly proofs: {
    readonly proven: number;
    readonly stale: number;
    readonly unproven: number;
    readonly mutantsCaught: number;
    readonly mutants: number;
  };
}

/** Compiles and checks a folder. A lesson is compiled with its whole track, so that prerequisites and ids are known. */
export async function checkContent(
  dir: string,
  progress: (step: string) => void,
  runsFolder: string | null = runCacheFolder(),
): Promise<ContentReport> {
  const { compileDir } = locateContent(dir);
  const { lessons, findings } = await compileAll(await readTracks(compileDir), progress);
  const own =
    compileDir === dir ? lessons : lessons.filter(({ source }) => resolve(source.folder) === resolve(dir));
  const [only] = own;
  const items = own.flatMap(({ lesson }) => (lesson ? itemsOf({ lesson }).map(({ item }) => item) : []));
  progress('programs');
  const sandbox = openSandbox(allowance, unlimitedSchedule);
  const ran = await checkRuns(own, cacheRuns(sandbox, runsFolder));
  sandbox.close();
  progress('simulated tests');
  const cards = own.flatMap(lessonCard);
  const compiled =
    compileDir === dir || !only
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

interface ActivityItem {
  readonly activity: string;
  readonly item: Item;
}

function itemsOf({ lesson }: Pick<CompiledLesson, 'lesson'>): ActivityItem[] {
  if (!lesson) return [];
  return [
    ...lesson.activities.flatMap(({ slug, items }) => items.map((item) => ({ activity: slug, item }))),
    ...lesson.pool.map((item) => ({ activity: 'test', item })),
  ];
}

/** The results of every bot on the whole lesson and on each of its activities. */
function guessersOf(compiled: CompiledLesson): GuesserResult[] {
  const { track, slug } = compiled.source;
  const blind = itemsOf(compiled).flatMap(({ activity, item }) => {
    const seen = blindItemOf(compiled, item);
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

function blindItemOf({ source, lesson }: CompiledLesson, item: Item): BlindItem | undefined {
  const secret: SecretItem | undefined = lesson?.secrets.get(item.id)?.open();
  const text = source.files.get(item.source.file.slice(source.folder.length + 1));
  return (
    secret && blindItem(item, secret, text === undefined ? undefined : optionOrder(text, item.source.line))
  );
}

export interface LessonCard extends VerdictCard {
  readonly lesson: string;
}

/** The highest share of tests in which a blind guesser may be called strong. */
const maxGuesserStrong = 0.01;

/** Simulates the test of a lesson for a guesser, a half-knower and a knower, before any real answer. */
function lessonCard({ source, lesson }: CompiledLesson): { card: LessonCard; findings: Finding[] }[] {
  if (!lesson || lesson.pool.length === 0) return [];
  const name = `${source.track}/${source.slug}`;
  const card = verdictCard(lessonPool(lesson), standardRule, lesson.id);
  const { strong } = card.guesser;
  const message = `A blind guesser is called strong in ${(100 * strong).toFixed(1)} of 100 tests; at most ${100 * maxGuesserStrong} is allowed. Add options, or ask for typed answers or an order of steps.`;
  const finding: Finding = {
    file: `${source.folder}/pool.mdx`,
    line: 1,
    column: 1,
    severity: 'error',
    rule: 'test-guessed',
    message,
  };
  return [{ card: { lesson: name, ...card }, findings: strong > maxGuesserStrong ? [finding] : [] }];
}
