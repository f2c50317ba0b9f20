import { describe, expect, test } from 'vitest';
import { itemType, type Variant } from '#lib/item/registry.ts';
import { compileFile } from '#lib/lesson/compile-file.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import { plainText } from '#lib/text/rich.ts';
import type { Values } from './values.ts';
import { lockedVariants, type VariantLock } from './variant-lock.ts';

/** A hash for tests. */
const hash = (text: string): string =>
  `${[...text].reduce((sum, letter) => (sum * 33 + (letter.codePointAt(0) ?? 0)) % 2 ** 40, 5381)}`.padStart(
    16,
    '0',
  );
const program = 'print(values)';

const item = (inner: string, { tag = 'Number', attributes = '', count = 2 } = {}): string =>
  `<${tag} id="vary" objective="aim"${attributes}>

<Variants count="${count}">

\`\`\`python
${program}
\`\`\`

</Variants>

${inner}

</${tag}>
`;

function compile(text: string, all: readonly Values[], lockedProgram = program) {
  const count = all.length;
  const lock: VariantLock = {
    vary: lockedVariants({ language: 'python', program: lockedProgram, count }, all, hash),
  };
  return compileWith(text, lock);
}

const lineOf = ({ file, line, column, severity, rule, message }: Finding): string =>
  `${file}:${line}:${column} ${severity} ${rule}  ${message}`;

function compileWith(text: string, variants: VariantLock) {
  const { tree, findings } = parseFile('f.mdx', text);
  const context = { file: 'f.mdx', activity: 'practice', objectives: ['aim'], hash, variants } as const;
  const highlight = (value: string) => [{ type: 'text' as const, value }];
  const file = compileFile('f.mdx', tree, { highlight }, context);
  const [first] = file.items;
  const secret = first && file.secrets.get(first.id);
  return {
    item: first,
    variants: secret?.variants ?? [],
    findings: [...findings, ...file.findings].map(lineOf),
  };
}

const sum = item(`What is {{a}} + {{b}}, that is $\{{a}} + {{ b }}$ or \`{{a}}+{{b}}\`? Not \\{\\{a}}.

\`\`\`python
print({{a}} + {{b}})
\`\`\`

- [x] {{total}}
  > {{a}} and {{b}} make {{total}}.
- [ ] {{product}}
  > That is {{a}} times {{b}}.

<Hint>Count {{b}} on from {{a}}.</Hint>

<Solution>

{{total}}

</Solution>`);

const three = { a: '2', b: '3', total: '5', product: '6' };
const nine = { a: '4', b: '5', total: '9', product: '20' };

describe('filling in', () => {
  const compiled = compile(sum, [three, nine]);
  const [first, second] = compiled.variants;
  const graded = ({ item: own, secret }: Variant, number: string) =>
    itemType('number').grade(own.body, secret.key, { number }).correct;

  test('prose, code, formulas, key, feedback, hint and solution have the values of their variant', () => {
    expect(compiled.findings).toEqual([]);
    const text = plainText(second?.item.prompt ?? []);
    expect(text).toContain('What is 4 + 5, that is');
    expect(text).toContain('or 4+5? Not {{a}}.');
    expect(text).toContain('print(4 + 5)');
    expect(JSON.stringify(second?.secret.hints)).toContain('Count ');
    expect(plainText(second?.secret.hints[0] ?? [])).toBe('Count 5 on from 4.');
    expect(plainText(second?.secret.solution ?? [])).toContain('9');
    expect(JSON.stringify(second?.secret.key)).toContain('That is ');
  });

  test('each is graded by its own key', () => {
    expect(first && [graded(first, '5'), graded(first, '9')]).toEqual([true, false]);
    expect(second && [graded(second, '5'), graded(second, '9')]).toEqual([false, true]);
  });

  test('the item is its first variant; versions differ, ids do not', () => {
    expect(compiled.item).toEqual(first?.item);
    expect(compiled.item?.varies).toBe(true);
    expect(new Set(compiled.variants.map((one) => one.item.version)).size).toBe(2);
    expect(new Set(compiled.variants.map((one) => one.item.id))).toEqual(new Set(['vary']));
  });

  test('the program is nowhere in what is compiled', () => {
    expect(JSON.stringify(compiled)).not.toContain('print(values)');
  });
});

test('attributes have values too, but for those that are the same for all', () => {
  const attributes = ' tolerance="{{about}}" unit="{{unit}}"';
  const text = item('How long with {{a}}?\n\n- [x] {{a}}', { attributes });
  const all = [
    { a: '2', about: '1', unit: 'h' },
    { a: '4', about: '1', unit: 'd' },
  ];
  const compiled = compile(text, all);
  expect(compiled.findings).toEqual([]);
  expect(compiled.variants.map((one) => one.item.body)).toEqual([
    { units: ['h'], asksUnit: false },
    { units: ['d'], asksUnit: false },
  ]);
  expect(compile(text.replace('"aim"', '"{{unit}}"'), all).findings[0]).toContain('objective="{{unit}}"');
});

describe('other kinds are graded by the key of the variant that was asked', () => {
  test('a typed text', () => {
    const text = item('Which letter comes after {{a}}?\n\n- [x] {{next}}\n- [ ] {{a}}', { tag: 'Text' });
    const { findings, variants } = compile(text, [
      { a: 'p', next: 'q' },
      { a: 'x', next: 'y' },
    ]);
    expect(findings).toEqual([]);
    const isRight = ({ item: own, secret }: Variant, given: string) =>
      itemType('text').grade(own.body, secret.key, { text: given }).correct;
    expect(variants.map((one) => [isRight(one, 'q'), isRight(one, 'y')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('steps whose words vary keep their ids and their order', () => {
    const steps = ['one', 'two', 'three'].map((name) => `1. {{${name}}} <Id is="${name}" />`).join('\n');
    const { findings, variants } = compile(item(`Begin with the smallest.\n\n${steps}`, { tag: 'Order' }), [
      { one: '1', two: '20', three: '300' },
      { one: '4', two: '50', three: '600' },
    ]);
    expect(findings).toEqual([]);
    for (const { item: own, secret } of variants)
      expect(itemType('order').grade(own.body, secret.key, { order: ['one', 'two', 'three'] }).correct).toBe(
        true,
      );
    expect(JSON.stringify(variants[1]?.item.body)).toContain('["p",null,"600"]');
  });

  test('pairs whose words vary keep their ids and their partners', () => {
    const row = (name: string) =>
      `| {{${name}}} <Id is="${name}" /> | {{${name}_doubled}} <Id is="${name}-doubled" /> |`;
    const table = ['| Number | Doubled |', '|---|---|', ...['a', 'b', 'c'].map(row)].join('\n');
    const { findings, variants } = compile(item(`What is twice as much?\n\n${table}`, { tag: 'Match' }), [
      { a: '1', a_doubled: '2', b: '7', b_doubled: '14', c: '9', c_doubled: '18' },
      { a: '3', a_doubled: '6', b: '8', b_doubled: '16', c: '9', c_doubled: '18' },
    ]);
    expect(findings).toEqual([]);
    const pairs = { a: 'a-doubled', b: 'b-doubled', c: 'c-doubled' };
    for (const { item: own, secret } of variants)
      expect(itemType('match').grade(own.body, secret.key, { pairs }).correct).toBe(true);
    expect(JSON.stringify(variants[0]?.item.body)).toContain('"14"');
    expect(JSON.stringify(variants[1]?.item.body)).toContain('"16"');
  });

  test('two steps that are the same in one variant name its values', () => {
    const steps = ['a', 'b', 'c'].map((name) => `1. {{${name}}} <Id is="${name}" />`).join('\n');
    const { findings } = compile(item(`Sort.\n\n${steps}`, { tag: 'Order' }), [
      { a: '1', b: '2', c: '3' },
      { a: '1', b: '5', c: '5' },
    ]);
    expect(findings).toEqual([expect.stringMatching(/step-twice {2}With a = 1, b = 5, c = 5: This step/)]);
  });
});

test('a value is text, whatever it looks like', () => {
  const text = item('What is {{a}}, `{{a}}`?\n\n- [x] {{n}}');
  const all = [
    { a: '**<b>{{n}}</b>** [x](javascript:y)', n: '1' },
    { a: '<Hint>h</Hint>', n: '2' },
  ];
  const { findings, variants } = compile(text, all);
  expect(findings).toEqual([]);
  expect(plainText(variants[0]?.item.prompt ?? [])).toBe(
    'What is **<b>{{n}}</b>** [x](javascript:y), **<b>{{n}}</b>** [x](javascript:y)?',
  );
  expect(JSON.stringify(variants[0]?.item.prompt)).not.toContain('"a"');
  expect(variants[1]?.item.hintCount).toBe(0);
});

const choice = (inner: string) => item(inner, { tag: 'Choice' });

describe('findings', () => {
  const place = (finding: string | undefined) => finding?.replace(/^f\.mdx:/, '') ?? '';

  test('variants that were not computed, or whose program has changed since', () => {
    expect(compileWith(sum, {}).findings).toEqual([
      'f.mdx:3:1 error variants-missing  The values of these variants are not computed yet. Run `npm run content -- fix`, which runs it and keeps the values in proofs.lock.json.',
    ]);
    expect(compile(sum, [three, nine], 'print(others)').findings[0]).toMatch(
      /^f\.mdx:3:1 error variants-stale /,
    );
    const lock = { vary: lockedVariants({ language: 'python', program, count: 2 }, [three, nine], hash) };
    const forged = { vary: { ...lock.vary, values: [three, { ...nine, total: '10' }] } };
    expect(compileWith(sum, forged).findings[0]).toMatch(/variants-stale/);
  });

  test('a name that the program does not print, at its place in code and in prose', () => {
    const text = item('What is {{a}}?\n\n```text\n1\n{{totl}}\n```\n\n- [x] {{sum}}');
    const all = [
      { a: '1', total: '2' },
      { a: '2', total: '3' },
    ];
    const { findings } = compile(text, all);
    expect(findings.map(place)).toEqual([
      expect.stringMatching(/^15:1 error variant-value-unknown .*Did you mean \{\{total\}\}\?/),
      expect.stringMatching(/^18:7 error variant-value-unknown .*It prints a, total\./),
      expect.stringMatching(/variant-value-unused .*«total»/),
    ]);
  });

  test('a value that is used nowhere is a warning at the program', () => {
    const all = [
      { a: '1', spare: '2' },
      { a: '2', spare: '3' },
    ];
    const text = item('What is {{a}}?\n\n- [x] {{a}}');
    const { findings, variants } = compile(
      text.replace(program, 'x = 1\nprint({"spare": x})'),
      all,
      'x = 1\nprint({"spare": x})',
    );
    expect(findings.map(place)).toEqual([
      expect.stringMatching(/^7:1 warning variant-value-unused .*\{\{spare\}\}/),
    ]);
    expect(variants).toHaveLength(2);
  });

  test('two options that are the same in one variant name its values', () => {
    const text = choice('What with {{a}}?\n\n- [x] {{b}} <Id is="b" />\n- [ ] {{c}} <Id is="c" />');
    const all = [
      { a: '1', b: '2', c: '3' },
      { a: '2', b: '4', c: '4' },
    ];
    expect(compile(text, all).findings.map(place)).toEqual([
      expect.stringMatching(
        /^14:1 error option-twice {2}With a = 2, b = 4, c = 4: This option says the same/,
      ),
    ]);
  });

  test('a wrong number that counts as right in one variant', () => {
    const text = item('What with {{a}}?\n\n- [x] {{b}}\n- [ ] {{c}}', { attributes: ' tolerance="1"' });
    const all = [
      { a: '1', b: '2', c: '9' },
      { a: '2', b: '4', c: '5' },
    ];
    expect(compile(text, all).findings.map(place)).toEqual([
      expect.stringMatching(/^14:1 error value-within {2}With a = 2, b = 4, c = 5: 5 lies within/),
    ]);
  });

  test('what is wrong in all variants is said once, without values', () => {
    const text = choice('What with {{a}}?\n\n- [ ] {{a}} <Id is="b" />\n- [ ] none <Id is="c" />');
    const { findings } = compile(text, [{ a: '1' }, { a: '2' }]);
    expect(findings.map(place)).toEqual([expect.stringMatching(/^13:1 error key-missing {2}No option/)]);
  });

  test('variants that a learner cannot tell apart', () => {
    const { findings } = compile(item('What is it?\n\n- [x] {{a}}'), [{ a: '1' }, { a: '2' }]);
    expect(findings.map(place)).toEqual([
      expect.stringMatching(/^3:1 error variants-alike {2}Variants 1 and 2 look the same/),
    ]);
  });

  test.each([
    ['Blanks', 'A [[seed]] of {{a}}.', /^3:1 error variants-kind .*<Choice>, <Output>, .*<Number>, /],
    ['Number', '- [x] [here](https://example.org/{{a}})', /^11:7 error variant-place /],
  ])('%s: %s', (tag, inner, expected) => {
    const { findings } = compile(item(inner, { tag }), [{ a: '1' }, { a: '2' }]);
    expect(findings.map(place)[0]).toMatch(expected);
  });

  test.each([
    [
      'a program in a language that is not run',
      '```sql\nselect 1\n```',
      /^5:1 error variants-language .*«sql»/,
    ],
    ['no program', 'Some words.', /^5:1 error variants-program /],
    ['words after the program', '```python\nprint(1)\n```\n\nMore.', /^9:1 error variants-program /],
  ])('%s', (_why, inner, expected) => {
    const text = `<Number id="vary">\n\n<Variants>\n\n${inner}\n\n</Variants>\n\nWhat?\n\n- [x] 1\n\n</Number>\n`;
    expect(compileWith(text, {}).findings.map(place)).toEqual([expect.stringMatching(expected)]);
  });

  test.each(['1', '25', 'many', '08'])('count="%s"', (count) => {
    const { findings } = compileWith(sum.replace('count="2"', `count="${count}"`), {});
    expect(findings.map(place)[0]).toMatch(/^3:11 error attribute-value .*write a number from 2 to 24/);
  });

  test('a placeholder where nothing varies, and <Variants> outside an item', () => {
    expect(compileWith('A number {{n}} here.\n', {}).findings.map(place)).toEqual([
      expect.stringMatching(/^1:10 error expression .*stands for a value of <Variants>/),
    ]);
    expect(
      compileWith('<Variants>\n\n```python\nprint(1)\n```\n\n</Variants>\n', {}).findings.map(place)[0],
    ).toMatch(/^1:1 error tag-place /);
    const nested = '<Hint>\n\n<Variants>\n\n```python\nprint(1)\n```\n\n</Variants>\n\n</Hint>';
    expect(
      compileWith(`<Number id="vary">\n\nWhat?\n\n- [x] 1\n\n${nested}\n\n</Number>\n`, {}),
    ).toMatchObject({
      findings: [expect.stringMatching(/:9:1 error tag-place .*<Hint>.* directly into <Number>/)],
    });
    const { findings } = compile(item('What is {a} {{a}}?\n\n- [x] {{a}}'), [{ a: '1' }, { a: '2' }]);
    expect(findings.map(place)[0]).toMatch(/^11:9 error expression .*is code/);
  });
});
