import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LessonFindings } from './lesson-findings.tsx';

const finding = {
  file: 'content/tracks/git/commits/why.mdx',
  line: 3,
  column: 7,
  severity: 'error',
  rule: 'prose-less-than',
  message: 'A `<` in prose begins a tag.',
} as const;

test('an author sees the place, the cure and the rule of each mistake, as text', () => {
  const html = renderToStaticMarkup(<LessonFindings findings={[finding]} />);
  expect(html).toContain('One mistake keeps this page from being shown');
  expect(html).toContain('content/tracks/git/commits/why.mdx:3:7');
  expect(html).toContain('A <code>&lt;</code> in prose begins a tag.');
  expect(html).toContain('prose-less-than');
});
