import { expect, test } from 'vitest';
import { outageOf } from './outage.mjs';

const failure = (code: string, message = 'as the driver says it') =>
  Object.assign(new Error(message), { code });

// https://sqlite.org/rescode.html and https://www.postgresql.org/docs/15/errcodes-appendix.html
test.each([
  { code: 'SQLITE_FULL', outage: 'full' },
  { code: 'SQLITE_IOERR_WRITE', outage: 'down' },
  { code: 'SQLITE_BUSY_SNAPSHOT', outage: 'locked' },
  { code: 'SQLITE_CORRUPT_INDEX', outage: 'damaged' },
  { code: 'SQLITE_CONSTRAINT_UNIQUE', outage: null },
  { code: 'SQLITE_ERROR', outage: null },
  { code: '53100', outage: 'full' },
  { code: '53300', outage: 'down' },
  { code: '55P03', outage: 'locked' },
  { code: '57P01', outage: 'down' },
  { code: '08006', outage: 'down' },
  { code: 'XX001', outage: 'damaged' },
  { code: '23505', outage: null },
  { code: '42601', outage: null },
  { code: 'ECONNREFUSED', outage: 'down' },
  { code: 'ERR_INVALID_ARG_TYPE', outage: null },
])('$code is $outage', ({ code, outage }) => expect(outageOf(failure(code))).toBe(outage));

test('is found behind the errors that wrap it', () => {
  const cause = new Error('Failed query', { cause: failure('SQLITE_FULL') });
  expect(outageOf(new Error('Another process holds the lock', { cause }))).toBe('full');
  expect(outageOf(new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')]))).toBe('down');
});

test('a lost connection has no code', () => {
  expect(outageOf(new Error('Connection terminated unexpectedly'))).toBe('down');
  expect(outageOf(new Error('Cannot read properties of undefined'))).toBeNull();
  expect(outageOf('thrown text')).toBeNull();
});
