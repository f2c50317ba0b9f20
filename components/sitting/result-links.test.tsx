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

test('a test without a clear verdict has two framed buttons, whatever else it offers', () => {
  const html = renderToStaticMarkup(
    <ResultLinks
      address={{ ...address, activity: 'test' }}
      words={sittingText('test', 'Test this concept', 2)}
      lessonHref="/lesson"
      starting={sent}
      retrying={null}
      continuing={sent}
      recommendation={toTest}
    />,
  );
  expect(html.match(/button-(primary|quiet|bare)/g)).toEqual([
    'button-primary',
    'button-quiet',
    'button-bare',
    'button-bare',
  ]);
});

const to = (title: string, slug: 'deep' | 'practice' | 'test') => ({
  title,
  href: `/${slug}`,
  activity: { lessonId: 'seeds', lessonTitle: 'Seeds', slug, title },
});
const read = { rule: 'read-weak', to: to('Build-up', 'deep'), reason: 'Read it.', day: null } as const;
const practise = {
  rule: 'practise-weak',
  to: to('Practice', 'practice'),
  reason: 'Two.',
  day: null,
} as const;
const retest = { rule: 'retest', to: to('Test', 'test'), reason: 'From Monday.', day: '2026-11-23' } as const;
const settle = { rule: 'settle-doubt', to: to('Test', 'test'), reason: 'No doubt.', day: null } as const;

test.each([
  {
    why: 'not strong: passage, practice, review, and the day of another test',
    result: { steps: [read, practise, retest], nextReview: 'tomorrow', mayContinue: false },
    said: [
      'Build-up. Read it.',
      'Practice. Two.',
      'What was weak is due for review tomorrow.',
      'From Monday. Two left.',
    ],
  },
  {
    why: 'a test that may be continued',
    result: { steps: [practise, retest], nextReview: null, mayContinue: true },
    said: [
      'Practice. Two.',
      'From Monday. Within a day you may answer more questions of this one instead. Two left.',
    ],
  },
  {
    why: 'nothing weak',
    result: { steps: [settle], nextReview: null, mayContinue: true },
    said: ['No doubt. Two left.'],
  },
])('the steps after a test: $why', ({ result, said }) => {
  const html = renderToStaticMarkup(<NextSteps result={result} testsLeft="Two left." />);
  const steps = [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, step = '']) => step.replace(/<[^>]*>/g, ''));
  expect(steps).toEqual(said);
});
