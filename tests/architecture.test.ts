import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { circles, packagesLoadedWith, violations } from './architecture.ts';

const files = ['app', 'components', 'lib', 'db'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(room, file)),
);

test('no file violates the rules of the architecture', () => {
  const found = files.flatMap((path) =>
    violations(path, readFileSync(path, 'utf8')).map((breach) => `${path}: ${breach}`),
  );
  expect(found).toEqual([]);
});

test('no files import one another in a circle, types included', () => {
  const product = files.filter((path) => !/\.test\.tsx?$|\/testing\//.test(path));
  expect(circles(new Map(product.map((path) => [path, readFileSync(path, 'utf8')])))).toEqual([]);
});

test.each([
  { files: { 'lib/a/a.ts': "import './b.ts';", 'lib/a/b.ts': "import './a.ts';" }, of: 2 },
  {
    files: {
      'lib/a/a.ts': "import type { B } from '#lib/b/b.ts';",
      'lib/b/b.ts': "import { c } from '#components/c.tsx';",
      'components/c.tsx': "import type { A } from '#lib/a/a.ts';",
    },
    of: 3,
  },
])('a planted circle of $of files is reported', ({ files, of }) => {
  const [circle, ...more] = circles(new Map(Object.entries(files)));
  expect(circle).toHaveLength(of);
  expect(more).toEqual([]);
});

const compilers = /^(shiki|katex|beautiful-mermaid|yaml|micromark|mdast-util|hast-util)/;
const sources = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));
const routes = files.filter((path) => path.startsWith('app/'));

test('no page and no route loads the compiler of lessons with it', () => {
  const loaded = packagesLoadedWith(routes, sources);
  expect(loaded).toContain('better-sqlite3');
  expect(loaded.filter((name) => compilers.test(name))).toEqual([]);
});

// YAML of front matters is read there: readYaml has limits of its own.
const parsers = /^(shiki|katex|beautiful-mermaid|micromark|mdast-util|hast-util)/;

test.each([
  ['pages and routes, as production and development serve them', routes],
  ['the start', ['lib/cli/start.ts']],
  ['the build', ['lib/cli/build.ts']],
  ['the demo', ['lib/cli/demo.ts', 'lib/cli/demo/seed.ts']],
])('%s never have the compiler in their own process, not even later', (_what, starts) => {
  expect(starts.filter((path) => !sources.has(path))).toEqual([]);
  const loaded = packagesLoadedWith(starts, sources, { isLate: true });
  expect(loaded).toContain('yaml');
  expect(loaded.filter((name) => parsers.test(name))).toEqual([]);
});

test('the process that compiles has it', () => {
  const worker = 'lib/server/content/compiler/compile-worker.ts';
  expect(
    packagesLoadedWith([worker], sources, { isLate: true }).filter((name) => parsers.test(name)),
  ).toEqual(expect.arrayContaining(['beautiful-mermaid', 'katex', 'mdast-util-from-markdown', 'shiki/core']));
});

test('what is loaded follows imports of values, but no types and no import that comes later', () => {
  const sources = new Map([
    ['app/page.tsx', "import { a } from '#lib/a.ts';\nimport type { Root } from 'mdast';"],
    ['lib/a.ts', "import { z } from 'zod';\nexport { b } from './b.ts';\nconst c = () => import('./c.ts');"],
    ['lib/b.ts', "import 'yaml';\nimport { a } from './a.ts';"],
    ['lib/c.ts', "import katex from 'katex';"],
  ]);
  expect(packagesLoadedWith(['app/page.tsx'], sources)).toEqual(['yaml', 'zod']);
  expect(packagesLoadedWith(['app/page.tsx'], sources, { isLate: true })).toEqual(['katex', 'yaml', 'zod']);
});

test('files that share an import do not form a circle', () => {
  const files = { 'a.ts': "import './b.ts';\nimport './c.ts';", 'b.ts': "import './c.ts';", 'c.ts': '' };
  expect(circles(new Map(Object.entries(files)))).toEqual([]);
});

test('a folder of workflows holds at most 25 files', () => {
  const folders = files
    .filter((path) => path.startsWith('lib/server/') && !path.endsWith('.test.ts'))
    .map((path) => path.split('/').slice(0, -1).join('/'));
  const crowded = [...new Set(folders)].filter(
    (folder) => folders.filter((one) => one === folder).length > 25,
  );
  expect(crowded).toEqual([]);
});

describe('a planted fault is reported', () => {
  test.each([
    [
      'components/ui/a.tsx',
      "import { world } from '#lib/server/host/process-world.ts';",
      'components/ must not import lib/server/',
    ],
    ['components/ui/a.tsx', "import { z } from 'zod';", 'components/ must not import zod'],
    ['components/ui/a.tsx', "import { users } from '#db/users.ts';", 'components/ must not import db/'],
    ['app/page.tsx', "import { users } from '#db/users.ts';", 'app/ must not import db/'],
    ['app/page.tsx', "import { check } from '#lib/cli/content.ts';", 'app/ must not import lib/cli/'],
    ['lib/item/a.ts', "import { users } from '#db/users.ts';", 'lib/item/ must not import db/'],
    [
      'lib/item/a.ts',
      "import { world } from '#lib/server/host/process-world.ts';",
      'lib/item/ must not import lib/server/',
    ],
    [
      'lib/item/a.ts',
      "import { toString } from 'mdast-util-to-string';",
      'lib/item/ must not import mdast-util-to-string',
    ],
    ['lib/item/a.ts', "import {\n  a,\n  b,\n} from 'node:fs';", 'lib/item/ must not import node:fs'],
    ['lib/item/a.ts', "const fs = await import('node:fs');", 'lib/item/ must not import node:fs'],
    ['lib/result.ts', "import { world } from './server/world.ts';", 'lib/ must not import lib/server/'],
    ['lib/result.ts', "export { useState } from 'react';", 'lib/ must not import react'],
    ['lib/progress/a.ts', "import { fsrs } from 'ts-fsrs';", 'lib/ must not import ts-fsrs'],
    ['lib/item/a.ts', "import { parse } from 'csv-parse/sync';", 'lib/item/ must not import csv-parse/sync'],
    ['lib/csv/a.ts', "import { parse } from 'csv-parse';", 'lib/csv/ must not import csv-parse'],
    [
      'lib/item/a.ts',
      "import { draw } from '#lib/sitting/draw.ts';",
      'lib/item/ must not import lib/sitting/, which stands above it',
    ],
    [
      'lib/sitting/a.ts',
      "import type { TestVerdict } from '#lib/mastery/verdict.ts';",
      'lib/sitting/ must not import lib/mastery/, which stands above it',
    ],
    [
      'lib/calendar/a.ts',
      "import { chance } from '#lib/chance/chance.ts';",
      'lib/calendar/ must not import lib/chance/, which stands above it',
    ],
    [
      'lib/lesson/compile/a.ts',
      "import { recallAt } from '#lib/review/review-schedule.ts';",
      'lib/lesson/ must not import lib/review/, which stands above it',
    ],
    [
      'lib/review/a.ts',
      "import('#lib/progress/streak.ts')",
      'lib/review/ must not import lib/progress/, which stands above it',
    ],
    [
      'lib/review/a.ts',
      "import { card } from '#lib/item/card/card.ts';",
      'only the registries import the kind card',
    ],
    [
      'lib/item/order/a.ts',
      "import { blanks } from '#lib/item/blanks/blanks.ts';",
      'only the registries import the kind blanks',
    ],
    [
      'components/item/form/a.ts',
      "import type { CardView } from '#components/item/kinds/card/card.ts';",
      'only the registries import the kind card',
    ],
    ['lib/result.ts', "import { plainText } from '#lib/text/rich.ts';", 'lib/ must not import lib/text/'],
    ['lib/misc/a.ts', "import { plainText } from '#lib/text/rich.ts';", 'lib/misc/ has no floor'],
    [
      'lib/server/a.ts',
      "import { check } from '#lib/cli/content.ts';",
      'lib/server/ must not import lib/cli/',
    ],
    [
      'lib/server/a.ts',
      "import { testDatabase } from '#tests/world.ts';",
      'lib/server/ must not import tests/',
    ],
    [
      'db/users.ts',
      "import { world } from '#lib/server/host/process-world.ts';",
      'db/ must not import lib/server/',
    ],
    ['lib/lesson/b.ts', "import { a } from '../item/a.ts';", 'another room is reached by its # alias'],
    ['lib/lesson/a.test.ts', "import { a } from '../item/a.ts';", 'another room is reached by its # alias'],
    ['lib/lesson/b.ts', "import { a } from '#lib/item/a';", 'imports name their file with its ending'],
    ['lib/item/index.ts', '', 'no barrels'],
    ['lib/item/a.ts', "export * from './b.ts';", 'no barrels'],
    [
      'db/users.ts',
      "import { text } from 'drizzle-orm/pg-core';",
      'the dialect is known to the columns and the folders of the engines',
    ],
    [
      'lib/server/a.ts',
      "import pg from 'pg';",
      'the dialect is known to the columns and the folders of the engines',
    ],
    [
      'lib/cli/a.ts',
      "exec('PRAGMA optimize')",
      'the dialect is known to the columns and the folders of the engines',
    ],
    ['db/users.ts', 'return db.select().from(users).all();', 'no results of one engine only'],
    ['lib/server/a.ts', "  'use cache';", 'no cached functions'],
    ['app/page.tsx', "'use cache: remote';", 'no cached functions'],
    ['lib/server/a.ts', 'eval(code)', 'no text becomes code or SQL'],
    ['lib/lesson/a.ts', 'new Function(code)', 'no text becomes code or SQL'],
    ['components/a.tsx', '<p dangerouslySetInnerHTML={html} />', 'text becomes markup in one file'],
    ['db/users.ts', 'sql.raw(name)', 'no text becomes code or SQL'],
    ['lib/sitting/a.ts', 'const now = Date.now();', 'time, chance and the machine come in from outside'],
    ['lib/sitting/a.ts', 'const now = new Date();', 'time, chance and the machine come in from outside'],
    ['lib/sitting/a.ts', 'const pick = Math.random();', 'time, chance and the machine come in from outside'],
    [
      'lib/sitting/a.ts',
      'const id = crypto.randomUUID();',
      'time, chance and the machine come in from outside',
    ],
    ['lib/sitting/a.ts', 'const url = process.env.URL;', 'time, chance and the machine come in from outside'],
  ])('%s with %s', (path, source, breach) => expect(violations(path, source)).toEqual([breach]));
});

test.each([
  ['app/page.tsx', "import Link from 'next/link';\nimport { load } from '#lib/server/load.ts';"],
  [
    'lib/item/a.ts',
    "import type { Root } from 'mdast';\nimport { z } from 'zod';\nimport { b } from './b.ts';",
  ],
  ['lib/lesson/a.ts', "import remarkMdx from 'remark-mdx';\nconst at = new Date(0);"],
  ['lib/server/a.ts', "import { users } from '#db/users.ts';\nconst id = randomUUID();"],
  ['db/sqlite/connection.ts', "import Sqlite from 'better-sqlite3';"],
  ['db/users.test.ts', "import { testDatabase } from '#tests/world.ts';"],
])('%s may hold %s', (path, source) => expect(violations(path, source)).toEqual([]));
