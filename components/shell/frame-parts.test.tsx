import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { frameParts } from './frame-parts.tsx';

test.each([
  { part: 'homeLink', shows: ['href="/"', 'Surefoot'] },
  { part: 'search', shows: ['action="/search"', 'href="/search"'] },
  {
    part: 'personLinks',
    shows: [
      'href="/profile"',
      'href="/progress"',
      'href="/notes"',
      'href="/profile#settings"',
      'action="/api/auth/leave"',
    ],
  },
  { part: 'streakRule', shows: ['A day counts when you answer'] },
  { part: 'pointsRule', shows: ['A question pays once'] },
  { part: 'menuButton', shows: ['popoverTarget="site-menu"', 'aria-label="Menu"'] },
  { part: 'offlineNote', shows: ['No connection.'] },
  { part: 'footerLinks', shows: ['href="/help"', 'Handbook'] },
] as const)('$part is in the markup, and not in what React sends of it', async ({ part, shows }) => {
  const { [part]: element } = await frameParts();
  const markup = renderToStaticMarkup(element);
  for (const text of shows) expect(markup).toContain(text);
  // 32 digits of a hash, the number of a section and a class.
  expect(JSON.stringify(element.props).length).toBeLessThan(100);
});
