import { describe, expect, test } from 'vitest';
import { compileFile } from './compile-file.ts';
import { deliveryOf } from './delivery.ts';
import { headingId, headingIds } from './heading-id.ts';
import { parseFile } from './parse.ts';
import { findPassage } from './passages.ts';

test.each([
  ['Where chance enters', 's-where-chance-enters'],
  ['1. `git add -p`, step by step', 's-1-git-add-p-step-by-step'],
  ['Café', 's-cafe'],
  ['Über uns', 's-u-ber-uns'],
  ['10² runs', 's-102-runs'],
  ['🚀 Start', 's-start'],
])('%s keeps the id that links know: %s', (text, id) => expect(headingId(text)).toBe(id));

test.each([
  ['第一章', 's-第一章'],
  ['第1章: Git', 's-第1章-git'],
  ['Введение в Git', 's-введение-в-git'],
  ['हिन्दी में', 's-हिन्दी-में'],
  ['مقدمة', 's-مقدمة'],
  ['Ελληνικά ΚΑΙ', 's-ελληνικά-και'],
  ['ภาษาไทย', 's-ภาษาไทย'],
  ['！？', 's-section'],
  ['🎉', 's-section'],
])('%s has the id %s', (text, id) => expect(headingId(text)).toBe(id));

test.each([
  { texts: ['Example', 'Example', 'Example'], ids: ['s-example', 's-example-2', 's-example-3'] },
  { texts: ['Example', 'Example', 'Example 2'], ids: ['s-example', 's-example-3', 's-example-2'] },
  { texts: ['Example 2', 'Example', 'Example'], ids: ['s-example-2', 's-example', 's-example-3'] },
  { texts: ['🎉', '…', 'Section'], ids: ['s-section', 's-section-2', 's-section-3'] },
  { texts: ['Taken', 'Other'], ids: ['s-taken-2', 's-other'] },
])('$texts', ({ texts, ids }) => expect(headingIds(texts, new Set(['s-taken']))).toEqual(ids));

const compiled = (text: string) => {
  const { tree } = parseFile('f.mdx', text);
  const hash = (plain: string) => String(plain.length).padStart(20, '0');
  const context = { file: 'f.mdx', activity: 'practice' as const, objectives: ['aim'], hash };
  return compileFile('f.mdx', tree, { highlight: (value) => [{ type: 'text', value }] }, context);
};
const idsIn = (text: string) =>
  [...JSON.stringify(compiled(text).body).matchAll(/"id":"([^"]*)"/g)].map(([, id]) => id);

describe('in a page', () => {
  test('headings, steps and items have ids of their own', () => {
    const text = `## Example

<Step level="easy" title="Example">

### Example

</Step>

<Card id="s-example-2">

## Example

<Back>

## Example

</Back>

</Card>
`;
    const ids = idsIn(text);
    expect(ids).toEqual(['s-example', 's-example-3', 's-example-4', 's-example-2']);
    expect(JSON.stringify([compiled(text).items, [...compiled(text).secrets.values()]])).toContain(
      's-example-5',
    );
  });

  test.each([
    ['## 第一章\n\n[one](#第一章)', '#s-第一章'],
    ['## 第一章\n\n[one](#%E7%AC%AC%E4%B8%80%E7%AB%A0)', '#s-第一章'],
    ['## Example\n\n## Example\n\n[two](#example-2)', '#s-example-2'],
    ['## Введение\n\n[a](#Введение)', '#s-введение'],
    ['<Step level="easy" title="The first">\n\nText.\n\n</Step>\n\n[a](#the-first)', '#s-the-first'],
  ])('%j leads to %s', (text, href) => {
    const { body, findings } = compiled(text);
    expect(findings).toEqual([]);
    const written = /"href":"([^"]*)"/.exec(JSON.stringify(body))?.[1] ?? '';
    expect(decodeURIComponent(written)).toBe(href);
    expect(JSON.stringify(body)).toContain(`"id":"${href.slice(1)}"`);
  });

  test.each(['## 第一章\n\n[two](#第二章)', '[two](#)', '## Section\n\n[two](#)', '[a](#%E0%A4%A)'])(
    '%j leads nowhere',
    (text) => expect(compiled(text).findings.map(({ rule }) => rule)).toEqual(['anchor']),
  );
});

test.each(['deep#第一章', 'deep#%E7%AC%AC%E4%B8%80%E7%AB%A0'])('the passage %s is found', (name) => {
  const deep = { slug: 'deep' as const, minutes: 5, body: compiled('## 第一章\n\nText.').body, items: [] };
  expect(findPassage(name, [{ ...deep, delivery: deliveryOf('practice', {}) }])).toMatchObject({
    anchor: 's-第一章',
  });
});
