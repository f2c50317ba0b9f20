import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { currentOutage, noteFailure, noteSuccess, outageResponse, unlessOut } from './outage.ts';

/** The error of a database that may not grow any more. */
function fullDisk(): unknown {
  const small = new Sqlite(':memory:');
  small.exec('PRAGMA max_page_count = 2; CREATE TABLE answers (text TEXT)');
  try {
    for (;;) small.prepare('INSERT INTO answers VALUES (?)').run('x'.repeat(1_000));
  } catch (error) {
    return error;
  }
}

// There is one state for the process, and another file may have left an outage in it.
beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
  noteSuccess(Number.MAX_SAFE_INTEGER);
  vi.restoreAllMocks();
});

afterEach(() => vi.restoreAllMocks());

test('an outage lasts until a write succeeds ten seconds after the last failure', () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  expect(currentOutage()).toBeNull();
  expect(noteFailure(fullDisk(), 1_000)).toBe('full');
  // A small write may find the last room.
  noteSuccess(2_000);
  noteFailure(fullDisk(), 5_000);
  noteSuccess(14_999);
  expect(currentOutage()).toBe('full');
  noteSuccess(15_000);
  expect(currentOutage()).toBeNull();
  // One line when it begins, and one when it ends.
  expect(log.mock.calls).toEqual([
    ['The disk of the database is full: nothing can be saved. (database or disk is full)'],
    ['The database takes writes again.'],
  ]);
});

test('the log has the words of the driver, and not the query with its values', () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  noteFailure(new Error('Failed query: select "name" from "users"\nparams: una-read', { cause: fullDisk() }));
  expect(log.mock.calls).toEqual([
    ['The disk of the database is full: nothing can be saved. (database or disk is full)'],
  ]);
});

test('a bug is no outage, and is thrown', async () => {
  const bug = new TypeError('Cannot read properties of undefined');
  await expect(unlessOut(() => Promise.reject(bug), outageResponse)).rejects.toBe(bug);
  expect(currentOutage()).toBeNull();
});

test('a route answers 503 with words during an outage', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const response = await unlessOut(() => Promise.reject(fullDisk()), outageResponse);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('30');
  expect(await response.text()).toContain('the disk of the school’s server is full');
  expect(currentOutage()).toBe('full');
});
