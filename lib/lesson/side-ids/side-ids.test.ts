import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { compileLesson } from '#lib/lesson/compile-lesson.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { findIds } from './find-ids.ts';
import { idsText, type KnownItem, readIds } from './ids-file.ts';
import { keepIds } from './keep-ids.ts';

interface Question {
  /** Which question it is, for the test alone. */
  readonly self: number;
  readonly words: readonly string[];
  readonly options: readonly { readonly self: number; readonly words: readonly string[] }[];
}
type Files = Readonly<Record<string, readonly Question[]>>;

const written = ({ words, options }: Question): string =>
  `<Choice level="easy" objective="aim">\n\n${words.join(' ')}?\n\n${options
    .map((option, at) => `- [${at === 0 ? 'x' : ' '}] ${option.words.join(' ')}\n  > Because.\n`)
    .join('')}\n</Choice>\n`;
const textsOf = (files: Files): [string, string][] =>
  Object.entries(files).map(([name, all]) => [name, `Before.\n\n${all.map(written).join('\n')}`]);
const parsed = new WeakMap<Files, ReadonlyMap<string, Root>>();
const treesOf = (files: Files): ReadonlyMap<string, Root> => {
  const trees =
    parsed.get(files) ?? new Map(textsOf(files).map(([name, text]) => [name, parseFile(name, text).tree]));
  parsed.set(files, trees);
  return trees;
};

/** The entries after `fix`. */
const kept = (files: Files, known: readonly KnownItem[], taken = new Set<string>()) =>
  keepIds(treesOf(files), known, { prefix: (file) => `t-${file.split('.')[0]}`, taken });

/** The found id of each question, and of each option, by what it is. */
function foundIn(files: Files, known: readonly KnownItem[]): Map<string, string> {
  const all = Object.values(files).flat();
  return new Map(
    findIds(treesOf(files), known).flatMap(({ item, known: entry, parts }, at) => {
      const question = all[at];
      const own = question && entry ? ([[`${question.self}`, entry.id]] as const) : [];
      const options = item.parts.flatMap((part, place) => {
        const id = parts.found.get(part)?.id;
        const option = question?.options[place];
        return id && option ? [[`${question.self}.${option.self}`, id] as const] : [];
      });
      return [...own, ...options];
    }),
  );
}

/** Words that have little in common. */
const vocabulary = Array.from({ length: 400 }, (_, at) => `${(at * 7919 + 104729).toString(36)}q${at}`);

test.each(Array.from({ length: 8 }, (_, seed) => ({ seed })))(
  'nobody’s id changes and none is used twice, whatever is moved, edited, removed and added ($seed)',
  ({ seed }) => {
    const { below, shuffle } = chance(`edits ${seed}`);
    const names = ['practice.mdx', 'review.mdx', 'pool.mdx'];
    let count = 0;
    const words = (length: number) => Array.from({ length }, () => vocabulary[below(400)] ?? '');
    const option = () => ({ self: count++, words: words(2 + below(3)) });
    const question = (): Question => ({
      self: count++,
      words: words(7 + below(8)),
      options: [option(), option(), option()],
    });
    const edited = (all: readonly string[]): string[] => {
      const [at, added] = [below(all.length), words(1)];
      return below(2) === 0 ? all.toSpliced(at, 1, ...added) : all.toSpliced(at, 0, ...added);
    };
    let files: Files = Object.fromEntries(names.map((name) => [name, [question(), question(), question()]]));
    const homes = (): string[] => names.filter((name) => (files[name]?.length ?? 0) > 0);
    const change = (name: string, to: (all: readonly Question[]) => readonly Question[]) => {
      files = { ...files, [name]: to(files[name] ?? []) };
    };
    const edits: Record<string, () => void> = {
      reorder: () => {
        for (const name of names) change(name, shuffle);
      },
      move() {
        const home = shuffle(homes())[0] ?? '';
        const at = below(files[home]?.length ?? 1);
        const moved = files[home]?.slice(at, at + 1) ?? [];
        change(home, (all) => all.toSpliced(at, 1));
        change(names[below(3)] ?? '', (all) => [...moved, ...all]);
      },
      reword: () =>
        change(shuffle(homes())[0] ?? '', (all) =>
          all.map((one) => (below(2) === 0 ? one : { ...one, words: edited(one.words) })),
        ),
      options: () =>
        change(shuffle(homes())[0] ?? '', ([first, ...rest]) => [
          ...(first ? [{ ...first, options: shuffle(first.options).with(0, option()) }] : []),
          ...rest,
        ]),
      remove: () => change(shuffle(homes())[0] ?? '', (all) => all.toSpliced(below(all.length), 1)),
      add: () => change(names[below(3)] ?? '', (all) => all.toSpliced(below(all.length + 1), 0, question())),
      rename() {
        const [first = '', ...rest] = names.splice(0);
        const { [first]: moved = [], ...others } = files;
        names.push(...rest, `pool/${count++}.mdx`);
        files = { ...others, [names.at(-1) ?? '']: moved };
      },
    };
    const taken = new Set<string>();
    let { items } = kept(files, [], taken);
    const ids = foundIn(files, items);
    expect(ids.size).toBe(36);
    for (let round = 0; round < 12; round++) {
      for (const edit of shuffle(Object.values(edits)).slice(0, 1 + below(2))) edit();
      const before = foundIn(files, items);
      for (const [self, id] of before) expect(id, `round ${round}, ${self}`).toBe(ids.get(self));
      items = kept(files, items, taken).items;
      const after = foundIn(files, items);
      for (const [self, id] of after) {
        const known = ids.get(self);
        // Only what is new has a new id.
        if (known !== undefined) expect(id, `round ${round}, ${self}`).toBe(known);
        else if (!self.includes('.')) expect([...ids.values()]).not.toContain(id);
        ids.set(self, id);
      }
      expect(after.size).toBe(
        Object.values(files)
          .flat()
          .reduce((sum, { options }) => sum + 1 + options.length, 0),
      );
      const used = items.map(({ id }) => id);
      expect(new Set(used).size).toBe(used.length);
    }
  },
);

const head = `---
id: seeds
title: Seeds
summary: What a seed fixes.
objectives:
  - id: aim
    text: Say what a seed fixes
prerequisites: []
authors: [Somebody]
sources:
  - title: A source
    url: https://example.org
updated: 2026-11-29
---

Before.
`;
const tools = {
  highlight: (value: string) => [{ type: 'text' as const, value }],
  hash: (text: string) => text.padEnd(20),
};
const compiled = (files: Record<string, string>, ids: string) => {
  const source: LessonSource = {
    ...{ track: 'course', slug: 'seeds', folder: 'course/seeds', ids },
    files: new Map(Object.entries({ 'lesson.mdx': head, ...files })),
  };
  const { lesson, findings } = compileLesson(source, tools);
  return {
    items: lesson?.activities.flatMap(({ items }) => items) ?? [],
    findings: findings.map(({ file, line, column, rule, message }) => ({
      place: `${file}:${line}:${column}`,
      rule,
      message,
    })),
  };
};
const choice = (words: string, options = ['Yes', 'No'], id = '') =>
  `<Choice${id}>\n\n${words}\n\n${options.map((one, at) => `- [${at === 0 ? 'x' : ' '}] ${one}`).join('\n')}\n\n</Choice>\n`;
const entry = (id: string, words: string, options = ['Yes', 'No']): KnownItem => ({
  id,
  tag: 'Choice',
  text: `${words} ${options.join(' ')}`,
  parts: options.map((text) => ({ id: text.toLowerCase().split(' ')[0] ?? '', text })),
});

describe('a lesson with a file of ids', () => {
  test('is the same as one with these ids in its text', () => {
    const question = 'Does the same seed give the same numbers?';
    const beside = compiled({ 'practice.mdx': choice(question) }, idsText([entry('seeds-same', question)]));
    const inText = compiled(
      {
        'practice.mdx': choice(question, ['Yes <Id is="yes" />', 'No <Id is="no" />'], ' id="seeds-same"'),
      },
      idsText([]),
    );
    expect(beside.findings).toEqual([]);
    expect(beside.items).toEqual(inText.items);
    expect(beside.items).toMatchObject([
      { id: 'seeds-same', body: { options: [{ id: 'no' }, { id: 'yes' }] } },
    ]);
  });

  test('has ids for the cells of a table and for a fence in a list', () => {
    const match = `<Match>\n\nWhat does each do?\n\n| name | does |\n|---|---|\n| a seed | fixes |\n| a draw | moves on |\n| a state | moves on |\n\n</Match>\n`;
    const code =
      '<Choice>\n\nWhich one prints a two?\n\n- [x]\n  ```python\n  print(2)\n  ```\n- [ ]\n  ```python\n  print(3)\n  ```\n\n</Choice>\n';
    const text = `${match}\n${code}`;
    const { tree } = parseFile('practice.mdx', text);
    const { items } = keepIds(new Map([['practice.mdx', tree]]), [], { prefix: () => 's', taken: new Set() });
    expect(items.map(({ id, parts }) => [id, parts?.map((part) => part.id)])).toEqual([
      ['s-each', ['seed', 'draw', 'state', 'fixes', 'moves']],
      ['s-one-prints-two', ['print-2', 'print-3']],
    ]);
    expect(compiled({ 'practice.mdx': text }, idsText(items)).findings).toEqual([]);
  });

  test('an id in the text counts before one beside it', () => {
    const question = 'Does the same seed give the same numbers?';
    const { items } = compiled(
      { 'practice.mdx': choice(question, ['Yes', 'No'], ' id="other"') },
      idsText([entry('seeds-same', question), { ...entry('other', 'Before?') }]),
    );
    expect(items.map(({ id }) => id)).toEqual(['other']);
  });

  test('a new question is told as such', () => {
    const { findings } = compiled({ 'practice.mdx': choice('Is this new?') }, idsText([]));
    expect(findings.map(({ place, rule }) => `${place} ${rule}`)).toEqual([
      'course/seeds/practice.mdx:1:1 item-id-missing',
      'course/seeds/practice.mdx:5:1 part-id-missing',
      'course/seeds/practice.mdx:6:1 part-id-missing',
    ]);
  });

  const one = 'What does print(1 + 1 + 1) write to the screen of a terminal?';
  const two = 'What does print(2 + 2 + 2) write to the screen of a terminal?';

  test('two that were alike and have both changed are asked about, and no id is exchanged', () => {
    const known = [entry('seeds-one', one), entry('seeds-two', two)];
    const text = `${choice(two.replace('2 + 2', '1 + 2'))}\n${choice(one.replace('1 + 1', '1 + 2'))}`;
    const { items, findings } = compiled({ 'practice.mdx': text }, idsText(known));
    expect(items).toEqual([]);
    expect(findings.map(({ place, rule }) => `${place} ${rule}`)).toEqual([
      'course/seeds/practice.mdx:1:1 id-unclear',
      'course/seeds/practice.mdx:10:1 id-unclear',
    ]);
    expect(findings[0]?.message).toBe(
      'It is not clear which item this <Choice> was before: ids.json has «seeds-two», «seeds-one» with a text like it. Write the right id into its tag, id="…", or another id if the item is new.',
    );
    const { tree } = parseFile('practice.mdx', text);
    const after = keepIds(new Map([['practice.mdx', tree]]), known, {
      prefix: () => 's',
      taken: new Set(),
    });
    expect(after).toEqual({ items: known, added: [] });
  });

  test('a question that was copied is asked about, and one that only changes beside its twin is not', () => {
    const known = [entry('seeds-one', one), entry('seeds-two', two)];
    const copied = compiled(
      { 'practice.mdx': `${choice(one)}\n${choice(one)}\n${choice(two)}` },
      idsText(known),
    );
    expect(copied.findings.map(({ rule }) => rule)).toEqual(['id-unclear', 'id-unclear']);
    expect(copied.items.map(({ id }) => id)).toEqual(['seeds-two']);
    const edited = compiled(
      { 'practice.mdx': `${choice(one.replace('screen', 'window'))}\n${choice(two)}` },
      idsText(known),
    );
    expect(edited).toMatchObject({ findings: [], items: [{ id: 'seeds-one' }, { id: 'seeds-two' }] });
  });

  test('a damaged file gives no id, and is the one finding', () => {
    const text = idsText([entry('seeds-one', one)]);
    const merged = text.replace(
      '  "items": [',
      '<<<<<<< ours\n  "items": [\n=======\n  "items": [\n>>>>>>> theirs',
    );
    const { items, findings } = compiled({ 'practice.mdx': choice(one) }, merged);
    expect(items).toEqual([]);
    expect(findings).toEqual([
      {
        place: 'course/seeds/ids.json:3:1',
        rule: 'ids-file',
        message:
          'This file cannot be read, so no item has its id. Resolve the merge, keeping the entries of both sides, or take back the last edit of the file.',
      },
    ]);
    const twice = readIds(idsText([entry('a', one), entry('a', two)]));
    expect(twice).toMatchObject({ ok: false, message: expect.stringContaining('«a»') });
  });

  test('an id that was taken away is given to nothing else, and comes back with its text', () => {
    const known = [entry('seeds-one', one)];
    const tree = (text: string) => new Map([['practice.mdx', parseFile('practice.mdx', text).tree]]);
    const keep = (text: string, before: readonly KnownItem[]) =>
      keepIds(tree(text), before, { prefix: () => 'seeds', taken: new Set(before.map(({ id }) => id)) })
        .items;
    const without = keep('Nothing.', known);
    expect(without).toEqual([{ ...known[0], gone: true }]);
    const other = keep(choice(one.replace('1 + 1', '7 + 7')), without);
    expect(other.map(({ id, gone }) => [id, gone])).toEqual([
      ['seeds-print-7-7', undefined],
      ['seeds-one', true],
    ]);
    expect(keep(choice(one), without)).toEqual(known);
  });
});

test('two thousand questions that were all reworded are found at once', () => {
  const { below } = chance('many');
  const words = (length: number) => Array.from({ length }, () => vocabulary[below(400)] ?? '');
  const all = Array.from({ length: 2_000 }, (_, self): Question => ({ self, words: words(20), options: [] }));
  const known = all.map(
    ({ self, words: own }): KnownItem => ({
      ...{ id: `q${self}`, tag: 'WhatIf', text: `${own.join(' ')}?` },
    }),
  );
  const text = all.map(({ words: own }) => `<WhatIf>\n\n${own.with(3, 'another').join(' ')}?\n\n</WhatIf>\n`);
  const { tree } = parseFile('pool.mdx', text.slice(0, 400).join('\n'));
  const found = findIds(new Map([['pool.mdx', tree]]), known);
  expect(found.map(({ known: entry }) => entry?.id)).toEqual(known.slice(0, 400).map(({ id }) => id));
});
