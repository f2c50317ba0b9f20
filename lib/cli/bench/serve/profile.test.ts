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
    { nodes, samples: [1, 2, 3, 4, 5, 6], timeDeltas: [300, 200, 5000, 250, 150, 100] },
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

test.each([
  ['file:///srv/node_modules/next/dist/a.js', 'next/dist/a.js'],
  ['/srv/.next/server/chunks/ssr/b.js', 'server/chunks/ssr/b.js'],
  ['node:internal/streams', 'node:internal/streams'],
])('the module of %s is %s', (url, module) => expect(moduleOf(url)).toBe(module));
