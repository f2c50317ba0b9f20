import { describe, expect, test } from 'vitest';
import { allShortcuts } from '#components/item/shortcuts/shortcut-list.tsx';
import { posted, renderForm } from '#components/item/testing/plain-form.tsx';
import { alias, chance } from '#lib/chance/chance.ts';
import { type Answer, fieldsOf, itemTypes } from '#lib/item/registry.ts';
import { everyExample } from '#lib/item/testing/every-example.ts';
import { postedAnswer, serve } from '#lib/sitting/served-item.ts';
import { draftOf, servingOf } from '#lib/sitting/testing/serving.ts';
import { kindOf, kindViews } from './registry.ts';

test('both registries hold the same kinds, each with a label of its own', () => {
  expect(Object.keys(kindViews).toSorted()).toEqual(Object.keys(itemTypes).toSorted());
  const labels = Object.values(kindViews).map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});

describe.each(everyExample)('$name', ({ read }) => {
  const { item, secret, type } = read;
  const names = alias(`seed/${item.id}`);
  const kind = kindOf(item);

  test('is asked on a page that tells nothing secret, and settled it has nothing to send', async () => {
    const served = serve(servingOf(read, 'practice'));
    const html = await renderForm(served);
    expect(html).toContain(kind.label);
    expect(html).not.toMatch(/canary/);
    expect(await renderForm(served, false)).not.toContain('<form');
    const settled = { ...served, state: { ...served.state, settled: true } };
    expect(await renderForm(settled)).not.toContain('type="submit"');
  });

  test.each([true, false])(
    'without a script its form posts an answer that was kept, right: %s',
    async (right) => {
      const aim = sent(type.exampleAnswer(item.body, secret.key, right, chance('a')));
      const first = sent(
        type.nextStep?.(aim, null) ?? type.exampleAnswer(item.body, secret.key, false, chance('b')),
      );
      const shown = type.renameIds(aim, names);
      if (!shown) throw new Error('An example names an unknown id');
      const fields = fieldsOf(type, shown);
      const served = serve(
        servingOf(read, 'practice', {
          hintsOpened: item.hintCount,
          last: { answer: first, solved: false },
          draft: draftOf(fields),
        }),
      );
      const press = Object.values(fields)[0]?.[0];
      const post = posted(await renderForm(served), press === undefined ? {} : { press });
      const own = postedAnswer(item, 'seed', post)?.own;
      expect(own && content(own)).toEqual(content(aim));
    },
  );

  test('the keys drawn on its fields are in the list of shortcuts', async () => {
    const html = await renderForm(serve(servingOf(read, 'practice', { hintsOpened: item.hintCount })));
    if (html.includes('data-shortcut=')) expect(kind.shortcuts).toBeDefined();
    expect(allShortcuts()).toEqual(expect.arrayContaining([...(kind.shortcuts ?? [])]));
  });

  test('says in words what it asks and what became of an answer', () => {
    const served = serve(
      servingOf(read, 'practice', {
        last: { answer: type.exampleAnswer(item.body, secret.key, false, chance('a')), solved: false },
      }),
    );
    const { outcome, answer } = served.state;
    if (!outcome || !answer) throw new Error('Practice tells at once how it went');
    expect(kind.ask?.(served.view) ?? '').not.toMatch(/undefined|NaN/);
    expect(kind.partly?.(outcome) ?? '').not.toMatch(/undefined|NaN/);
    expect(kind.noted !== undefined).toBe(!type.graded);
    expect(kind.noted?.(answer, outcome).title ?? 'graded').not.toBe('');
    expect(kind.check !== undefined || kind.turn !== undefined).toBe(true);
  });

  /** Boxes are posted in the order of the page, which says nothing. Where an order does, the tally tells it. */
  function content(answer: Answer) {
    const values = Object.entries(answer).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.toSorted() : value,
    ]);
    return { values: Object.fromEntries(values), tally: type.chosenParts?.(answer).toSorted() };
  }

  function sent(answer: Answer): Answer {
    return type.runs?.asSubmitted(answer) ?? answer;
  }
});
