import { existsSync, statSync } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';
import { type Encoding, encodings } from '#lib/exchange/decode-text.ts';
import { exchangeFormats, formatNamed } from '#lib/exchange/formats.ts';
import { type ImportPlan, planImport } from '#lib/exchange/plan-import.ts';
import { levels } from '#lib/item/registry.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { processCompiler } from '#lib/server/content/compiler/process-compiler.ts';
import { findTarget, lessonFolder, previewTarget } from '#lib/server/exchange/lesson-target.ts';
import { createLesson } from '#lib/server/exchange/new-lesson.ts';
import { readImport } from '#lib/server/exchange/read-import.ts';
import { type ImportMerge, mergePlan, writeImport } from '#lib/server/exchange/write-import.ts';
import { isRefused } from './check.ts';
import { type ContentReport, checkContent } from './check-content.ts';
import { importJson, importReport, previewText } from './import-report.ts';
import { reportText } from './report-text.ts';

const options = {
  into: { type: 'string' },
  create: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  activity: { type: 'string' },
  objective: { type: 'string' },
  level: { type: 'string', default: 'medium' },
  encoding: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/**
 * Imports a file of another system. Without `--into` it is a preview: the report, and the items as they would be
 * written. The exit code is 1 when something is refused by the check of the lesson, or the file cannot be read.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [formatName, path, extra] = positionals;
  if (formatName === undefined || path === undefined) throw new UsageError('Name the format and the file.');
  if (extra !== undefined) throw new UsageError(`Name one file at a time, without "${extra}".`);
  const format = formatNamed(formatName);
  if (!format)
    throw new UsageError(
      `There is no format "${formatName}". There are ${exchangeFormats.map(({ name }) => name).join(', ')}.`,
    );
  const level = levels.find((name) => name === values.level);
  if (!level) throw new UsageError(`There is no level "${values.level}". There are ${levels.join(', ')}.`);
  const read = await readImport(format, await bytesOf(path), encodingNamed(values.encoding));
  if (!read.ok) {
    console.error(read.problem(path));
    return 1;
  }
  const wishes = { activity: values.activity ?? null, objective: values.objective ?? null, level };
  if (values.create) await create(values.into, values['dry-run']);
  const found = values.into === undefined ? null : await findTarget(values.into, wishes);
  if (found && !found.ok) throw new UsageError(found.problem);
  const plan = planImport(read.reading, found?.target ?? previewTarget);
  const merge = found ? mergePlan(plan, found.lesson, values.replace) : null;
  const report = { path, plan, merge, asJson: values.json };
  if (!found || !merge) {
    print(report, null);
    return hasItems(plan) ? 0 : 1;
  }
  const check = values['dry-run']
    ? await checkCopy(found.lesson, merge)
    : await writeAndCheck(found.lesson, merge);
  print(report, check);
  await processCompiler().close();
  return isRefused(check.report) ? 1 : 0;
}

/** Makes the lesson that `--into` names, unless it is there. */
async function create(into: string | undefined, isDryRun: boolean): Promise<void> {
  if (into === undefined) throw new UsageError('Name the new lesson with --into track/lesson.');
  if (lessonFolder(into) !== undefined) return;
  if (isDryRun)
    throw new UsageError(
      'A lesson that is not there cannot be tried. Leave out --into for a preview, or --dry-run.',
    );
  const made = await createLesson(into, join('content', 'tracks'), new Date().toISOString().slice(0, 10));
  if (!made.ok) throw new UsageError(made.problem);
  console.error(`Made ${made.files.join(' and ')}.`);
}

const hasItems = ({ items }: ImportPlan): boolean => items.some(({ outcome }) => outcome !== 'refused');

function encodingNamed(name: string | undefined): Encoding | null {
  if (name === undefined) return null;
  const known = encodings.find((encoding) => encoding === name.toLowerCase());
  if (!known) throw new UsageError(`There is no encoding "${name}". There are ${encodings.join(', ')}.`);
  return known;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  if (!existsSync(path)) throw new UsageError(`There is no file "${path}".`);
  const { size, isDirectory } = { size: statSync(path).size, isDirectory: statSync(path).isDirectory() };
  if (isDirectory) throw new UsageError(`"${path}" is a folder. Name a file.`);
  if (size > mostBytes) throw new UsageError(`"${path}" has ${size} bytes; ${mostBytes} at most are read.`);
  return readFile(path);
}

const mostBytes = 100 * 1024 * 1024;

interface Report {
  readonly path: string;
  readonly plan: ImportPlan;
  readonly merge: ImportMerge | null;
  readonly asJson: boolean;
}

/** What the check says about the lesson with the import in it, below a line that says what was checked. */
interface LessonCheck {
  readonly heading: string;
  readonly report: ContentReport;
}

function print({ path, plan, merge, asJson }: Report, check: LessonCheck | null): void {
  if (asJson) {
    console.log(JSON.stringify({ ...importJson(path, plan, merge), check: check?.report ?? null }));
    return;
  }
  if (!merge) console.log(previewText(plan));
  console.log(importReport(path, plan, merge));
  if (check) console.log(`${check.heading}\n${reportText(check.report)}`);
}

const showProgress = (step: string) => console.error(`compiling ${step}`);

/** Writes the files, then checks the lesson as `content check` does: the build refuses what this refuses. */
async function writeAndCheck(lesson: LessonSource, merge: ImportMerge): Promise<LessonCheck> {
  await writeImport(lesson.folder, merge);
  return { heading: 'The check of the lesson:', report: await checkContent(lesson.folder, showProgress) };
}

/** Checks a copy of the track with the import in it, and removes it. */
async function checkCopy(lesson: LessonSource, merge: ImportMerge): Promise<LessonCheck> {
  const track = dirname(resolve(lesson.folder));
  const copy = join(tmpdir(), `surefoot-dry-run-${process.pid}`, basename(track));
  const folder = join(copy, basename(resolve(lesson.folder)));
  try {
    await cp(track, copy, { recursive: true });
    await writeImport(folder, merge);
    const report = await checkContent(folder, showProgress);
    return { heading: `Dry run: nothing is written. The check of a copy in ${copy}:`, report };
  } finally {
    await rm(dirname(copy), { recursive: true, force: true });
  }
}
