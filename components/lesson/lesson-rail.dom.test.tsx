import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dispatchAnswered } from '#components/shell/answered-event.ts';
import { LessonRail, type LessonRailProps } from './lesson-rail.tsx';
import { NearRail } from './near-rail.tsx';
import { PlaceOffer } from './place-offer.tsx';
import { RailContents } from './rail-contents.tsx';
import { keepPlace, readPlace } from './reading-place.ts';

const rail: LessonRailProps = {
  lesson: {
    id: 'seeds',
    path: '/tracks/mlops/seeds',
    title: 'Random seeds',
    track: 'mlops',
    trackTitle: 'MLOps',
  },
  activities: [
    {
      slug: 'introduction',
      path: '/tracks/mlops/seeds',
      title: 'Introduction',
      minutes: 5,
      ...progress(2, 2),
    },
    { slug: 'deep', path: '/tracks/mlops/seeds/deep', title: 'Deep dive', minutes: 12, ...progress(0, 4) },
    { slug: 'try', path: '/tracks/mlops/seeds/try', title: 'Try', minutes: 10, ...progress(1, 5) },
  ],
  test: { path: '/tracks/mlops/seeds/test', label: 'Test me', remark: 'recommended', questions: 10 },
  current: 'deep',
  contents: (
    <RailContents
      entries={[
        { title: 'Where it fits', anchor: 's-where-it-fits' },
        { title: 'Limits', anchor: 's-limits' },
      ]}
    />
  ),
};

function progress(done: number, total: number) {
  return { progress: { done, total } };
}

let place: HTMLElement;
let root: Root;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.clear();
  place = document.createElement('div');
  document.body.replaceChildren(place);
  root = createRoot(place);
});

afterEach(() => vi.unstubAllGlobals());

const show = (props: LessonRailProps) => act(async () => root.render(<LessonRail {...props} />));
const read = (name = 'ada/seeds/deep') =>
  act(async () =>
    root.render(
      <>
        <LessonRail {...rail} />
        <PlaceOffer name={name} />
      </>,
    ),
  );
const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ');
const link = (name: string) => [...place.querySelectorAll('a')].find((one) => words(one)?.startsWith(name));

test('the activities say what is done of them, and the whole how much is left', async () => {
  await show(rail);
  expect(words(link('Introduction'))).toBe('Introduction2 of 2 done5 min');
  expect(words(link('Deep dive'))).toBe('Deep dive12 min');
  expect(link('Deep dive')?.getAttribute('aria-current')).toBe('page');
  // 12 minutes of the deep dive and four fifths of the 10 of Try.
  expect(words(place)).toContain('1 of 3 done · about 20 min left');
  expect(words(place.querySelector('.lesson-bar strong'))).toBe('2/3 Deep dive');
});

test('an answer on the page moves the progress on', async () => {
  await act(async () => root.render(<NearRail {...rail} />));
  await vi.waitFor(() => expect(link('Deep dive')).toBeDefined());
  const update = {
    lessonId: 'seeds',
    activity: 'deep',
    here: { done: 4, total: 4 },
    whole: { done: 7, total: 11 },
  };
  await act(async () => dispatchAnswered({ totals: null, gained: 0, badge: null, progress: update }));
  expect(words(link('Deep dive'))).toBe('Deep dive4 of 4 done12 min');
  expect(words(place)).toContain('2 of 3 done · 8 min left');
  expect(words(place.querySelector('.lesson-bar'))).toContain('2/3 Deep divedone');
});

test('a visitor sees minutes and no progress', async () => {
  await show({ ...rail, activities: rail.activities.map((one) => ({ ...one, progress: null })) });
  expect(words(place)).toContain('3 activities · about 25 min');
  expect(words(place)).not.toContain('done');
});

test('the contents are below the current activity, and its links lead into the page', async () => {
  await show(rail);
  const contents = place.querySelector('[aria-label="On this page"]');
  expect(contents?.closest('li')?.querySelector('a')).toBe(link('Deep dive'));
  expect([...(contents?.querySelectorAll('a') ?? [])].map((one) => one.getAttribute('href'))).toEqual([
    '#s-where-it-fits',
    '#s-limits',
  ]);
});

test('a lesson without a test has no link to one, a text without headings no contents', async () => {
  await show({ ...rail, test: null, contents: null });
  expect(link('Test')).toBeUndefined();
  expect(place.querySelector('[aria-label="On this page"]')).toBeNull();
});

test('the bar opens the list without a script', () => {
  place.innerHTML = renderToStaticMarkup(<LessonRail {...rail} />);
  const opener = place.querySelector('.lesson-bar button');
  const list = document.getElementById(opener?.getAttribute('popovertarget') ?? '');
  expect(list?.getAttribute('popover')).toBe('auto');
  expect(list?.tagName).toBe('NAV');
});

test('a place that was left is offered again, and does not take the focus', async () => {
  keepPlace('ada/seeds/deep', 's-limits');
  await read();
  const offer = link('Continue where you stopped');
  expect(words(offer)).toBe('Continue where you stopped: Limits');
  expect(offer?.getAttribute('href')).toBe('#s-limits');
  expect(document.activeElement).toBe(document.body);
});

test('the place of another user of the device is not offered', async () => {
  keepPlace('ben/seeds/deep', 's-limits');
  await read();
  expect(link('Continue where you stopped')).toBeUndefined();
});

test('a place that is no longer in the text is not offered', async () => {
  keepPlace('ada/seeds/deep', 's-removed');
  await read();
  expect(link('Continue where you stopped')).toBeUndefined();
});

test('scrolling marks the part that is read and remembers it', async () => {
  await read();
  for (const [id, top] of [
    ['s-where-it-fits', -900],
    ['s-limits', 40],
  ] as const) {
    const heading = document.createElement('h2');
    heading.id = id;
    heading.getBoundingClientRect = () => new DOMRect(0, top, 300, 30);
    document.body.append(heading);
  }
  const hidden = document.createElement('h2');
  hidden.id = 's-summary';
  hidden.style.display = 'none';
  document.body.append(hidden);
  await act(async () => {
    window.dispatchEvent(new Event('scroll'));
    await import('./follow-reading.ts');
  });
  await vi.waitFor(() => expect(readPlace('ada/seeds/deep')).toBe('s-limits'));
  expect(link('Limits')?.getAttribute('aria-current')).toBe('location');
  expect(link('Where it fits')?.getAttribute('aria-current')).toBeNull();
});
