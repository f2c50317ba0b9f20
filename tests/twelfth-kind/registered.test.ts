import { expect, test } from 'vitest';
import { kindViews } from '#components/item/kinds/registry.ts';
import { itemTypes } from '#lib/item/registry.ts';
import { slider } from './slider.ts';
import { slider as view } from './slider-view.ts';

test('a twelfth kind is registered on both sides, so the tests of every kind cover it', () => {
  expect(Object.keys(itemTypes)).toHaveLength(12);
  expect(Object.keys(kindViews).toSorted()).toEqual(Object.keys(itemTypes).toSorted());
  expect(itemTypes).toHaveProperty('slider', slider);
  expect(kindViews).toHaveProperty('slider', view);
});
