import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { compileFile } from '#lib/lesson/compile-file.ts';
import { createHighlighter } from '#lib/lesson/highlight.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import type { Pictures } from './pictures.ts';
import { tidied } from './tidy.ts';

const { highlight, load } = await createHighlighter();
const hash = 'a'.repeat(64);
const pictures: Pictures = new Map([
  ['curve.png', { hash, type: 'png', width: 640, height: 320 }],
  ['figures/a b.svg', { hash, type: 'svg', width: 10, height: 20 }],
  ['../shared/logo.webp', { hash, type: 'webp', width: 5, height: 5 }],
  ['broken.png', { fault: 'it is no picture' }],
]);

const sha256 = (plain: string) => createHash('sha256').update(plain).digest('hex');

function compiled(text: string) {
  const parsed = parseFile('deep.mdx', text);
  const place = { track: 'mlops', lesson: 'random-seeds' };
  const context = {
    file: 'deep.mdx',
    activity: 'practice' as const,
    objectives: [],
    hash: sha256,
  };
  const file = compileFile('deep.mdx', parsed.tree, { highlight, place, pictures }, context);
  return {
    body: file.body.filter((node) => node !== '\n'),
    findings: [...parsed.findings, ...file.findings],
    items: file.items,
  };
}

const bodyOf = (text: string) => {
  const { body, findings } = compiled(text);
  expect(findings).toEqual([]);
  return body;
};
const places = (findings: readonly Finding[]) =>
  findings.map(({ line, column, severity, rule }) => `${line}:${column} ${severity} ${rule}`);

describe('tags of HTML', () => {
  test('a tag behind a backslash is text, and stays as it is written', () => {
    expect(bodyOf('Write \\<img src="a.png"> or \\<br>, \\<!-- so -->.')).toEqual([
      ['p', null, 'Write <img src="a.png"> or <br>, <!-- so -->.'],
    ]);
  });

  test('keys, raised and lowered signs, abbreviations and breaks stay', () => {
    expect(
      bodyOf('Press <kbd>Ctrl</kbd>, H<sub>2</sub>O, x<sup>2</sup>, <abbr title="Uniform">U</abbr><br>end'),
    ).toEqual([
      [
        'p',
        null,
        ...['Press ', ['kbd', null, 'Ctrl'], ', H', ['sub', null, '2'], 'O, x', ['sup', null, '2'], ', '],
        ['abbr', { title: 'Uniform' }, 'U'],
        ['br', null],
        'end',
      ],
    ]);
  });

  test('details is a Reveal with the words of its summary', () => {
    const text = '<details>\n<summary>Why **so**?</summary>\n\nBecause.\n\n- one\n\n</details>';
    expect(bodyOf(text)).toEqual([
      [
        'Reveal',
        { title: 'Why so?' },
        ['p', null, 'Because.'],
        '\n',
        ['ul', null, '\n', ['li', null, 'one'], '\n'],
      ],
    ]);
  });

  test('comments are not shown, wherever they stand', () => {
    expect(bodyOf('One <!-- two --> three\n\n<!--\n# four\n-->\n\nfive')).toEqual([
      ['p', null, `One ${' '.repeat(12)} three`],
      ['p', null, 'five'],
    ]);
    expect(bodyOf('`<!-- code -->`')).toEqual([['p', null, ['code', null, '<!-- code -->']]]);
  });

  test('a tag without meaning shows its content, with a warning at its place', () => {
    const { body, findings } = compiled('A <span class="x">b</span>.\n\n<div align="center">\n\nc\n\n</div>');
    expect(body).toEqual([
      ['p', null, 'A ', 'b', '.'],
      ['p', null, 'c'],
    ]);
    expect(places(findings)).toEqual(['1:3 warning html-idle', '3:1 warning html-idle']);
  });

  test('columns after a tag that was closed for the author are those of the file', () => {
    const { findings } = compiled('a<br>b <script>x</script>');
    expect(places(findings)).toEqual(['1:8 error html']);
    const { findings: link } = compiled('<img src=curve.png alt=Falls width=400> [x](javascript:y)');
    expect(places(link)).toContain('1:41 error link');
  });

  test.each([
    ['<kbd onclick="x">a</kbd>', '1:6 error html'],
    ['<img src="curve.png" alt="a" onerror="x">', '1:30 error html'],
    ['<a href="javascript:x">a</a>', '1:1 error link'],
    ['<summary>a</summary>', '1:1 error tag-place'],
    ['<iframe src="https://a.example"></iframe>', '1:1 error html'],
    ['<!-- never closed', '1:1 error html'],
  ])('%s is refused', (text, finding) => {
    expect(places(compiled(text).findings)).toContain(finding);
  });
});

describe('pictures', () => {
  test('a file beside the text has its size, so that the page does not move', () => {
    const img = { src: `/pictures/${hash}.png`, alt: 'It falls', width: 640, height: 320, loading: 'lazy' };
    expect(bodyOf('![It falls](curve.png "a title")')).toEqual([['p', null, ['img', img]]]);
    expect(bodyOf('![It falls][c]\n\n[c]: ./curve.png')).toEqual([['p', null, ['img', img]]]);
    expect(bodyOf('<img src="curve.png" alt="It falls">')).toEqual([['p', null, ['img', img]]]);
  });

  test('paths may have blanks and lead to the folder of the track', () => {
    expect(JSON.stringify(bodyOf('![a](figures/a%20b.svg)'))).toContain(`/pictures/${hash}.svg`);
    expect(JSON.stringify(bodyOf('![a](./figures/../../shared/logo.webp)'))).toContain(
      `/pictures/${hash}.webp`,
    );
  });

  test('one of another site becomes a link', () => {
    const { body, findings } = compiled('![A cat](https://a.example/cat.png)');
    expect(body).toEqual([['p', null, ['a', { href: 'https://a.example/cat.png' }, 'A cat']]]);
    expect(places(findings)).toEqual(['1:1 warning picture-remote']);
  });

  test.each([
    ['![](curve.png)', '1:1 error picture-text'],
    ['text ![a](curves.png)', '1:6 error picture'],
    ['![a](broken.png)', '1:1 error picture'],
    ['![a](data:image/png;base64,AAAA)', '1:1 error picture'],
    ['![a](/pictures/x.png)', '1:1 error picture'],
  ])('%s is refused', (text, finding) => {
    const { body, findings } = compiled(text);
    expect(places(findings)).toEqual([finding]);
    if (!finding.endsWith('text')) expect(JSON.stringify(body)).not.toContain('img');
  });
});

describe('footnotes', () => {
  test('are numbered as the text refers to them, and listed at the end', () => {
    const body = bodyOf('One[^b] two[^a] three[^b].\n\n[^a]: First.\n[^b]: Second.');
    const text = JSON.stringify(body);
    expect(text).toContain('["sup",{"id":"fnref-1"},["a",{"href":"#fn-1"},"1"]]');
    expect(text).toContain('["sup",{"id":"fnref-1-2"},["a",{"href":"#fn-1"},"1"]]');
    expect(text).toMatch(
      /"li",\{"id":"fn-1"\},\["p",null,"Second."\].*"li",\{"id":"fn-2"\},\["p",null,"First."\]/,
    );
  });

  test('a reference without a text is a warning; a pattern is none', () => {
    expect(places(compiled('One\n\nTwo[^2].').findings)).toEqual(['3:1 warning footnote-missing']);
    expect(compiled('All but [^a-z] here.').findings).toEqual([]);
  });

  test('one without a reference is a warning, one in a question an error', () => {
    expect(places(compiled('a\n\n[^x]: y').findings)).toEqual(['3:1 warning footnote-unused']);
    const item = '<WhatIf id="a">\n\nWhy[^x]?\n\n<Solution>\n\nSo.\n\n</Solution>\n\n</WhatIf>\n\n[^x]: y';
    expect(places(compiled(item).findings)).toContain('3:4 error footnote-place');
  });
});

describe('links to the files of other pages', () => {
  test.each([
    ['../pin-packages/deep.mdx', '/tracks/mlops/pin-packages/deep'],
    ['../pin-packages/deep.md#why', '/tracks/mlops/pin-packages/deep#why'],
    ['../pin-packages/', '/tracks/mlops/pin-packages'],
    ['../pin-packages/README.md', '/tracks/mlops/pin-packages'],
    ['./try', '/tracks/mlops/random-seeds/try'],
    ['practice.md', '/tracks/mlops/random-seeds/practice'],
    ['..', '/tracks/mlops'],
    ['../../other/first/lesson.mdx', '/tracks/other/first'],
  ])('%s leads to %s', (url, href) => {
    expect(bodyOf(`[x](${url})`)).toEqual([['p', null, ['a', { href }, 'x']]]);
  });

  test.each(['notes.md', '../../../../x', 'a/b/c/d.md', 'http://a.example'])(
    '%s leads to no page: the words stay, with a warning',
    (url) => {
      const { body, findings } = compiled(`[x](${url})`);
      expect(body).toEqual([['p', null, 'x']]);
      expect(findings).toMatchObject([{ line: 1, column: 1, severity: 'warning' }]);
    },
  );
});

describe('languages of code', () => {
  test.each([
    ['py', 'python', 'def f(): pass'],
    ['shell', 'bash', 'if true; then echo "$HOME"; fi'],
    ['rust,ignore', 'rust', 'fn main() {}'],
    ['Go', 'go', 'func main() {}'],
    ['kotlin', 'kotlin', 'fun main() = 1'],
  ])('%s is %s', async (name, language, code) => {
    const text = `\`\`\`${name}\n${code}\n\`\`\``;
    await load(text);
    const [pre] = bodyOf(text);
    expect(JSON.stringify(pre)).toContain(`lang-${language}`);
    expect(JSON.stringify(pre)).toMatch(/tk-/);
  });

  test.each(['nosuch', ''])('«%s» stays plain, with a warning', (name) => {
    const { body, findings } = compiled(`\`\`\`${name}\nx = 1\n\`\`\``);
    expect(JSON.stringify(body)).toContain('x = 1');
    expect(places(findings)).toEqual(['1:1 warning language']);
  });
});

describe('tags without empty lines around them', () => {
  const tight = [
    '<Choice id="a" level="easy">',
    'Which?',
    '- [x] One <Id is="one" />',
    '- [ ] Two <Id is="two" />',
    '  > No.',
    '<Hint>',
    'Look.',
    '</Hint>',
    '<Solution>',
    'One.',
    '</Solution>',
    '</Choice>',
    '<Choice id="b" level="easy">',
    'Which?',
    '- [x] One <Id is="one" />',
    '- [ ] Two <Idd is="two" />',
    '</Choice>',
  ].join('\n');

  test('mean the same as with them', () => {
    const good = tight.replace('Idd', 'Id');
    const spaced = good.replace(/^<.*>$/gm, (tag) => `\n${tag}\n`);
    const [own, other] = [compiled(good), compiled(spaced)];
    expect([own.findings, other.findings]).toEqual([[], []]);
    const versions = ({ items }: typeof own) =>
      items.map(({ id, version, hintCount }) => [id, version, hintCount]);
    expect(versions(own)).toEqual(versions(other));
    expect(versions(own)).toMatchObject([
      ['a', expect.any(String), 1],
      ['b', expect.any(String), 0],
    ]);
  });

  test('leave faults at the lines of the file', () => {
    expect(places(compiled(tight).findings)).toContain('16:11 error component');
    expect(places(compiled('<Note>\na <\n</Note>\nb *c').findings)).not.toContain('5:1 error tag-stray');
  });
});

test('a note needs no kind', () => {
  expect(bodyOf('<Note>\n\nKeep it.\n\n</Note>')).toEqual([
    ['Note', { kind: 'remember', title: 'Remember' }, ['p', null, 'Keep it.']],
  ]);
});

test('headings move below the page’s title and links become addresses', () => {
  const text =
    '# One\n\nSee [it](../pin-packages/deep.md).\n\n```bash\n# comment\n```\n\n## Two\n\n###### Six\n';
  expect(tidied(text, { track: 'mlops', lesson: 'random-seeds' })).toEqual({
    text: '## One\n\nSee [it](/tracks/mlops/pin-packages/deep).\n\n```bash\n# comment\n```\n\n### Two\n\n###### Six\n',
    changes: [
      { line: 1, words: '# became ##' },
      { line: 3, words: '../pin-packages/deep.md became /tracks/mlops/pin-packages/deep' },
      { line: 9, words: '## became ###' },
    ],
  });
  const plain = '## One\n\n### Two\n';
  expect(tidied(plain, { track: 'a', lesson: 'b' })).toEqual({ text: plain, changes: [] });
});
