import { expect, test } from 'vitest';
import { longTexts } from './long-texts.ts';

const nine = ['id', 1, 2, 3, 4, 5, 6, 7, ''].join('\n');
const folded = (program: string) => longTexts(program).map(({ from, to }) => program.slice(from, to));
const rest = '\n1\n2\n3\n4\n5\n6\n7\n';

test.each([
  { program: `RAW = """${nine}"""\nprint(1)`, is: [rest], why: 'a long text is folded after its first line' },
  { program: `RAW = '''${nine}'''`, is: [rest], why: 'either quotes' },
  { program: `const raw = \`${nine}\`;`, is: [rest], why: 'a text of JavaScript' },
  { program: `A = """${nine}"""\nB = """${nine}"""`, is: [rest, rest], why: 'each text of its own' },
  { program: 'A = """\n1\n2\n3\n"""', is: [], why: 'a short text is shown' },
  { program: `# """\n${nine}\n# """`, is: [], why: 'quotes in comments begin nothing' },
  { program: `a = '"""'\n${nine}\nb = '"""'`, is: [], why: 'quotes in texts begin nothing' },
  { program: `RAW = """${nine}`, is: [], why: 'a text without an end is shown' },
])('$why', ({ program, is }) => expect(folded(program)).toEqual(is));

test('a text begins after its quotes', () => {
  const program = `RAW = """${nine}"""`;
  expect(longTexts(program).map(({ start, to }) => program.slice(start, to))).toEqual([nine]);
});
