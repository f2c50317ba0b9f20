import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { broughtText } from './bring.ts';

const surroundings = {
  place: { track: 't', lesson: 'l' },
  pictures: ['figures/loss.png', 'a.png', 'b/a.png'],
};
const brought = (text: string) => broughtText(text, surroundings);

/** The text after it was brought, which a second time does not change. */
function textOf(text: string): string {
  const once = brought(text).text;
  expect(brought(once)).toEqual({ text: once, changes: [] });
  return once;
}

describe('what other tools understand is written as ours', () => {
  test.each([
    [
      'a box of colons',
      ':::warning\nMind this.\n:::',
      '<Note kind="mistake" title="Warning">\n\nMind this.\n\n</Note>',
    ],
    [
      'a quote of GitHub',
      'A.\n> [!TIP]\n> Mind\n> this.\n\nB.',
      'A.\n\n<Note kind="remember" title="Tip">\n\nMind\nthis.\n\n</Note>\n\nB.',
    ],
    [
      'a box by indentation',
      '!!! note "Its "\n    Mind this.\nB.',
      '<Note kind="remember" title="Its">\n\nMind this.\n\n</Note>\n\nB.',
    ],
    ['a folded box', '??? note\n    Mind this.', '<Reveal title="Note">\n\nMind this.\n\n</Reveal>'],
    [
      'a box in a box',
      '!!! note\n    A.\n    !!! tip\n        B.',
      '<Note kind="remember" title="Note">\n\nA.\n\n<Note kind="remember" title="Tip">\n\nB.\n\n</Note>\n\n</Note>',
    ],
    [
      'a component for a box',
      '<Callout type="warning">\n\nMind this.\n\n</Callout>',
      '<Note kind="mistake" title="Warning">\n\nMind this.\n\n</Note>',
    ],
    ['a component around text', '<Sandbox mode="x">\n\nText.\n\n</Sandbox>', '\n\nText.\n\n'],
    [
      'a component with a title',
      '<Listing caption="The first one">\n\nText.\n\n</Listing>',
      '**The first one**\n\nText.\n\n',
    ],
    [
      'a solution outside an item',
      '<Solution>\n\nText.\n\n</Solution>',
      '<Reveal title="Solution">\n\nText.\n\n</Reveal>',
    ],
    [
      'a film',
      '<iframe src="https://www.youtube.com/embed/abcdefgh" title="Seeds"></iframe>',
      '[Seeds](https://www.youtube.com/watch?v=abcdefgh)',
    ],
    [
      'a film as a component',
      '<Youtube id="abcdefgh" />',
      '[Video](https://www.youtube.com/watch?v=abcdefgh)',
    ],
    [
      'an address in brackets',
      'See <https://a.example/b>.',
      'See [https://a.example/b](https://a.example/b).',
    ],
    ['an address of mail', 'To <a@b.example>.', 'To [a@b.example](mailto:a@b.example).'],
    ['less than', 'Under <5 %.', 'Under \\<5 %.'],
    ['a word to be replaced', 'Run show <commit> now.', 'Run show \\<commit> now.'],
    ['braces', 'The set {1, 2} and {{ name }}.', 'The set \\{1, 2} and \\{\\{ name }}.'],
    ['prices', 'From $4 to $9.', 'From \\$4 to $9.'],
    ['an underlined heading', 'Words\n-----\n\nText.', '## Words\n\nText.'],
    ['headings from the first rank on', '# One\n\n## Two', '## One\n\n### Two'],
    ['a link to the file of a lesson', '[b](../other/lesson.md#x)', '[b](/tracks/t/other#x)'],
    ['the path of a picture', '![It falls](../../img/loss.png)', '![It falls](figures/loss.png)'],
    [
      'the path of a picture in HTML',
      '<img src="/img/loss.png" alt="It falls">',
      '<img src="figures/loss.png" alt="It falls">',
    ],
    ['the title of a picture without words', '![](a.png "It falls")', '![It falls](a.png "It falls")'],
  ])('%s', (_name, text, written) => expect(textOf(text)).toBe(written));
});

describe('what has no meaning here stays as a comment', () => {
  test.each([
    ['a component without text', '<Banner chapter={2} />', '<!-- <Banner chapter={2} /> -->'],
    [
      'code of more lines with a > in it',
      '<Quiz2\n  choices={[\n    { text: "a > b", right: true }\n  ]}\n/>',
      '<!-- <Quiz2\n  choices={[\n    { text: "a > b", right: true }\n  ]}\n/> -->',
    ],
    [
      'an import',
      "import Tabs from '@theme/Tabs';\n\nText.",
      "<!-- import Tabs from '@theme/Tabs'; -->\n\nText.",
    ],
    [
      'an export of more lines',
      'export const meta = {\n  a: 1,\n};\n\nText.',
      '<!-- export const meta = {\n  a: 1,\n}; -->\n\nText.',
    ],
    [
      'a script',
      'A.\n\n<script>\nlet a = "<b>";\n</script>',
      'A.\n\n<!-- <script>\nlet a = "<b>";\n</script> -->',
    ],
  ])('%s', (_name, text, written) => expect(textOf(text)).toBe(written));
});

test('what was done is named by the line of the file, left out or changed', () => {
  const text = '---\ntitle: A\n---\n\n# One\n\n{{< tabs >}}\n\n> [!NOTE]\n> Under <5 %.\n\n<Banner />';
  expect(brought(text).changes).toEqual([
    { line: 5, words: '# became ##' },
    { line: 7, words: 'left out: {{< tabs >}}, a template of another tool' },
    { line: 9, words: '> [!NOTE] became <Note kind="remember" title="Note">' },
    { line: 10, words: '<5 %. is text now' },
    { line: 12, words: 'left out: <Banner />, a component of another tool; it stays as a comment' },
  ]);
  expect(brought(text).text.startsWith('---\ntitle: A\n---\n\n## One')).toBe(true);
});

test('a formula between the brackets of LaTeX gets dollar signs', () => {
  const { text, changes } = brought('The root \\(\\sqrt{n}\\) of \\( n \\).');
  expect(text).toBe('The root $\\sqrt{n}$ of $n$.');
  expect(changes[0]?.words).toContain('is a formula now');
});

test.each([
  '<Choise id="a">\n\nWhich?\n\n- [ ] a\n- [x] b\n\n</Choise>',
  '<Nota kind="limit" />',
  '<Quiz>\n\nWhich?\n\n</Quiz>',
  '<note kind="limit">\n\nText.\n\n</note>',
  '<Choice id="a">\n\nWhich?\n\n- [ ] a\n- [x] b\n\n<Hint>\n\nThink.\n\n</Hint>\n\n</Choice>',
  '<Note title={x}>\n\nA.\n\n</Note>',
  '```jsx\nimport a from "a";\n<Banner />\n{x}\n```',
  '![](a.png)',
  '![Words](c/a.png)',
  '[a](javascript:x)',
  '<div onclick="x">a</div>',
])('%j stays as its author wrote it', (text) => expect(brought(text)).toEqual({ text, changes: [] }));

test('nothing of our own lessons changes', () => {
  const files = readdirSync('content/tracks', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?:why|deep|lesson|practice)\.mdx$/.test(name),
  );
  expect(files.length).toBeGreaterThan(8);
  const changed = files.filter((name) => {
    const text = readFileSync(join('content/tracks', name), 'utf8');
    return broughtText(text, { ...surroundings, pictures: [] }).changes.length > 0;
  });
  expect(changed).toEqual([]);
});
