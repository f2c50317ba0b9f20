import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import { isError } from '#lib/lesson/finding.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { siblingFindings } from '#lib/lesson/siblings.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { teachingFindings } from '#lib/lesson/teaching.ts';
import { type GateResult, gateLesson } from './gate.ts';
import { choiceCount, othersOf, trainingLessons } from './guessers/panel.ts';

/** Where results are kept: what was made from the same is not made again. */
export interface KeepGate {
  gate(madeFrom: string, make: () => GateResult): GateResult;
  count(lesson: Lesson, make: () => number): number;
}

const keepNothing: KeepGate = { gate: (_from, make) => make(), count: (_lesson, make) => make() };

/** Compiled tracks whose lessons have the findings of the gate among their own, and what it says about each lesson. */
export interface GatedContent<T> {
  readonly tracks: readonly T[];
  readonly gates: ReadonlyMap<LessonSource, LessonGate>;
}

export interface LessonGate {
  /** By all that the result depends on. */
  readonly name: string;
  readonly gate: GateResult;
}

/**
 * Passes compiled lessons through the gate. Whatever compiles lessons does so before it assembles them, so that check,
 * build, start and import refuse the same ones. A lesson with other errors is not blamed for its questions yet, since some
 * of them may be missing.
 */
export function gated<T extends { readonly lessons: readonly CompiledLesson[] }>(
  tracks: readonly T[],
  keep: KeepGate = keepNothing,
): GatedContent<T> {
  const gates = new Map<LessonSource, LessonGate>();
  const learnedFrom = training(
    tracks.flatMap(({ lessons }) => lessons),
    keep,
  );
  const checked = (compiled: CompiledLesson): CompiledLesson => {
    const { lesson, findings, source } = compiled;
    if (!lesson) return compiled;
    const others = learnedFrom(lesson);
    const name = gateName(source, lesson, others);
    const gate = keep.gate(name, () => gateOf(source, lesson, others));
    gates.set(source, { name, gate });
    return findings.some(isError) ? compiled : { ...compiled, findings: [...findings, ...gate.findings] };
  };
  return { tracks: tracks.map((track) => ({ ...track, lessons: track.lessons.map(checked) })), gates };
}

/** The lessons that the habits of a lesson's author are learned from. */
export function training(
  compiled: readonly CompiledLesson[],
  { count }: Pick<KeepGate, 'count'>,
): (lesson: Lesson) => Lesson[] {
  const all = compiled.flatMap(({ lesson }) => lesson ?? []);
  const countOf = (lesson: Lesson) => count(lesson, () => choiceCount(lesson));
  return (lesson) => trainingLessons(lesson, othersOf(lesson, all), countOf);
}

/** Keeps parts of the gate's result that depend on less than the whole. */
export type KeepPart = <T>(kind: string, madeFrom: readonly string[], make: () => T) => T;

/** What the gate says about a lesson. When only its neighbours have changed, bots answer it again, and nothing else is done. */
export function gateOf(
  source: LessonSource,
  lesson: Lesson,
  others: readonly Lesson[],
  keep: KeepPart = (_kind, _madeFrom, make) => make(),
): GateResult {
  const guessed = gateLesson(lesson, others, (madeFrom, make) => keep('worst-guesser', madeFrom, make));
  const own = keep('own-findings', [gateName(source, lesson, [])], () => [
    ...siblingFindings(lesson),
    ...teachingFindings(lesson, source),
  ]);
  return { ...guessed, findings: [...guessed.findings, ...own] };
}

/** All that the gate's result depends on. Findings name files, so the folder counts. */
export function gateName({ folder }: LessonSource, lesson: Lesson, others: readonly Lesson[]): string {
  return [folder, lesson.track, lesson.slug, ...[lesson, ...others].map(({ hash }) => hash)].join('\n');
}
