import { afterAll, describe, expect, test } from 'vitest';
import type { RunLanguage, RunOutcome } from '#lib/item/run.ts';
import { sampled } from '#tests/sampled.ts';
import { allowance } from './interpreter-process.ts';
import { openSandbox } from './sandbox.ts';

const sandbox = openSandbox({ ...allowance, cpuMs: 2_000, wallMs: 12_000 });
/** Where memory is what is asked about, time must not end the program first on a machine that is busy. */
const patient = openSandbox({ ...allowance, cpuMs: 30_000, wallMs: 90_000 });
afterAll(() => {
  sandbox.close();
  patient.close();
});

/** Each run is another person's, so that none starts in the slow lane for what ran before. */
let people = 0;
const run = (language: RunLanguage, program: string, within = sandbox): Promise<RunOutcome> =>
  within.run({ language, program, input: '', calls: [] }, `person ${++people}`);

/** Prints what an expression gives, or that it failed. */
const tried = (expression: string, before = '') =>
  `${before}\ntry:\n    print(${expression})\nexcept Exception:\n    print('refused')\n`;
const triedInScript = (expression: string) =>
  `import * as std from 'std';\nimport * as fs from '_node:fs';\ntry { print(${expression}); } catch (error) { print('refused'); }`;

describe('the host is not there', () => {
  test.each(
    sampled(
      [
        { what: 'a file of the host', program: tried("open('/etc/passwd').read()") },
        { what: 'a way up', program: tried("open('../../../../../../etc/passwd').read()") },
        { what: 'the process', program: tried("open('/proc/self/environ').read()") },
        {
          what: 'our own files',
          program: tried(`open(${JSON.stringify(`${process.cwd()}/package.json`)}).read()`),
        },
        {
          what: 'a link out',
          program: tried(
            "open('/out/passwd').read()",
            "import os\ntry:\n    os.symlink('/etc', '/out')\nexcept OSError:\n    pass",
          ),
        },
        { what: 'a socket', program: tried("socket.create_connection(('127.0.0.1', 22))", 'import socket') },
        { what: 'a name server', program: tried("socket.gethostbyname('localhost')", 'import socket') },
        {
          what: 'a web page',
          program: tried("request.urlopen('http://127.0.0.1').read()", 'from urllib import request'),
        },
        { what: 'another process', program: tried("subprocess.run(['id'])", 'import subprocess') },
        { what: 'a shell', program: tried("os.system('id')", 'import os') },
        { what: 'a fork', program: tried('os.fork()', 'import os') },
        { what: 'a thread', program: tried('_thread.start_new_thread(print, ())', 'import _thread') },
        { what: 'foreign functions', program: tried("__import__('ctypes').CDLL(None)") },
        { what: 'the host language', program: tried("__import__('js')") },
        { what: 'a signal to somebody', program: tried('os.kill(1, 9)', 'import os') },
        { what: 'a signal to its parent', program: tried('os.kill(os.getppid(), 9)', 'import os') },
      ],
      5,
      'doors of the host',
    ),
  )('Python asks for $what', async ({ program }) => {
    expect(await run('python', program)).toMatchObject({ kind: 'finished', stdout: 'refused\n' });
  });

  test('Python finds no environment, no arguments and no files', async () => {
    const program =
      "import os, sys\nprint(dict(os.environ), sys.argv, os.listdir('/'), list(os.walk('/')), os.getcwd())";
    expect(await run('python', program)).toMatchObject({
      kind: 'finished',
      stdout: "{} ['program.py'] [] [('/', [], [])] /\n",
    });
  });

  test.each([
    { what: 'a file of the host', program: triedInScript("fs.openSync('/etc/passwd', 'r', 0)") },
    { what: 'a module of the host', program: triedInScript("__loadScript('/etc/passwd')") },
    { what: 'a shell', program: triedInScript("std.popen('id', 'r').readAsString()") },
  ])('JavaScript asks for $what', async ({ program }) => {
    const outcome = await run('javascript', program);
    expect(outcome).toMatchObject({ kind: 'finished' });
    expect(outcome.kind === 'finished' && outcome.stdout).not.toMatch(/root|uid=/);
  });

  test('JavaScript finds no host objects', async () => {
    expect(
      await run(
        'javascript',
        'print(typeof process, typeof require, typeof fetch, typeof Deno, typeof WebAssembly, typeof Worker)',
      ),
    ).toMatchObject({ stdout: 'undefined undefined undefined undefined undefined undefined\n' });
  });

  test('JavaScript cannot reach the host through a constructor', async () => {
    const program = `const found = (() => {}).constructor('return typeof process + typeof globalThis.process')();\nprint(found);`;
    expect(await run('javascript', program)).toMatchObject({ stdout: 'undefinedundefined\n' });
  });
});

describe('nothing goes on for ever', () => {
  test.each(
    sampled(
      [
        { what: 'an endless loop', language: 'python', program: 'while True: pass' },
        {
          what: 'an endless loop that catches all',
          language: 'python',
          program: 'while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass',
        },
        { what: 'a number too large to write', language: 'python', program: '9 ** 9 ** 9' },
        {
          what: 'a search that backtracks',
          language: 'python',
          program: "import re\nre.match('(a+)+$', 'a' * 60 + 'b')",
        },
        { what: 'an endless sleep', language: 'python', program: 'import time\ntime.sleep(10 ** 6)' },
        { what: 'an endless loop', language: 'javascript', program: 'for (;;);' },
        {
          what: 'endless promises',
          language: 'javascript',
          program: 'const again = () => Promise.resolve().then(again); again();',
        },
      ] as const,
      3,
      'endless programs',
    ),
  )('$language: $what', async ({ language, program }) => {
    expect(await run(language, program)).toEqual({ kind: 'time-out' });
  });
});

describe('nothing grows for ever', () => {
  test.each(
    sampled(
      [
        {
          what: 'an allocation loop',
          language: 'python',
          program: "kept = []\nwhile True: kept.append('x' * 10 ** 7)",
        },
        { what: 'one huge allocation', language: 'python', program: "'x' * 10 ** 9" },
        {
          what: 'an allocation loop',
          language: 'javascript',
          program: 'const kept = []; for (;;) kept.push(new Uint8Array(5e7).fill(1));',
        },
      ] as const,
      1,
      'growing programs',
    ),
  )('$language: $what', async ({ language, program }) => {
    expect(await run(language, program, patient)).toEqual({ kind: 'out-of-memory' });
  });

  test('output is cut at 64 KiB', async () => {
    const outcome = await run('python', "for _ in range(3000): print('x' * 99)");
    expect(outcome).toMatchObject({ kind: 'finished', exitCode: 0, cut: true });
    expect(outcome.kind === 'finished' && outcome.stdout.length).toBe(65_536);
  });

  test('an endless flood of output is ended', async () => {
    expect(await run('python', "while True: print('x' * 1000)")).toEqual({ kind: 'time-out' });
  });

  test.each(
    sampled(
      [
        {
          what: 'too much written',
          program: "with open('/big', 'wb') as f:\n    for _ in range(100): f.write(b'x' * 10 ** 6)",
        },
        { what: 'a hole', program: "with open('/big', 'wb') as f:\n    f.seek(10 ** 9)\n    f.write(b'x')" },
        {
          what: 'a size by decree',
          program: "import os\nwith open('/big', 'wb') as f: os.ftruncate(f.fileno(), 10 ** 9)",
        },
        {
          what: 'space set aside',
          program: "import os\nwith open('/big', 'wb') as f: os.posix_fallocate(f.fileno(), 0, 10 ** 9)",
        },
        { what: 'too many files', program: "for n in range(10 ** 4): open(f'/f{n}', 'w').close()" },
        {
          what: 'too many open files',
          program: "open('/f', 'w').close()\nkept = [open('/f') for _ in range(500)]",
        },
      ],
      2,
      'growing files',
    ),
  )('files: $what', async ({ program }) => {
    expect(await run('python', program)).toMatchObject({
      kind: 'finished',
      exitCode: 1,
      stop: { name: 'OSError' },
    });
  });

  test.each([
    { language: 'python', program: 'def f(): return f()\nf()', name: 'RecursionError' },
    {
      language: 'python',
      program:
        'import sys\nsys.setrecursionlimit(10 ** 8)\nx = []\nfor _ in range(10 ** 5): x = [x]\nrepr(x)',
      name: null,
    },
    { language: 'javascript', program: 'const f = () => f() + 1;\nf();', name: null },
  ] as const)('$language: $program', async ({ language, program, name }) => {
    // On a busy machine they wait longer for a processor than they need it.
    expect(await run(language, program, patient)).toMatchObject({ kind: 'finished', stop: { name } });
  });
});

describe('runs do not meet', () => {
  test('a later run sees nothing of an earlier one', async () => {
    const write =
      "import builtins, os\nbuiltins.mine = 1\nos.mkdir('/left')\nwith open('/left/note', 'w') as f: f.write('mine')";
    expect(await run('python', write)).toMatchObject({ kind: 'finished', exitCode: 0 });
    const look = "import builtins, os\nprint(os.listdir('/'), hasattr(builtins, 'mine'))";
    expect(await run('python', look)).toMatchObject({ stdout: '[] False\n' });
  });

  test('nothing can be written into the library', async () => {
    const write = "open('/usr/local/lib/python3.11/os.py', 'a').write('mine')";
    expect(await run('python', write)).toMatchObject({ kind: 'finished', stop: { name: null } });
  });

  test('a process that broke is followed by one that works', async () => {
    expect(await run('python', 'import os\nos.abort()')).toMatchObject({
      kind: 'finished',
      stop: { name: null },
    });
    expect(await run('python', 'print(1)')).toMatchObject({ kind: 'finished', stdout: '1\n' });
  });
});

describe('no text is too strange', () => {
  test.each([
    { what: 'a NUL', program: 'print(1)\0', outcome: { exitCode: 1, stop: { name: 'ValueError' } } },
    { what: 'half a letter', program: "print('\ud800')", outcome: { exitCode: 1 } },
    {
      what: 'letters of all the world',
      program: "print('日本語 🎲 \u202e')",
      outcome: { stdout: '日本語 🎲 \u202e\n' },
    },
    {
      what: '20,000 characters',
      program: `x = 1\n#${'é'.repeat(19_983)}\nprint(x)`,
      outcome: { stdout: '1\n' },
    },
    {
      what: 'brackets without end',
      program: '('.repeat(19_000),
      outcome: { exitCode: 1, stop: { line: null } },
    },
    { what: 'nothing', program: '', outcome: { exitCode: 0, stdout: '' } },
  ])('$what', async ({ program, outcome }) => {
    expect(await run('python', program)).toMatchObject({ kind: 'finished', ...outcome });
  });
});
