import { resolve } from 'node:path';
import type { Item } from '#lib/item/registry.ts';
import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import type { GateResult } from '#lib/mastery/gate.ts';
import type { GuesserResult } from '#lib/mastery/guessers/guessers.ts';
import type { VerdictCard } from '#lib/mastery/verdict-card.ts';
import { lessonCard } from '#lib/server/content/compiler/gate-lessons.ts';
import { type KeptResults, keptResults } from '#lib/server/content/compiler/kept-results.ts';
import type { Compiler } from '#lib/server/content/compiler/messages.ts';
import { readTracks, type SourceMemory } from '#lib/server/content/read-content.ts';
import { cacheRuns, runCacheFolder } from '#lib/server/sandbox/cache-runs.ts';
import { allowance } from '#lib/server/sandbox/interpreter-process.ts';
import { openSandbox, unlimitedSchedule } from '#lib/server/sandbox/sandbox.ts';
import { openTrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { type CompiledLessons, compileAll } from './compile-all.ts';
import { keptRuns } from './kept-runs.ts';
import { locateContent } from './locate-content.ts';

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

/** What a check leaves for the next one in the same process. */
export interface CheckMemory {
  readonly sources: SourceMemory;
  readonly compiled: CompiledLessons;
}

export interface CheckOptions {
  /** The folder of cached runs; null for none. */
  readonly runsFolder?: string | null;
  readonly compiler?: Compiler;
  readonly kept?: KeptResults;
  readonly memory?: CheckMemory;
  /** Whether programs in bash run on this machine. */
  readonly shell?: boolean;
  /** Whether keys are run that lock files prove. */
  readonly isFresh?: boolean;
}

/** Compiles and checks a folder. A lesson is compiled with its whole track, so that prerequisites and ids are known. */
export async function checkContent(
  dir: string,
  progress: (step: string) => void,
  { runsFolder = runCacheFolder(), compiler, kept = keptResults(), memory, ...how }: CheckOptions = {},
): Promise<ContentReport> {
  const { compileDir } = locateContent(dir);
  const sources = await readTracks(compileDir, memory?.sources);
  const { lessons, findings, gates } = await compileAll(sources, progress, {
    ...(compiler ? { compiler } : {}),
    kept,
    ...(memory ? { known: memory.compiled } : {}),
  });
  const own =
    compileDir === dir ? lessons : lessons.filter(({ source }) => resolve(source.folder) === resolve(dir));
  const [only] = own;
  const items = own.flatMap(itemsOf);
  progress('programs');
  const sandbox = openSandbox(allowance, unlimitedSchedule);
  const trials = openTrialRunner({ shell: how.shell ?? false, runsFolder });
  const runners = { sandbox: cacheRuns(sandbox, runsFolder), trials };
  const ran = await keptRuns(own, runners, { kept, isFresh: how.isFresh ?? false });
  sandbox.close();
  trials.close();
  const cards = own.flatMap(({ source, lesson }): LessonCard[] => {
    const found = gates.get(source);
    if (!lesson || !found) return [];
    const card = kept.get('lesson-card', [found.name], () => lessonCard(lesson, found.gate, kept));
    return card ? [{ lesson: nameOf(source), ...card }] : [];
  });
  await kept.written();
  const compiled =
    compileDir === dir || !only
      ? findings
      : findings.filter(({ file }) => file.startsWith(`${only.source.folder}/`));
  return {
    lessons: own.length,
    items: items.length,
    findings: [...compiled.filter((finding) => !isExplained(finding, ran.findings)), ...ran.findings],
    guessers: own.flatMap(({ source }) => guessersOf(source, gates.get(source)?.gate)),
    verdicts: cards,
    proofs: {
      proven: ran.proven,
      stale: ran.stale,
      unproven: ran.unproven,
      mutantsCaught: ran.mutantsCaught,
      mutants: ran.mutants,
    },
  };
}

/** Variants that are not computed, when running shows why they cannot be. */
const isExplained = ({ rule, itemId }: Finding, ran: readonly Finding[]): boolean =>
  (rule === 'variants-missing' || rule === 'variants-stale') &&
  ran.some((other) => other.itemId === itemId && other.rule.startsWith('variants-'));

const itemsOf = ({ lesson }: CompiledLesson): Item[] =>
  lesson ? [...lesson.activities.flatMap(({ items }) => items), ...lesson.pool] : [];

const nameOf = ({ track, slug }: LessonSource): string => `${track}/${slug}`;

/** The results of every bot, with the scopes named by lesson and activity. */
function guessersOf(source: LessonSource, gate: GateResult | undefined): GuesserResult[] {
  return (gate?.guessers ?? []).map((result) => ({
    ...result,
    scope: result.scope === '' ? nameOf(source) : `${nameOf(source)}/${result.scope}`,
  }));
}

export interface LessonCard extends VerdictCard {
  readonly lesson: string;
}
