import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ActiveWeek } from '#lib/progress/active-week.ts';
import { WeekStrip } from './week-strip.tsx';

const days = ['2026-11-30', '2026-12-01', '2026-12-02'] as const;

test('the stone of a day to come is paler, its name is not: paler text could not be read', () => {
  const states = ['today', 'ahead', 'ahead'] as const;
  const none = { answers: 0, right: 0 };
  const week: ActiveWeek = {
    ...none,
    active: 0,
    days: days.map((day, at) => ({ day, ...none, state: states[at] ?? 'none' })),
  };
  const html = renderToStaticMarkup(<WeekStrip week={week} goal={3} />);
  const paler = [...html.matchAll(/<(\w+)[^>]*opacity-60/g)].map(([, tag]) => tag);
  expect(paler).toEqual(['svg', 'svg']);
});
