import type { KeepGate } from '#lib/mastery/gated-content.ts';
import type { KeptResults } from './kept-results.ts';
import { choicesOf } from './messages.ts';

/** Keeps what the gate says about lessons. */
export const keepGates = (kept: KeptResults): KeepGate => ({
  gate: (madeFrom, make) => kept.get('gate', [madeFrom], make),
  count: (lesson, make) => choicesOf(lesson) ?? kept.get('choices', [lesson.hash], make),
});
