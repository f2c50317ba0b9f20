import { describe, expect, test } from 'vitest';
import type { Activity, Lesson, Track } from '#lib/lesson/lesson.ts';
import { makeLibrary } from '#lib/lesson/library.ts';
import type { SearchResults } from '#lib/lesson/search-results.ts';
import type { HandbookPage } from '#lib/server/content/handbook-page.ts';
import type { Rich } from '#lib/text/rich.ts';
import { canaries, fixtureLibrary } from '#tests/fixture-course.ts';
import { answerSearch } from './answer-search.ts';
import { type SiteContent, searchSite } from './search-site.ts';
import { siteDocuments } from './site-documents.ts';

const limits = { lessons: 10, passages: 20, handbook: 10, decisions: 10 };

const activity = (slug: Activity['slug'], body: Rich): Activity => ({
  slug,
  minutes: 5,
  body,
  delivery: fixtureLibrary().lessons()[0]?.activities[0]?.delivery ?? failed(),
  items: [],
});

function failed(): never {
  throw new Error('The fixture course has no activity');
}

const lesson = (slug: string, fields: Partial<Lesson>): Lesson => ({
  ...{ id: slug, track: 'mlops', slug, title: slug, summary: '', objectives: [], prerequisites: [] },
  ...{ badge: null, authors: [], sources: [], updated: '2026-01-01', hash: slug, pool: [] },
  ...{ activities: [], secrets: new Map() },
  ...fields,
});

const track: Track = {
  id: 'mlops',
  slug: 'mlops',
  title: 'Machine learning in production',
  summary: '',
  body: [],
  lessons: [
    lesson('logging', {
      title: 'Logging runs',
      summary: 'A seed belongs into the log.',
      activities: [
        activity('introduction', [['p', null, 'Write the seed down.']]),
        activity('deep', [
          ['h2', { id: 's-cafe' }, 'The Café'],
          ['p', null, 'Mentions reproducibility and a seed.'],
          ['h2', { id: 's-seed' }, 'Seed the generator'],
          ['p', null, 'Once, at the start.'],
        ]),
      ],
    }),
    lesson('seeds', { title: 'Seeds and randomness' }),
  ],
};

const page = (path: string, fields: Partial<HandbookPage>): HandbookPage => ({
  ...{ path, title: path, summary: '', order: 0, status: null, date: null, body: [] },
  ...fields,
});

const content: SiteContent = {
  library: makeLibrary([track], []),
  handbook: [
    page('operator/backup', {
      title: 'Backups',
      summary: 'How to keep a copy.',
      body: [
        ['h2', { id: 's-restore' }, 'Restore'],
        ['p', null, 'Stop the server first.'],
      ],
    }),
  ],
};

const hrefs = ({ groups }: SearchResults) => groups.flatMap(({ results }) => results.map(({ href }) => href));
const search = (query: string) => hrefs(searchSite(content, query, limits));

describe('what is found', () => {
  test('a match in a title stands above one in a text', () => {
    expect(search('seed').slice(0, 2)).toEqual(['/tracks/mlops/seeds', '/tracks/mlops/logging']);
  });

  test('a snippet is of the text that was found', () => {
    const [first] = searchSite(content, 'copy', limits).groups;
    expect(first?.results[0]?.snippet.map(({ text }) => text).join('')).toBe('How to keep a copy.');
  });

  test('among passages a match in a heading stands above those in a text', () => {
    const passages = search('seed').filter((href) => href.startsWith('/tracks/mlops/logging'));
    expect(passages.filter((href) => href.includes('#'))).toEqual([
      '/tracks/mlops/logging/deep#s-seed',
      '/tracks/mlops/logging/deep#s-cafe',
    ]);
  });

  test.each([
    { query: 'reproduc', href: '/tracks/mlops/logging/deep#s-cafe', why: 'the beginning of a word' },
    { query: 'restoring', href: '/help/operator/backup#s-restore', why: 'another form of a word' },
    { query: 'mentioned seeds', href: '/tracks/mlops/logging/deep#s-cafe', why: 'other forms of two words' },
    {
      query: 'CAFE',
      href: '/tracks/mlops/logging/deep#s-cafe',
      why: 'a word without its accent, in capitals',
    },
    { query: 'cafe\u0301', href: '/tracks/mlops/logging/deep#s-cafe', why: 'an accent typed as a mark' },
    { query: 'restore', href: '/help/operator/backup#s-restore', why: 'a heading of the handbook' },
    { query: 'backups', href: '/help/operator/backup', why: 'a page of the handbook' },
    { query: 'deep dive logging', href: '/tracks/mlops/logging/deep', why: 'an activity of a lesson' },
    {
      query: '"restore" OR (server*) AND title:^x',
      href: '/help/operator/backup#s-restore',
      why: 'among operators',
    },
  ])('$why: $query', ({ query, href }) => {
    expect(search(query)).toContain(href);
  });

  test('the words around a match are marked', () => {
    const [group] = searchSite(content, 'stop', limits).groups;
    expect(group?.results[0]?.snippet).toEqual([
      { text: 'Stop', isMatch: true },
      { text: ' the server first.', isMatch: false },
    ]);
  });

  test('where no text has all words, those with one of them are found, and it is said', () => {
    const results = searchSite(content, 'restore generator', limits);
    expect(results.isPartial).toBe(true);
    expect(hrefs(results)).toEqual(['/tracks/mlops/logging/deep#s-seed', '/help/operator/backup#s-restore']);
  });

  test.each([
    'zebra',
    '"',
    '*',
    'NOT',
    '""""',
    "'; --",
    'title:',
    'a AND',
    '( (',
    'NEAR(',
    '^',
    '-',
    '\u0002',
  ])('the query «%s» finds nothing and breaks nothing', (query) => {
    expect(search(`${query} restore`)).toContain('/help/operator/backup#s-restore');
    expect(() => search(query)).not.toThrow();
  });

  test('a group has at most as many results as its limit, and says how many there are', () => {
    const { groups } = searchSite(content, 'seed', { ...limits, passages: 1 });
    expect(groups.find(({ group }) => group === 'passages')).toMatchObject({ total: 3 });
    expect(groups.find(({ group }) => group === 'passages')?.results).toHaveLength(1);
  });
});

test('the index follows the content', () => {
  expect(search('restore')).not.toEqual([]);
  const changed = { ...content, handbook: [page('operator/other', { title: 'Another page' })] };
  expect(hrefs(searchSite(changed, 'restore', limits))).toEqual([]);
  expect(hrefs(searchSite(changed, 'another', limits))).toEqual(['/help/operator/other']);
  expect(search('restore')).not.toEqual([]);
});

describe('secrets', () => {
  const library = fixtureLibrary({ everyKind: true });
  const indexed = JSON.stringify(siteDocuments(library, []));

  test('no canary of any kind of item is in the index', () => {
    expect(indexed).toContain('fixture');
    expect(canaries.length).toBeGreaterThan(50);
    expect(canaries.filter((word) => indexed.includes(word))).toEqual([]);
  });

  test('neither prompts nor options of questions are in the index', () => {
    const items = library
      .lessons()
      .flatMap(({ activities, pool }) => [...activities.flatMap((one) => one.items), ...pool]);
    expect(items.length).toBeGreaterThan(20);
    expect(indexed).not.toContain('Perhaps not');
    expect(items.filter(({ id }) => indexed.includes(`Is ${id} so?`))).toEqual([]);
  });

  test('no search finds a canary', () => {
    const results = canaries.map((word) =>
      JSON.stringify(searchSite({ library, handbook: [] }, word, limits)),
    );
    expect(canaries.filter((word) => results.some((text) => text.includes(word)))).toEqual([]);
  });
});

describe('the route', () => {
  const ask = (query: string, caller = query, at = 0) =>
    answerSearch(async () => content, new Request(`https://school.example/api/search?${query}`), {
      caller,
      now: new Date(at),
    });

  test('sends results that nobody may cache', async () => {
    const response = await ask('q=restore');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect((await response.json()).groups[0].results[0].href).toBe('/help/operator/backup#s-restore');
  });

  test.each([
    { query: '', status: 200 },
    { query: 'q=', status: 200 },
    { query: `q=${'a'.repeat(101)}`, status: 400 },
    { query: `q=${'a'.repeat(100)}`, status: 200 },
    { query: 'q=%22%22*', status: 400 },
  ])('answers $status to ?$query', async ({ query, status }) => {
    expect((await ask(query)).status).toBe(status);
  });

  test('slows one caller down and no other', async () => {
    const many = [];
    for (let n = 0; n < 41; n += 1) many.push((await ask('q=seed', 'eager')).status);
    expect(many.filter((status) => status === 200)).toHaveLength(40);
    expect(many.at(-1)).toBe(429);
    expect((await ask('q=seed', 'another')).status).toBe(200);
    expect((await ask('q=seed', 'eager', 1_000)).status).toBe(200);
  });
});
