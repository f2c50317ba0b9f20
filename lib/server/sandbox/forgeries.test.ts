import { afterAll, describe, expect, test } from 'vitest';
import type { RunLanguage } from '#lib/item/run.ts';
import { sampled } from '#tests/sampled.ts';
import { allowance } from './interpreter-process.ts';
import { openSandbox } from './sandbox.ts';
import { javascriptForgeries, pythonForgeries } from './testing/forgeries.ts';

const sandbox = openSandbox(allowance);
afterAll(() => sandbox.close());

const wanted = '42';
const call = 'secret(6, 7) if "canary" else 0';
const scriptCall = '"canary" && secret(6, 7)';

/** What a program gets for a call that it was never told, and all that it wrote. */
async function judged(language: RunLanguage, program: string) {
  const calls = [language === 'python' ? call : scriptCall];
  const outcome = await sandbox.run({ language, program, input: 'one\ntwo\n', calls }, 'forger');
  return {
    value: outcome.kind === 'finished' && !outcome.stop ? outcome.values[0] : undefined,
    written: outcome.kind === 'finished' ? outcome.stdout + outcome.stderr : '',
  };
}

describe('a value cannot be forged by one who knows the wanted value', () => {
  test.each(sampled(pythonForgeries, 10, 'forgeries in Python'))('Python: $way', async ({ program }) => {
    const { value, written } = await judged('python', program);
    expect(value).not.toEqual({ gives: wanted });
    expect(written).not.toContain('canary');
  });

  test.each(javascriptForgeries)('JavaScript: $way', async ({ program }) => {
    const { value, written } = await judged('javascript', program);
    expect(value).not.toEqual({ gives: wanted });
    expect(written).not.toContain('canary');
  });

  test('there are thirty of them and more', () => {
    expect(pythonForgeries.length).toBeGreaterThanOrEqual(20);
    expect(javascriptForgeries.length).toBeGreaterThanOrEqual(20);
  });
});

test('a Python program finds its hidden calls in no name, frame or object', async () => {
  const program = `import gc, sys
def frames(frame):
    while frame:
        yield frame.f_locals
        yield frame.f_globals
        frame = frame.f_back
print(globals(), *frames(sys._getframe()), *sys._current_frames().values(), gc.get_objects())
def secret(*_):
    print(globals(), *frames(sys._getframe()))
    return 0`;
  const { written } = await judged('python', program);
  expect(written).toContain('__builtins__');
  expect(written).not.toContain('canary');
});

test.each([
  { language: 'python', program: 'def secret(a, b):\n    return a * b' },
  { language: 'javascript', program: 'const secret = (a, b) => a * b;' },
] as const)('an honest program in $language gives the wanted value', async ({ language, program }) => {
  expect((await judged(language, program)).value).toEqual({ gives: wanted });
});
