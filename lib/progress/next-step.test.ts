import { expect, test } from 'vitest';
import { nextStep, type StepFacts } from './next-step.ts';

const way = (title: string) => ({ title, path: `/${title}` });
const none: StepFacts = { missed: 0, todo: 0, open: null, test: null, verdict: null, nextLesson: null };
const all: StepFacts = { ...none, open: way('deep'), test: way('test'), nextLesson: way('next') };

test.each<{ facts: StepFacts; step: string | null; why: string }>([
  { facts: { ...all, missed: 2 }, step: 'missed', why: 'what was missed comes first' },
  { facts: { ...all, missed: 2, todo: 1 }, step: 'deep', why: 'but not before the round is through' },
  { facts: all, step: 'deep', why: 'then the next open part of the lesson' },
  { facts: { ...all, verdict: 'strong' }, step: 'next', why: 'who is strong goes on to the next lesson' },
  { facts: { ...all, verdict: 'strong', nextLesson: null }, step: 'deep', why: 'or finishes this one' },
  { facts: { ...all, open: null }, step: 'test', why: 'a finished lesson is tested' },
  { facts: { ...all, open: null, verdict: 'unsure' }, step: 'test', why: 'and tested again while in doubt' },
  { facts: { ...all, open: null, test: null }, step: 'next', why: 'without a test the next lesson follows' },
  { facts: none, step: null, why: 'and at the end of all there is nothing to urge' },
])('$why', ({ facts, step }) => {
  const next = nextStep(facts);
  expect(next && (next.kind === 'go' ? next.way.title : next.kind)).toBe(step);
});
