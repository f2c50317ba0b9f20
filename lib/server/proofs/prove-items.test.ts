import { afterAll, describe, expect, test } from 'vitest';
import { readItem } from '#lib/item/testing/read-item.ts';
import { openTrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { proveItems } from './prove-items.ts';

/** Programs that do not end are stopped sooner than those of learners; the others need a tenth of this time. */
const runner = openTrialRunner({ shell: false, cpuMs: 2_000 });
afterAll(() => runner.close());

/** The results of several items, whose programs share interpreters. */
async function proved(...items: string[]) {
  const proofs = await proveItems(items.map(readItem), runner);
  return proofs.map((proof) => ({
    kind: proof?.kind,
    tried: proof?.tried,
    found: proof?.findings.map(({ rule, message }) => `${rule}: ${message}`) ?? [],
  }));
}

const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\``;
const output = (code: string, right: string, wrong: readonly string[] = [], language = 'python') =>
  `<Output id="item" objective="aim">\n\nWhat does it print?\n\n${fence(language, code)}\n\n${
    wrong.length === 0
      ? fence('output', right)
      : [right, ...wrong]
          .map((text, at) => `- [${at === 0 ? 'x' : ' '}] \`${text}\` <Id is="o${at}" />`)
          .join('\n')
  }\n\n</Output>\n`;
const blanks = (code: string, wrong: readonly string[], checks: string, language = 'python') =>
  `<Blanks id="item" objective="aim">\n\nFill it.\n\n${fence(language, code)}\n\n<Bank>\n\n${wrong
    .map((token) => `- \`${token}\``)
    .join('\n')}\n\n</Bank>\n\n${checks}\n\n</Blanks>\n`;
const order = (steps: readonly string[], checks: string) =>
  `<Order id="item" objective="aim">\n\nOrder them.\n\n${steps
    .map((step, at) => `${at + 1}. \`${step}\` <Id is="s${at + 1}" />`)
    .join('\n')}\n\n${checks}\n\n</Order>\n`;

describe('programs in Python', () => {
  test('outputs: right and wrong keys, and options that are the output', async () => {
    const [right, wrong, twin, error, varies] = await proved(
      output('print(1 + 1)', '2', ['1', '11']),
      output('print(1 + 1)', '3'),
      output('print(1 + 1)', '11', ['2', '1']),
      output('print([][0])', 'IndexError', ['0', 'KeyError']),
      output('print(list({"a", "b", "c", "d", "e"}))', "['a', 'c', 'b', 'd', 'e']"),
    );
    expect(right).toEqual({ kind: 'proven', tried: 3, found: [] });
    expect(wrong).toMatchObject({
      kind: 'wrong',
      found: [expect.stringMatching(/^key-wrong: .*«3».*prints «2»/)],
    });
    expect(twin?.found).toEqual([
      expect.stringMatching(/^key-wrong: .*«11».*prints «2»/),
      expect.stringMatching(/^also-right: «2» is what the program prints/),
    ]);
    expect(error).toMatchObject({ kind: 'proven', tried: 3 });
    expect(varies).toMatchObject({ kind: 'wrong' });
  });

  test('blanks: every other filling that does what is asked is named', async () => {
    const workers = `import random

RUN_SEED = 7

def worker(worker_id):
    rng = random.Random(f"{[[RUN_SEED]]}-worker-{[[worker_id]]}")
    return [rng.randint(1, 6) for _ in range(4)]`;
    const different =
      '<Check id="different" calls="len({tuple(worker(number)) for number in range(3)})" gives="3" />';
    const [published, unique, bare, fragment] = await proved(
      blanks(workers, ['os.getpid()', 'time.time()', 'rng'], different),
      blanks(
        'print([[sorted]]({"b", "a", "c", "d"}))',
        ['list', 'tuple'],
        `<Check id="p" prints="['a', 'b', 'c', 'd']" />`,
      ),
      blanks('print([[1]] + [[2]])', ['3'], ''),
      blanks('rng.[[shuffle]](rows)', ['sample'], ''),
    );
    // The item as it was shipped: graded as wrong, and does what its task asked.
    expect(published?.found).toEqual([
      expect.stringMatching(/^also-right: .*«worker_id», «worker_id»/),
      expect.stringMatching(/^also-right: .*«worker_id», «RUN_SEED»/),
    ]);
    // In one order of sets, a list is as good as a sorted one.
    expect(unique).toEqual({ kind: 'proven', tried: 3, found: [] });
    // 1 + 2 = 2 + 1, though nothing says what is asked.
    expect(bare?.found).toEqual([expect.stringMatching(/^also-right: .*«2», «1»/)]);
    expect(fragment).toMatchObject({
      kind: 'unproven',
      found: [expect.stringMatching(/^proof-none: .*NameError/)],
    });
  });

  test('a program that ends the interpreter with a made-up result proves nothing, and disturbs no other', async () => {
    const [forged, other] = await proved(
      // It prints what looks like the result of another program, and ends the interpreter.
      output('import os, sys\nsys.__stdout__.write(\'[{"stdout": "7", "stop": null}]\')\nos._exit(0)', '7'),
      output('print(2)', '2'),
    );
    expect(forged?.kind).not.toBe('proven');
    expect(other?.kind).toBe('proven');
  });

  test('an endless loop is stopped, and the programs beside it are judged', async () => {
    const [endless, other] = await proved(output('while True:\n    pass', '1'), output('print(2)', '2'));
    expect(endless?.found).toEqual([expect.stringMatching(/^key-wrong: .*does not end/)]);
    expect(other?.kind).toBe('proven');
  }, 600_000);

  test('orders are tried in all permutations', async () => {
    const check = '<Check id="sum" language="python" prints="3" />';
    const [unique, free] = await proved(
      order(['a = 1', 'b = a + 1', 'print(a + b)'], check),
      order(['a = 1', 'b = 2', 'print(a + b)'], check),
    );
    expect(unique).toEqual({ kind: 'proven', tried: 6, found: [] });
    expect(free?.found).toEqual([expect.stringMatching(/^also-right: .*«s2», «s1», «s3»/)]);
  });

  test('steps: the solution passes, the starter and wrong programs do not', async () => {
    const step = (wrong: string) =>
      `<CodeStep id="item" objective="aim">\n\nDouble it.\n\n${fence('python', 'def twice(n):\n    pass')}\n\n<Check id="two" calls="twice(2)" gives="4">No.</Check>\n\n<Wrong>\n\n${fence('python', wrong)}\n\n</Wrong>\n\n<Solution>\n\n${fence('python', 'def twice(n):\n    return 2 * n')}\n\n</Solution>\n\n</CodeStep>\n`;
    const [caught, passing] = await proved(
      step('def twice(n):\n    return n + 1'),
      step('def twice(n):\n    return n ** 2'),
    );
    expect(caught).toEqual({ kind: 'proven', tried: 3, found: [] });
    expect(passing?.found).toEqual([expect.stringMatching(/^wrong-passes: .*the wrong program 1/)]);
  });
});

test('a setup runs before each program, and is no part of the text that checks look at', async () => {
  const step = (language: string, setup: string, [starter, solution]: [string, string], check: string) =>
    `<CodeStep id="item" objective="aim">\n\nAdd them.\n\n<Setup>\n\n${fence(language, setup)}\n\n</Setup>\n\n${fence(language, starter)}\n\n${check}\n\n<Solution>\n\n${fence(language, solution)}\n\n</Solution>\n\n</CodeStep>\n`;
  const python = ['print(0)', 'from __future__ import annotations\nprint(sum(ROWS))'] as [string, string];
  const results = await proved(
    step('python', 'ROWS = [1, 2, 6]', python, '<Check id="sum" lacks="ROWS=" prints="9">No.</Check>'),
    step('python', 'ROWS = [1, 2, 7]', python, '<Check id="sum" prints="9">No.</Check>'),
    step(
      'javascript',
      'const rows = [1, 2, 6];',
      ['let sum = 0;', 'const sum = rows.reduce((a, b) => a + b);'],
      '<Check id="sum" calls="sum" gives="9">No.</Check>',
    ),
    step(
      'sql',
      'CREATE TABLE t (n INTEGER);\nINSERT INTO t VALUES (1), (2), (6);',
      ['SELECT 0;', 'SELECT sum(n) FROM t;'],
      '<Check id="sum" has="sum(">No.</Check>',
    ),
  );
  expect(results).toEqual([
    { kind: 'proven', tried: 2, found: [] },
    { kind: 'wrong', tried: 2, found: [expect.stringMatching(/^solution-fails: .*prints «10»/)] },
    { kind: 'proven', tried: 2, found: [] },
    { kind: 'proven', tried: 2, found: [] },
  ]);
});

test('programs do not see what others have left behind', async () => {
  const results = await proved(
    output(
      'import random, builtins, os\nrandom.seed(1)\nrandom.randint = lambda a, b: 0\nbuiltins.len = max\nos.environ["A"] = "1"\nprint(1)',
      '1',
    ),
    output('import os\nprint(len("abc"), os.environ.get("A"))', '3 None'),
    output('import random\nprint(random.randint(5, 6) > 4)', 'True'),
    output('import random\nprint(random.random())', '0.13436424411240122'),
  );
  expect(results.map(({ kind }) => kind)).toEqual(['proven', 'proven', 'proven', 'wrong']);
});

test('JavaScript and SQL', async () => {
  const table = 'CREATE TABLE t (n INTEGER, x REAL);\nINSERT INTO t VALUES (1, 0.5), (2, 3.0), (3, NULL);';
  const [script, sum, rows, attach, endless] = await proved(
    output('console.log([1, 2].map((n) => n * 2).join())', '2,4', ['1,2'], 'javascript'),
    output(
      `${table}\nSELECT n, x FROM t WHERE n < 3;\nSELECT count(x) FROM t;`,
      '1|0.5\n2|3.0\n2',
      [],
      'sql',
    ),
    blanks(`${table}\nSELECT [[sum]](n) FROM t;`, ['count', 'max'], '<Check id="s" prints="6" />', 'sql'),
    output("ATTACH '/tmp/surefoot-attached.db' AS other;\nSELECT 1;", '1', [], 'sql'),
    output(
      'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c;',
      '1',
      [],
      'sql',
    ),
  );
  expect(script).toMatchObject({ kind: 'proven', tried: 2 });
  expect(sum).toMatchObject({ kind: 'proven' });
  expect(rows).toEqual({ kind: 'proven', tried: 3, found: [] });
  expect(attach?.found).toEqual([expect.stringMatching(/^key-wrong: .*NotAvailable/)]);
  expect(endless?.found).toEqual([expect.stringMatching(/^key-wrong: .*does not end/)]);
});

test('SQL prints numbers as the shell of SQLite does, with 15 digits', async () => {
  const [proof] = await proved(
    output(
      'SELECT 0.1 + 0.2, 5 / 3.0, 1.0 / 3, 2.0, 1e20;',
      '0.3|1.66666666666667|0.333333333333333|2.0|1.0e+20',
      [],
      'sql',
    ),
  );
  expect(proof).toMatchObject({ kind: 'proven', found: [] });
});

test('bash runs only on request', async () => {
  const item = output('printf "%s\\n" b a | sort', 'a\nb', [], 'bash');
  expect(await proved(item)).toEqual([{ kind: 'unproven', tried: 1, found: [] }]);
  const shell = openTrialRunner({ shell: true });
  const git = output(
    'git init -q\necho a > a\ngit add a\ngit commit -qm one\ngit log --format=%s',
    'one',
    [],
    'bash',
  );
  const proofs = await proveItems([item, git].map(readItem), shell);
  shell.close();
  expect(proofs.map((proof) => proof?.kind)).toEqual(['proven', 'proven']);
});

test('rules judge files that are not run', async () => {
  const file = 'FROM python:3.12[[@]]sha256:aba1e0b6…\nUSER [[app]]';
  const [right, twin] = await proved(
    blanks(file, [':', 'root'], '<Check id="r" rules="base-digest not-root" />', 'dockerfile'),
    blanks(file, [':', 'root'], '<Check id="r" rules="base-digest" />', 'dockerfile'),
  );
  expect(right).toEqual({ kind: 'proven', tried: 16, found: [] });
  // Without a rule about the user, whatever stands there is as good: «@» and «:» as names included.
  expect(twin?.found.map((text) => text.slice(0, 10))).toEqual(['also-right', 'also-right', 'also-right']);
});
