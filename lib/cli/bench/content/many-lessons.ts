import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lockFile } from '#lib/lesson/proof-lock.ts';

/** The lessons that are copied. */
const origin = join('content', 'tracks');

export interface Written {
  readonly lessons: number;
  readonly files: number;
  /** Whether its files are as long as those of most lessons. */
  readonly isUsual: boolean;
  /** A text that may be edited. */
  readonly edited: string;
}

/**
 * Writes at least `count` lessons as copies of our own, in tracks of three. Every id is another in each copy, so no two files
 * are equal.
 */
export function writeLessons(dir: string, count: number): Written {
  const [track = ''] = readdirSync(origin);
  const names = readdirSync(join(origin, track), { recursive: true, encoding: 'utf8' });
  const textsOf = (ending: string) =>
    names
      .filter((name) => name.endsWith(ending))
      .map((name) => [name, readFileSync(join(origin, track, name), 'utf8')] as const);
  const texts = textsOf('.mdx');
  const locks = textsOf(lockFile);
  const files = texts.map(([name]) => name);
  const each = files.filter((name) => name.endsWith('lesson.mdx')).length;
  const copies = Math.ceil(count / each);
  for (let copy = 0; copy < copies; copy += 1) {
    for (const [name, text] of texts) write(join(dir, `${track}-${copy}`, name), copied(text, track, copy));
    for (const [name, lock] of locks) write(join(dir, `${track}-${copy}`, name), copiedLock(lock, copy));
  }
  const why = files.find((name) => name.endsWith('why.mdx')) ?? '';
  return {
    lessons: copies * each,
    files: copies * files.length,
    isUsual: true,
    edited: join(dir, `${track}-0`, why),
  };
}

/** Ids of lessons, badges and items end with the number of the copy, and links lead into it. Those of checks stay, as proofs depend on them. */
export function copied(text: string, track: string, copy: number): string {
  const head = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  const front = head
    .replace(/^id: (\S+)$/m, `id: $1-${copy}`)
    .replace(/^(badge:\n(?: {2}.*\n)*? {2}id: )(\S+)$/m, `$1$2-${copy}`);
  return (front + text.slice(head.length))
    .replaceAll(/(<(?!Check\b)[A-Z]\w*\b[^<>]*? id=")([^"]+)"/g, `$1$2-${copy}"`)
    .replaceAll(`/tracks/${track}/`, `/tracks/${track}-${copy}/`);
}

/**
 * The lock file of a copy: what was run is the same, only the ids are others, which stand at the second level. The id of a
 * variant ends with its number.
 */
export const copiedLock = (lock: string, copy: number): string =>
  lock.replaceAll(/^( {4}")([^"#]+)((?:#\d+)?": [{[])/gm, `$1$2-${copy}$3`);

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const levels = ['easy', 'medium', 'hard'];
const itemsPerFile = 200;

/** Writes a track with one lesson whose pool has `count` questions, in files of two hundred. */
export function writeBigPool(dir: string, count: number): Written {
  const lesson = join(dir, 'course', 'big');
  const head =
    '---\nid: course\ntitle: Course\nsummary: One lesson.\nlessons: [big]\nupdated: 2026-11-29\n---\n';
  write(join(dir, 'course', 'track.mdx'), head);
  write(join(lesson, 'lesson.mdx'), bigLesson);
  write(join(lesson, 'why.mdx'), 'Numbers are added every day.\n');
  const files = Math.ceil(count / itemsPerFile);
  for (let file = 0; file < files; file += 1) {
    const numbers = Array.from({ length: itemsPerFile }, (_, at) => file * itemsPerFile + at);
    write(
      join(lesson, 'pool', `${file}.mdx`),
      numbers
        .filter((n) => n < count)
        .map(sum)
        .join('\n'),
    );
  }
  return { lessons: 1, files: files + 3, isUsual: false, edited: join(lesson, 'why.mdx') };
}

const bigLesson = `---
id: big
title: A big pool
summary: Adding numbers.
objectives:
  - id: add
    text: Add two numbers
prerequisites: []
authors: [Surefoot]
sources:
  - title: Addition
    url: https://example.org
updated: 2026-11-29
---

Two numbers have a sum.
`;

/** A typed number, so that it cannot be guessed. */
function sum(n: number): string {
  const [a, b] = [n % 97, 1_000 + n];
  return `<Number id="sum-${n}" level="${levels[n % 3]}" objective="add">\n\nHow much is ${a} and ${b}?\n\n- [x] ${a + b}\n\n</Number>\n`;
}
