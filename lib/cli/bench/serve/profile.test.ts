import { expect, test } from 'vitest';
import { moduleOf, topCosts } from './profile.ts';

const node = (id: number, functionName: string, url = '') => ({ id, callFrame: { functionName, url } });

test('self time is summed by function and by module, idle time left out', () => {
  const nodes = [
    node(1, 'render', 'file:///app/node_modules/next/react.js'),
    node(2, '', 'file:///app/node_modules/next/react.js'),
    node(3, '(idle)'),
    node(4, '(garbage collector)'),
    node(5, 'writeBuffer'),
    // A function that is called from two places has two nodes.
    node(6, 'render', 'file:///app/node_modules/next/react.js'),
  ];
  const costs = topCosts(
    { nodes, startTime: 0, samples: [1, 2, 3, 4, 5, 6], timeDeltas: [300, 200, 5000, 250, 150, 100] },
    { from: 0, to: 6000 },
    3,
  );
  // 1,000 microseconds were busy.
  expect(costs.functions).toEqual([
    { name: 'render in next/react.js', share: 0.4 },
    { name: '(garbage collector)', share: 0.25 },
    { name: '(anonymous) in next/react.js', share: 0.2 },
  ]);
  expect(costs.modules).toEqual([
    { name: 'next/react.js', share: 0.6 },
    { name: '(garbage collector)', share: 0.25 },
    { name: '(native)', share: 0.15 },
  ]);
});

test('what comes before or after the period does not count', () => {
  const nodes = [node(1, 'start'), node(2, 'serve'), node(3, 'stop')];
  // The samples end at 1,100, 1,300, 1,500 and 1,900.
  const profile = { nodes, startTime: 1000, samples: [1, 2, 2, 3], timeDeltas: [100, 200, 200, 400] };
  expect(topCosts(profile, { from: 1200, to: 1600 }).functions).toEqual([{ name: 'serve', share: 1 }]);
});

test.each([
  ['file:///srv/node_modules/next/dist/a.js', 'next/dist/a.js'],
  ['/srv/.next/server/chunks/ssr/b.js', 'server/chunks/ssr/b.js'],
  ['node:internal/streams', 'node:internal/streams'],
])('the module of %s is %s', (url, module) => expect(moduleOf(url)).toBe(module));
