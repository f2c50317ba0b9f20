import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { SentForm } from '#components/item/form/use-form.ts';
import { SittingSteps } from './sitting-steps.tsx';

const going: SentForm<never, never> = {
  state: null,
  notSent: false,
  outdated: false,
  pending: false,
  form: { action: () => {}, onSubmit: () => {} },
};

test('only a flagged question is a button, which posts its number', () => {
  const html = renderToStaticMarkup(
    <SittingSteps
      statuses={['answered', 'flagged', 'current', 'todo']}
      noun="Question"
      address={{ lessonId: 'seeds', activity: 'test', ordinal: 1 }}
      going={going}
    />,
  );
  expect(html.match(/<button/g)).toHaveLength(1);
  expect(html).toContain('name="question" value="2"');
  expect(html).toMatch(/<button[^>]*>.*Question 2: flagged for later\. Go back to it.*<\/button>/);
});
