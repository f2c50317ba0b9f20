import { expect, test } from 'vitest';
import { refusalLog } from './refusal-log.mjs';

function logged() {
  let nowMs = 0;
  const lines: string[] = [];
  const log = refusalLog(
    (line) => lines.push(line),
    () => nowMs,
  );
  return { lines, log, pass: (ms: number) => (nowMs += ms) };
}

test('ten lines at once, then one in ten seconds with the number of those left out', () => {
  const { lines, log, pass } = logged();
  for (let n = 0; n < 50; n += 1) log(400, { method: 'GET', url: '/%ff' }, 'not well formed');
  expect(lines).toEqual(Array.from({ length: 10 }, () => 'refused 400 GET /%ff: not well formed'));
  pass(10_000);
  for (let n = 0; n < 50; n += 1) log(400, { method: 'GET', url: '/%ff' }, 'not well formed');
  expect(lines.slice(10)).toEqual(['refused 400 GET /%ff: not well formed (and 40 more)']);
});

test('a line is short, is one line, and holds no query', () => {
  const { lines, log } = logged();
  log(
    400,
    { method: 'POST', url: `/${'a'.repeat(1000)}?password=secret` },
    'Error: first\nat stack\u001b[31m',
  );
  expect(lines).toEqual([`refused 400 POST /${'a'.repeat(79)}…: Error: first`]);
});
