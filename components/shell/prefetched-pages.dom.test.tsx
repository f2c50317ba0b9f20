import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dispatchAnswered } from './answered-event.ts';
import { PrefetchedPages } from './prefetched-pages.ts';

let pages: PrefetchedPages;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  pages = new PrefetchedPages();
  stop = pages.watch();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const answer = () => dispatchAnswered({ totals: null, progress: null, gained: 0, badge: null });

test('a page is fetched once, and again when the router has dropped it', () => {
  expect(pages.add('/today')).toBe(true);
  expect(pages.add('/today')).toBe(false);
  expect(pages.add('/badges')).toBe(true);
  vi.advanceTimersByTime(30_000);
  expect(pages.add('/today')).toBe(true);
});

test('a page is outdated by an answer that is recorded after it was fetched', () => {
  pages.add('/today');
  expect(pages.isOutdated('/today')).toBe(false);
  answer();
  pages.add('/badges');
  expect(pages.isOutdated('/today')).toBe(true);
  expect(pages.isOutdated('/badges')).toBe(false);
  expect(pages.isOutdated('/never-fetched')).toBe(false);
});

test('a page is outdated by a form that is sent after it was fetched', () => {
  const form = document.body.appendChild(document.createElement('form'));
  pages.add('/today');
  form.dispatchEvent(new Event('submit', { bubbles: true }));
  expect(pages.isOutdated('/today')).toBe(true);
  form.remove();
});

test('after the router has forgotten all pages none is outdated, and each is fetched anew', () => {
  pages.add('/today');
  answer();
  pages.clear();
  expect(pages.isOutdated('/today')).toBe(false);
  expect(pages.add('/today')).toBe(true);
});
