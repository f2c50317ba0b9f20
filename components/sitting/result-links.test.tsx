import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { SentForm } from '#components/item/form/use-form.ts';
import type { SittingAddress } from '#lib/sitting/served-item.ts';
import { NextSteps } from './next-steps.tsx';
import { ResultLinks } from './result-links.tsx';
import { sittingText } from './sitting-text.ts';

const address: SittingAddress = { lessonId: 'seeds', activity: 'challenge', ordinal: 1 };
const sent: SentForm<never, never> = {
  state: null,
  notSent: false,
  outdated: false,
  pending: false,
  form: { action: () => {}, onSubmit: () => {} },
};
const toTest = {
  rule: 'test-after-challenge',
  to: { title: 'Test this concept', href: '/test', activity: null },
  reason: '',
  day: null,
} as const;

/** The words of the primary buttons, in their order. */
function loudest(html: string): string[] {
  return [...html.matchAll(/<(a|button)[^>]*button-primary.*?<\/\1>/g)].map(([button]) =>
    button.replace(/<[^>]*>/g, ''),
  );
}

test.each([
  { why: 'after the badge the next step', next: toTest, missed: false, words: ['Next: Test this concept'] },
  { why: 'after a miss another round', next: null, missed: true, words: ['Retry the missed questions'] },
  { why: 'with nothing else to do the lesson', next: null, missed: false, words: ['Back to the lesson'] },
])('the loudest button of a challenge: $why', ({ next, missed, words }) => {
  const html = renderToStaticMarkup(
    <ResultLinks
      address={address}
      words={sittingText('challenge', 'Challenge')}
      lessonHref="/lesson"
      starting={sent}
      retrying={missed ? sent : null}
      continuing={null}
      recommendation={next}
    />,
  );
  expect(loudest(html)).toEqual(words);
});

const unsure = { outcome: 'unsure', objectives: [], recommendation: null, nextReview: null } as const;

test.each([
  { result: { ...unsure, mayContinue: true }, first: 'Answer more questions within a day, or take' },
  { result: { ...unsure, mayContinue: false }, first: 'Take another test' },
  { result: { ...unsure, mayContinue: false, nextReview: 'tomorrow' }, first: 'What was weak is due' },
])('the list of next steps begins with $first', ({ result, first }) => {
  const items = renderToStaticMarkup(<NextSteps result={result} testsLeft="" />).split('<li>');
  expect(items[1]).toMatch(new RegExp(`^${first}`));
});
