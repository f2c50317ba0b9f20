import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type MapStone, StoneMap } from './stone-map.tsx';

const stone = (slug: string, more: Partial<MapStone> = {}): MapStone => ({
  slug,
  title: `The ${slug}`,
  path: `/tracks/t/${slug}`,
  minutes: 30,
  prerequisites: [],
  level: null,
  ...more,
});

function drawn(...lessons: MapStone[]): HTMLElement {
  const place = document.createElement('div');
  place.innerHTML = renderToStaticMarkup(<StoneMap lessons={lessons} />);
  return place;
}

const pathsOf = (map: HTMLElement) => [...map.querySelectorAll('path')].filter((path) => !path.closest('li'));

test('each lesson is one link, in the order of the track, with its state in words', () => {
  const map = drawn(stone('seeds', { level: 'strong' }), stone('pins', { level: 'new' }));
  const lines = [...map.querySelectorAll('li')].map(({ textContent }) => textContent);
  expect(lines).toEqual(['The seeds30 min · Strong', 'The pins30 min']);
  expect([...map.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '/tracks/t/seeds',
    '/tracks/t/pins',
  ]);
});

test('a path is drawn for each prerequisite', () => {
  const map = drawn(stone('a'), stone('b'), stone('c', { prerequisites: ['a', 'b'] }));
  expect(pathsOf(map)).toHaveLength(2);
});

test('a track with a long chain is a list without paths', () => {
  const slugs = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const chain = slugs.map((slug, at) => stone(slug, { prerequisites: slugs.slice(Math.max(0, at - 1), at) }));
  const map = drawn(...chain);
  expect(map.querySelectorAll('li')).toHaveLength(7);
  expect(pathsOf(map)).toHaveLength(0);
});
