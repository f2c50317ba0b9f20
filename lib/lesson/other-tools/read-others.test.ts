import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { compileLesson } from '#lib/lesson/compile-lesson.ts';
import { createHighlighter } from '#lib/lesson/highlight.ts';
import { goodLesson } from '#lib/lesson/testing/author-mistakes/author-mistake.ts';
import type { Rich } from '#lib/text/rich.ts';

const { highlight } = await createHighlighter();
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const picture = { hash: 'a'.repeat(64), type: 'png', width: 4, height: 3 } as const;

function compiled(text: string) {
  const files = new Map(Object.entries({ ...goodLesson, 'deep.mdx': text }));
  const source = { track: 't', slug: 'l', folder: 't/l', files, pictures: new Map([['a.png', picture]]) };
  const { lesson, findings } = compileLesson(source, { highlight, hash });
  const body = lesson?.activities.find(({ slug }) => slug === 'deep')?.body ?? [];
  return {
    body: withoutBreaks(body),
    findings: findings.map(({ line, column, severity, rule }) => `${line}:${column} ${severity} ${rule}`),
    messages: findings.map(({ message }) => message).join('\n'),
  };
}

const withoutBreaks = (rich: Rich): Rich => rich.filter((node) => node !== '\n');

const note = (kind: string, title: string, ...content: Rich): Rich => [['Note', { kind, title }, ...content]];

describe('boxes of other tools are notes, with a warning', () => {
  test.each([
    [
      'of Docusaurus',
      ':::tip Look twice\n\nMind this.\n\n:::',
      note('remember', 'Look twice', ['p', null, 'Mind this.']),
    ],
    [
      'of Docusaurus with a title in brackets',
      ':::danger[Hot]\nMind this.\n:::',
      note('mistake', 'Hot', ['p', null, 'Mind this.']),
    ],
    [
      'of Quarto',
      '::: {.callout-note title="Aside"}\nMind this.\n:::',
      note('remember', 'Aside', ['p', null, 'Mind this.']),
    ],
    [
      'of a workbench of lessons',
      '::::::::: keypoints\n\nMind this.\n\n:::::::::',
      note('takeaways', 'Key points', ['p', null, 'Mind this.']),
    ],
    ['of GitHub', '> [!WARNING]\n> Mind\n> this.', note('mistake', 'Warning', ['p', null, 'Mind\nthis.'])],
    [
      'of GitHub with a title',
      '> [!question] Why so?\n> Think.',
      note('question', 'Why so?', ['p', null, 'Think.']),
    ],
    [
      'of MkDocs',
      '!!! example "Two runs"\n\n    Mind this.\n\nAfter.',
      [...note('scenario', 'Two runs', ['p', null, 'Mind this.']), ['p', null, 'After.']],
    ],
    [
      'of Hugo',
      '{{< note >}}\nMind this.\n{{< /note >}}',
      note('remember', 'Note', ['p', null, 'Mind this.']),
    ],
    [
      'of GitBook',
      '{% hint style="danger" %}\nMind this.\n{% endhint %}',
      note('mistake', 'Danger', ['p', null, 'Mind this.']),
    ],
    ['of a book', '>{notice} Mind this.', note('remember', 'Notice', ['p', null, 'Mind this.'])],
  ])('%s', (_name, text, body) => {
    const { findings, body: found } = compiled(text);
    expect(found.map((node) => (Array.isArray(node) ? node.filter((part) => part !== '\n') : node))).toEqual(
      body,
    );
    expect(findings).toEqual([expect.stringMatching(/^1:1 warning (?:box|template)$/)]);
  });

  test('one within another keeps its place, and what is folded there is folded here', () => {
    const text = '::::: challenge\n\nGuess.\n\n::: solution\nSeven.\n:::\n\n:::::';
    const { body, findings } = compiled(text);
    expect(JSON.stringify(body)).toBe(
      JSON.stringify([
        [
          'Note',
          { kind: 'question', title: 'Challenge' },
          ['p', null, 'Guess.'],
          '\n',
          ['Reveal', { title: 'Solution' }, ['p', null, 'Seven.']],
        ],
      ]),
    );
    expect(findings.toSorted()).toEqual(['1:1 warning box', '5:1 warning box']);
  });

  test('tabs show each title above its text, code included', () => {
    const { body, findings } = compiled('=== "A <b>"\n\n    ```text\n    one\n    ```\n\n=== "C"\n\n    two');
    expect(body.map((node) => (Array.isArray(node) ? node[0] : node))).toEqual(['p', 'pre', 'p', 'p']);
    expect(JSON.stringify(body)).toContain('["strong",null,"A <b>"]');
    expect(findings).toEqual(['1:1 warning box', '7:1 warning box']);
  });

  test('a fault within a box is named at its place in the file', () => {
    const text = 'One.\n\n!!! note\n    A word.\n    Under <5 %.\n\n> [!TIP]\n> See [it](javascript:x).';
    expect(
      compiled(text)
        .findings.filter((found) => found.includes('error'))
        .toSorted(),
    ).toEqual(['5:11 error prose-less-than', '8:7 error link']);
  });

  test('one that nothing ends is an error, and code stays code', () => {
    expect(compiled(':::note\n\nMind this.').findings).toEqual(['1:1 error box']);
    expect(compiled('```text\n:::note\n{{< x >}}\n:::\n```').findings).toEqual([]);
  });
});

describe('what has no meaning here is left out, with a warning', () => {
  test.each([
    ['an attribute line', 'Words.\n{: .callout}', '2:1 warning expression', [['p', null, 'Words.']]],
    [
      'an attribute of a link',
      '[a](https://a.example){:target="_blank"}.',
      '1:23 warning expression',
      [['p', null, ['a', { href: 'https://a.example' }, 'a'], '.']],
    ],
    [
      'a role of MyST with a target',
      'See {ref}`the branch <git-branch>`.',
      '1:5 warning expression',
      [['p', null, 'See the branch.']],
    ],
    [
      'a role of MyST for code',
      'See {py:func}`len`.',
      '1:5 warning expression',
      [['p', null, 'See ', ['code', null, 'len'], '.']],
    ],
    ['a template of mdBook', 'One {{#ref two}} three.', '1:5 warning template', [['p', null, 'One  three.']]],
    [
      'a template in a line',
      'One {% raw %}two{% endraw %}.',
      '1:5 warning template',
      [['p', null, 'One two.']],
    ],
  ])('%s', (_name, text, finding, body) => {
    const found = compiled(text);
    expect(found.findings).toEqual([finding]);
    expect(found.body).toEqual(body);
  });

  test('each template is named', () => {
    const { findings, messages } = compiled('{{< tabs >}}\n\nOne.\n\n{% include b.html %}');
    expect(findings).toEqual(['1:1 warning template']);
    expect(messages).toContain('«{{< tabs >}}», «{% include b.html %}» are templates');
  });

  test('the text of a picture among its attributes is its text, and its words are its caption', () => {
    const img = {
      src: `/pictures/${'a'.repeat(64)}.png`,
      alt: 'It falls',
      width: 4,
      height: 3,
      loading: 'lazy',
    };
    const { body, findings } = compiled(`![The loss](a.png){alt='It falls' width="50%"}`);
    expect(body).toEqual([['p', null, ['img', img], ' ', ['em', null, 'The loss']]]);
    expect(findings).toEqual(['1:19 warning expression']);
  });

  test('a link to the id that a heading has elsewhere leads to the heading', () => {
    const { body } = compiled('## Where it begins {#start}\n\nSee [above](#start).');
    expect(JSON.stringify(body)).toContain('"href":"#s-where-it-begins"');
  });

  test('braces of formulas, of sets and of our own components are none of these', () => {
    expect(compiled('So $\\sum_{i=1}^n x_{id=2}$ grows.').findings).toEqual([]);
    expect(compiled('The set (a){b}.').findings).toEqual(['1:12 error expression']);
    expect(compiled('<Note title={x}>\n\nA.\n\n</Note>').findings).toEqual([
      '1:7 error attribute-expression',
    ]);
  });

  test('fields of other tools are named together; one that is nearly ours is a mistake', () => {
    const { findings, messages } = compiled('---\ntitle: A\nweight: 3\nminutes: 4\n---\n\nWords.');
    expect(findings).toEqual(['2:1 warning front-matter-other']);
    expect(messages).toContain('«title», «weight»');
    expect(compiled('---\ntitle: A\nminuts: 4\n---\n\nWords.').findings).toEqual([
      '3:1 error front-matter',
      '2:1 warning front-matter-other',
    ]);
  });
});

test('with a heading of one # all headings move below the title of the page', () => {
  const { body, findings } = compiled('# One\n\n## Two\n\n###### Six');
  expect(body.map((node) => (Array.isArray(node) ? node[0] : node))).toEqual(['h2', 'h3', 'h6']);
  expect(findings).toEqual(['1:1 warning heading-one']);
});

test('a formula that begins in the line of its marks is shown whole', () => {
  const { body, findings } = compiled('$$x = 1 +\ny_2$$\n\n- $$ is a sign');
  expect(JSON.stringify(body[0])).toContain('maths-block');
  expect(findings[0]).toBe('1:1 warning formula-form');
});

test('a link to no heading shows its words', () => {
  const { body, findings } = compiled('See [this](#nowhere).');
  expect(body).toEqual([['p', null, 'See ', 'this', '.']]);
  expect(findings).toEqual(['1:5 warning anchor']);
});

test('boxes within boxes have the limit of tags', () => {
  const deep = (levels: number) => `${':::note\n'.repeat(levels)}Words.\n${':::\n'.repeat(levels)}`;
  expect(compiled(deep(3)).findings.filter((found) => found.includes('error'))).toEqual([]);
  expect(compiled(deep(60)).findings).toEqual(['51:1 error limit']);
});
