import { dirname, join } from 'node:path/posix';

/** Which room may import what. A file belongs to the first room whose path is a prefix of its own. */
const core = ['zod'];
const documents =
  /^(unified|unist|vfile|micromark|mdast|hast|remark-|rehype-|katex|shiki|@shikijs\/|beautiful-mermaid|yaml)/;
const rooms: Room[] = [
  { path: 'lib/server/', rooms: ['lib/', 'lib/server/', 'db/'], packages: 'any' },
  { path: 'lib/cli/', rooms: ['lib/', 'lib/server/', 'lib/cli/', 'db/'], packages: 'any' },
  { path: 'lib/lesson/', rooms: ['lib/'], packages: [...core, documents, 'fastest-levenshtein'] },
  { path: 'lib/exchange/', rooms: ['lib/'], packages: [...core, documents, 'saxes', 'smol-toml'] },
  { path: 'lib/csv/', rooms: ['lib/'], packages: [...core, 'csv-parse/sync'] },
  { path: 'lib/item/', rooms: ['lib/'], packages: core, types: [/^mdast/] },
  { path: 'lib/review/', rooms: ['lib/'], packages: [...core, 'ts-fsrs'] },
  { path: 'lib/', rooms: ['lib/'], packages: core },
  {
    path: 'components/item/kinds/code-step/',
    rooms: ['components/', 'lib/'],
    packages: ['react', 'react-dom', /^@codemirror\//, '@lezer/highlight'],
  },
  {
    path: 'components/',
    rooms: ['components/', 'lib/'],
    packages: ['react', 'react-dom', 'react-dom/client', 'next/link', 'next/form', 'next/navigation'],
  },
  { path: 'app/', rooms: ['app/', 'components/', 'lib/', 'lib/server/'], packages: 'any' },
  { path: 'db/', rooms: ['db/', 'lib/'], packages: 'any' },
];

/**
 * The floors of the core, the lowest first: a folder imports, types included, only from folders below it. Files directly
 * in `lib/` are below all floors and import none of them.
 */
const floors = [
  'text',
  'calendar',
  'chance',
  'csv',
  'interpreter',
  'statistics',
  'access',
  'item',
  'lesson',
  'exchange',
  'sitting',
  'mastery',
  'review',
  'progress',
  'classroom',
];

const isDialectFile = (path: string): boolean => /^db\/(columns\.ts$|sqlite\/|postgres\/)/.test(path);

/** Patterns that are allowed in some files only. They are searched in comments too. */
const forbiddenPatterns: { rule: string; pattern: RegExp; where: (path: string) => boolean }[] = [
  {
    rule: 'the dialect is known to the columns and the folders of the engines',
    pattern: /drizzle-orm\/(sqlite|pg|better|node)[\w-]*|better-sqlite3|node-postgres|PRAGMA|from 'pg'/,
    where: (path) => !isDialectFile(path),
  },
  {
    rule: 'no text becomes code or SQL',
    pattern: /\beval\(|\bnew Function\b|\bsql\.raw\b/,
    where: () => true,
  },
  {
    // What becomes markup there was made by React from a compiled text.
    rule: 'text becomes markup in one file',
    pattern: /dangerouslySetInnerHTML/,
    where: (path) => path !== 'components/lesson/static-text.tsx',
  },
  {
    rule: 'time, chance and the machine come in from outside',
    pattern:
      /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bMath\.random\b|\brandomUUID\b|\bprocess\.\w/,
    where: isCore,
  },
  {
    // Next gives every cached function an id by which anybody can call it.
    rule: 'no cached functions',
    pattern: /['"]use cache/,
    where: () => true,
  },
  { rule: 'no barrels', pattern: /^export \*/m, where: () => true },
  { rule: 'no results of one engine only', pattern: /\.(run|get|all)\(\)/, where: isQueryFile },
];

interface Room {
  readonly path: string;
  readonly rooms: readonly string[];
  readonly packages: 'any' | readonly (string | RegExp)[];
  /** Packages of which only the types are needed. */
  readonly types?: readonly RegExp[];
}

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
  /** `import('…')`, which loads the file only when it is called. */
  readonly isLate: boolean;
}

/** Every violation of the architecture in one file; the path is relative to the root. */
export function violations(path: string, source: string): string[] {
  const isTest = /\.test\.tsx?$|\/testing\//.test(path);
  const found = importsOf(source).flatMap((one) => [
    ...spellingBreaches(one),
    ...(isTest ? [] : [...arrowBreaches(path, one), ...floorBreaches(path, one), ...kindBreaches(path, one)]),
  ]);
  if (/(^|\/)index\.tsx?$/.test(path)) found.push('no barrels');
  const matched = isTest
    ? []
    : forbiddenPatterns.filter(({ pattern, where }) => where(path) && pattern.test(source));
  return [...found, ...matched.map(({ rule }) => rule)];
}

function importsOf(source: string): Import[] {
  const statement =
    /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...source.matchAll(statement)].map(([, type, from, dynamic]) => ({
    from: from ?? dynamic ?? '',
    typeOnly: type !== undefined,
    isLate: dynamic !== undefined,
  }));
}

function spellingBreaches({ from }: Import): string[] {
  if (from.startsWith('../')) return ['another room is reached by its # alias'];
  const ours = from.startsWith('#') || from.startsWith('./');
  return ours && !/\.\w+$/.test(from) ? ['imports name their file with its ending'] : [];
}

function arrowBreaches(path: string, { from, typeOnly }: Import): string[] {
  const room = roomOf(path);
  if (!room) return [];
  const target = targetOf(path, from);
  if (target !== undefined) {
    const entered = target.startsWith('tests/') ? 'tests/' : roomOf(target)?.path;
    const isAllowed = room.rooms.some(
      (allowed) =>
        allowed === entered ||
        (allowed === 'lib/' && isCore(target)) ||
        (allowed === 'components/' && target.startsWith(allowed)),
    );
    return isAllowed || !entered ? [] : [`${room.path} must not import ${entered}`];
  }
  if (room.packages === 'any' || room.packages.some((name) => matches(name, from))) return [];
  if (typeOnly && room.types?.some((name) => matches(name, from))) return [];
  return [`${room.path} must not import ${from}`];
}

/** An import inside the core that does not lead down. */
function floorBreaches(path: string, { from }: Import): string[] {
  const target = targetOf(path, from);
  if (target === undefined || !isCore(path) || !isCore(target)) return [];
  const [own, entered] = [floorOf(path), floorOf(target)];
  if (own === entered || entered === 'lib') return [];
  if (own === 'lib') return [`lib/ must not import lib/${entered}/`];
  for (const name of [own, entered]) if (!floors.includes(name)) return [`lib/${name}/ has no floor`];
  return floors.indexOf(entered) < floors.indexOf(own)
    ? []
    : [`lib/${own}/ must not import lib/${entered}/, which stands above it`];
}

/** An import of one kind of item by a file other than a registry. */
function kindBreaches(path: string, { from }: Import): string[] {
  const kind = kindOf(targetOf(path, from) ?? '');
  if (kind === undefined || kind === kindOf(path)) return [];
  return /^(lib\/item|components\/item\/kinds)\/registry\.ts$/.test(path)
    ? []
    : [`only the registries import the kind ${kind}`];
}

/** The kind to whose folder a file belongs, on either side. */
function kindOf(path: string): string | undefined {
  const kind = /^(?:lib\/item|components\/item\/kinds)\/([^/]+)\//.exec(path)?.[1];
  return kind === 'testing' ? undefined : kind;
}

/** The folder of a core file, which names its floor; `lib` for files directly in `lib/`. */
function floorOf(path: string): string {
  const [, room = '', ...rest] = path.split('/');
  return rest.length > 0 ? room : 'lib';
}

/** Circles of files that import one another, types included: each as its files in the order of their imports. */
export function circles(files: ReadonlyMap<string, string>): string[][] {
  const imports = new Map(
    [...files].map(([path, source]) => [
      path,
      importsOf(source).flatMap(({ from }) => {
        const target = targetOf(path, from);
        return target !== undefined && files.has(target) ? [target] : [];
      }),
    ]),
  );
  const found: string[][] = [];
  const isDone = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start !== -1) found.push(way.slice(start));
    if (start !== -1 || isDone.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...way, path]);
    isDone.add(path);
  };
  for (const path of files.keys()) visit(path, []);
  return found;
}

/**
 * The packages that are loaded together with these files: by them, or by a file that one of them imports. With `isLate`
 * also those that an `import('…')` loads when it is called, so that no other can ever be in the process.
 */
export function packagesLoadedWith(
  starts: readonly string[],
  files: ReadonlyMap<string, string>,
  { isLate: countsLate = false } = {},
): string[] {
  const packages = new Set<string>();
  const seen = new Set(starts);
  for (const path of seen) {
    for (const { from, typeOnly, isLate } of importsOf(files.get(path) ?? '')) {
      if (typeOnly || (isLate && !countsLate)) continue;
      const target = targetOf(path, from);
      if (target === undefined) packages.add(from);
      else seen.add(target);
    }
  }
  return [...packages].toSorted();
}

function targetOf(path: string, from: string): string | undefined {
  if (from.startsWith('#')) return from.slice(1);
  return from.startsWith('.') ? join(dirname(path), from) : undefined;
}

function roomOf(path: string): Room | undefined {
  return rooms.find((room) => path.startsWith(room.path));
}

function isCore(path: string): boolean {
  return path.startsWith('lib/') && !path.startsWith('lib/server/') && !path.startsWith('lib/cli/');
}

function isQueryFile(path: string): boolean {
  return path.startsWith('db/') && !isDialectFile(path);
}

function matches(name: string | RegExp, from: string): boolean {
  return typeof name === 'string' ? name === from : name.test(from);
}
