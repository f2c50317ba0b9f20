import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { chance } from '#lib/chance/chance.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import type { ExchangeFormat } from '#lib/exchange/format.ts';
import { exchangeFormats, formatNamed } from '#lib/exchange/formats.ts';
import {
  type ImportPlan,
  type PlannedItem,
  planImport,
  type RefusedItem,
} from '#lib/exchange/plan-import.ts';
import type { Reading } from '#lib/exchange/question.ts';
import type { Item } from '#lib/item/registry.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { usualLongestFile } from '#lib/lesson/limits.ts';
import { siblingFindings } from '#lib/lesson/siblings.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { gateLesson } from '#lib/mastery/gate.ts';
import { lessonPool } from '#lib/mastery/lesson-pool.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { verdictCard } from '#lib/mastery/verdict-card.ts';
import { guardedLesson } from '#lib/server/content/compiler/guarded.ts';
import { processCompiler } from '#lib/server/content/compiler/process-compiler.ts';
import { previewTarget } from '#lib/server/exchange/lesson-target.ts';
import { readImport } from '#lib/server/exchange/read-import.ts';
import type { ContentReport } from './check-content.ts';

/** Formats whose files have other endings than their own exports, or share one. */
const otherEndings: Readonly<Record<string, string>> = { tsv: 'csv', json: 'json', xml: 'moodle' };

/**
 * Judges the questions of another system's file as if they were the pool of a lesson, without writing anything: what
 * cannot be read, what the compiler finds, and whether the test could be guessed. Findings have the lines of the file.
 */
export async function checkBank(path: string): Promise<ContentReport> {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`There is no file "${path}" that can be read.`);
  });
  const read = await readImport(formatOf(path, bytes), bytes, null);
  if (!read.ok) throw new UsageError(read.problem(path));
  const plan = planImport(shuffled(read.reading), previewTarget);
  const pool = plan.items.flatMap((item) =>
    item.outcome !== 'refused' && item.activity === 'test' ? [item] : [],
  );
  const files = poolFiles(path, pool);
  const { lesson, findings } = await guardedLesson(bankLesson(path, files), processCompiler());
  const placed =
    pool.length === 0
      ? [bankEmpty(path, plan)]
      : findings.filter(inPool).map((finding) => ({ ...finding, ...placeIn(path, files, finding) }));
  const report = { ...emptyReport, items: plan.items.length - refusedOf(plan).length };
  const unread = refusedOf(plan).map((item) => unreadable(path, item));
  if (!lesson || lesson.pool.length === 0) return { ...report, findings: [...unread, ...placed].map(milder) };
  const judged = { ...lesson, pool: lesson.pool.map((item) => atPlace(item, path, files)) };
  const gate = gateLesson(judged, []);
  const card = verdictCard(lessonPool(judged), standardRule, path, { guessers: gate.sitting });
  return {
    ...report,
    findings: [...unread, ...placed, ...gate.findings, ...siblingFindings(judged)].map(milder),
    guessers: gate.guessers.flatMap((result) => (result.scope === '' ? [] : [{ ...result, scope: path }])),
    verdicts: [{ lesson: path, ...card }],
  };
}

const emptyReport: ContentReport = {
  lessons: 0,
  items: 0,
  findings: [],
  guessers: [],
  verdicts: [],
  proofs: { proven: 0, stale: 0, unproven: 0, mutantsCaught: 0, mutants: 0 },
};

/** A bank may be short and easy to guess as a whole, since it is a part of a pool only. */
const milder = (finding: Finding): Finding =>
  ['pool-small', 'pool-weak'].includes(finding.rule) ? { ...finding, severity: 'warning' } : finding;

/** The options as a test shows them: many formats list the right one first. */
function shuffled({ entries, notes }: Reading): Reading {
  const dice = chance('options of a bank');
  return {
    notes,
    entries: entries.map((entry) => {
      if (!entry.ok || entry.question.task.kind !== 'choice') return entry;
      const { task } = entry.question;
      const options = dice.shuffle(task.options);
      return { ok: true, question: { ...entry.question, task: { ...task, options } } };
    }),
  };
}

function formatOf(path: string, bytes: Uint8Array): ExchangeFormat {
  const ending = extname(path).slice(1).toLowerCase();
  const head = Buffer.from(bytes.subarray(0, 2_000)).toString('latin1');
  if (ending === 'xml' && /<(?:\w+:)?(?:questestinterop|assessmentItem|qti-assessment)/i.test(head))
    return known('qti');
  const format =
    formatNamed(otherEndings[ending] ?? '') ?? exchangeFormats.find((one) => one.ending === ending);
  if (!format)
    throw new UsageError(
      `"${basename(path)}" has an ending that tells no format. Use one of ${[...exchangeFormats.map((one) => one.ending), 'tsv'].map((one) => `.${one}`).join(' ')}.`,
    );
  return format;
}

function known(name: string): ExchangeFormat {
  const format = formatNamed(name);
  if (!format) throw new Error(`There is no format ${name}`);
  return format;
}

/** Items of a file of the pool, by its path: none with more text than a file may have. */
type PoolFiles = ReadonlyMap<string, readonly PlannedItem[]>;

function poolFiles(folder: string, pool: readonly PlannedItem[]): PoolFiles {
  const files = new Map<string, PlannedItem[]>();
  let items: PlannedItem[] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const item of pool) {
    if (characters + item.text.length > usualLongestFile) {
      items = [];
      characters = 0;
      files.set(`${folder}/${files.size === 0 ? 'pool' : `pool/file-${files.size}`}.mdx`, items);
    }
    items.push(item);
    characters += item.text.length;
  }
  return files;
}

/** The items below one another, with one empty line between them. */
const poolText = (pool: readonly PlannedItem[]): string => `${pool.map(({ text }) => text).join('\n\n')}\n`;

/** Says why there is nothing to judge. */
function bankEmpty(file: string, { items, notes }: ImportPlan): Finding {
  const open = items.filter(({ outcome }) => outcome !== 'refused').length;
  const why =
    open > 0
      ? `${open} can be read, and none of them can be failed, as cards and open questions.`
      : items.length > 0
        ? 'None of them can be read.'
        : (notes[0] ?? 'None was found.');
  const message = `This file has no question for a test. ${why} Correct the file, or look whether its ending names its format.`;
  return { file, line: 1, column: 1, severity: 'error', rule: 'bank-empty', message };
}

function bankLesson(path: string, pool: PoolFiles): LessonSource {
  const title = JSON.stringify(basename(path));
  const head = [
    '---',
    'id: bank',
    `title: ${title}`,
    `summary: ${title}`,
    'objectives:',
    '  - id: objective',
    '    text: Answer the questions of the file',
    'authors: [The file]',
    'sources:',
    '  - title: The file',
    '    url: https://example.org/',
    'updated: 2000-01-01',
    '---',
    '',
    'The questions of a file.',
    '',
  ].join('\n');
  return {
    track: 'bank',
    slug: 'bank',
    folder: path,
    files: new Map([
      ['lesson.mdx', head],
      ...[...pool].map(([file, items]) => [file.slice(path.length + 1), poolText(items)] as const),
    ]),
  };
}

const inPool = ({ file }: Finding): boolean => !file.endsWith('/lesson.mdx');

/** Where the question of a finding in the pool begins in the bank. */
function placeIn(path: string, files: PoolFiles, { file, line }: Pick<Finding, 'file' | 'line'>) {
  const pool = files.get(file) ?? [];
  let next = 1;
  for (const { text, place } of pool) {
    next += text.split('\n').length + 1;
    if (line < next) return { file: path, ...place };
  }
  return { file: path, ...(pool.at(-1)?.place ?? { line: 1, column: 1 }) };
}

function atPlace(item: Item, path: string, files: PoolFiles): Item {
  const { file, line } = placeIn(path, files, item.source);
  return { ...item, source: { file, line } };
}

const refusedOf = ({ items }: ImportPlan): RefusedItem[] =>
  items.flatMap((item) => (item.outcome === 'refused' ? [item] : []));

/** What the import refuses is left out of the pool, which is no fault of the other questions. */
const unreadable = (file: string, { kind, reason, place }: RefusedItem): Finding => ({
  file,
  ...place,
  severity: 'warning',
  rule: 'question-unreadable',
  message: `This ${kind} is left out. ${reason}`,
});
