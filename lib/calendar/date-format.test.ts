import { expect, test } from 'vitest';
import { dateFormat } from './date-format.ts';

const inZone = (timeZone: string) => dateFormat('en-GB', { timeZone, dateStyle: 'long' });

test('one format serves all calls with the same options', () => {
  expect(inZone('Europe/Berlin')).toBe(inZone('Europe/Berlin'));
});

test('formats of other zones, locales or options are apart', () => {
  const at = new Date('2026-11-22T23:30:00Z');
  expect(inZone('UTC').format(at)).toBe('22 November 2026');
  expect(inZone('Europe/Berlin').format(at)).toBe('23 November 2026');
  expect(dateFormat('en-US', { timeZone: 'UTC', dateStyle: 'long' }).format(at)).toBe('November 22, 2026');
  expect(dateFormat('en-GB', { timeZone: 'UTC', weekday: 'long' }).format(at)).toBe('Sunday');
});

test('the least recently used of more than 500 is made again', () => {
  const [first, second] = [inZone('Asia/Tokyo'), inZone('Asia/Seoul')];
  for (let n = 0; n < 499; n++) {
    inZone('Asia/Tokyo');
    // An option that this style has no use for gives other options with the same result.
    dateFormat('en-GB', {
      timeZone: 'UTC',
      dateStyle: 'long',
      numberingSystem: `x${String(n).padStart(4, '0')}`,
    });
  }
  expect(inZone('Asia/Tokyo')).toBe(first);
  expect(inZone('Asia/Seoul')).not.toBe(second);
});
