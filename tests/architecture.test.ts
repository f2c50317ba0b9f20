import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { breaches } from './architecture.ts';

const files = ['app', 'components', 'lib', 'db'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(room, file)),
);

test('every file keeps the rules of the house', () => {
  const found = files.flatMap((path) =>
    breaches(path, readFileSync(path, 'utf8')).map((breach) => `${path}: ${breach}`),
  );
  expect(found).toEqual([]);
});

describe('a planted fault is reported', () => {
  test.each([
    [
      'components/ui/a.tsx',
      "import { world } from '#lib/server/world.ts';",
      'components/ must not import lib/server/',
    ],
    ['components/ui/a.tsx', "import { z } from 'zod';", 'components/ must not import zod'],
    ['components/ui/a.tsx', "import { users } from '#db/users.ts';", 'components/ must not import db/'],
    ['app/page.tsx', "import { users } from '#db/users.ts';", 'app/ must not import db/'],
    ['app/page.tsx', "import { check } from '#lib/cli/content.ts';", 'app/ must not import lib/cli/'],
    ['lib/item/a.ts', "import { users } from '#db/users.ts';", 'lib/item/ must not import db/'],
    [
      'lib/item/a.ts',
      "import { world } from '#lib/server/world.ts';",
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
      'lib/server/a.ts',
      "import { check } from '#lib/cli/content.ts';",
      'lib/server/ must not import lib/cli/',
    ],
    [
      'lib/server/a.ts',
      "import { testDatabase } from '#tests/world.ts';",
      'lib/server/ must not import tests/',
    ],
    ['db/users.ts', "import { world } from '#lib/server/world.ts';", 'db/ must not import lib/server/'],
    ['lib/item/a.ts', "import { a } from '../lesson/a.ts';", 'another room is reached by its # alias'],
    ['lib/item/a.test.ts', "import { a } from '../lesson/a.ts';", 'another room is reached by its # alias'],
    ['lib/item/a.ts', "import { a } from '#lib/lesson/a';", 'imports name their file with its ending'],
    ['lib/item/index.ts', '', 'no barrels'],
    ['lib/item/a.ts', "export * from './b.ts';", 'no barrels'],
    ['db/users.ts', "import { text } from 'drizzle-orm/pg-core';", 'the dialect is known to two files'],
    ['lib/server/a.ts', "import pg from 'pg';", 'the dialect is known to two files'],
    ['lib/cli/a.ts', "exec('PRAGMA optimize')", 'the dialect is known to two files'],
    ['db/users.ts', 'return db.select().from(users).all();', 'no results of one engine only'],
    ['lib/server/a.ts', 'eval(code)', 'no text becomes code, markup or SQL'],
    ['lib/lesson/a.ts', 'new Function(code)', 'no text becomes code, markup or SQL'],
    ['components/a.tsx', '<p dangerouslySetInnerHTML={html} />', 'no text becomes code, markup or SQL'],
    ['db/users.ts', 'sql.raw(name)', 'no text becomes code, markup or SQL'],
    ['lib/sitting/a.ts', 'const now = Date.now();', 'time, chance and the machine come in from outside'],
    ['lib/sitting/a.ts', 'const now = new Date();', 'time, chance and the machine come in from outside'],
    ['lib/sitting/a.ts', 'const pick = Math.random();', 'time, chance and the machine come in from outside'],
    [
      'lib/sitting/a.ts',
      'const id = crypto.randomUUID();',
      'time, chance and the machine come in from outside',
    ],
    ['lib/sitting/a.ts', 'const url = process.env.URL;', 'time, chance and the machine come in from outside'],
  ])('%s with %s', (path, source, breach) => expect(breaches(path, source)).toEqual([breach]));
});

test.each([
  ['app/page.tsx', "import Link from 'next/link';\nimport { load } from '#lib/server/load.ts';"],
  [
    'lib/item/a.ts',
    "import type { Root } from 'mdast';\nimport { z } from 'zod';\nimport { b } from './b.ts';",
  ],
  ['lib/lesson/a.ts', "import remarkMdx from 'remark-mdx';\nconst at = new Date(0);"],
  ['lib/server/a.ts', "import { users } from '#db/users.ts';\nconst id = randomUUID();"],
  ['db/client.ts', "import Sqlite from 'better-sqlite3';"],
  ['db/users.test.ts', "import { testDatabase } from '#tests/world.ts';"],
])('%s may hold %s', (path, source) => expect(breaches(path, source)).toEqual([]));
