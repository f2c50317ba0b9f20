import { expect, test } from 'vitest';
import { importReport } from './import-report.ts';

test('the text of a refused question is shown without its files', () => {
  const source = `<file encoding="base64">${'iVBORw0K'.repeat(20)}==</file>\n<text>Look</text>`;
  const place = { line: 3, column: 1 };
  const refused = { outcome: 'refused', place, title: 'One', kind: 'choice', reason: 'No.', source } as const;
  expect(importReport('q.xml', { items: [refused], notes: [] }, null)).toContain(
    'q.xml:3:1  refused  choice «One»  No.\n    | <file encoding="base64">(162 characters of a file)</file>\n    | <text>Look</text>\n',
  );
});

test('a file without questions is asked about its format', () => {
  expect(importReport('q.xml', { items: [], notes: [] }, null)).toContain('Is the file in the format');
});
