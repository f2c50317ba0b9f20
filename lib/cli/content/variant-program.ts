import type { RunLanguage } from '#lib/item/run.ts';

/** Lines that come before the author's own, so that errors are reported in theirs. */
export const linesBefore = 1;

/** The generator of JavaScript has no seed: this is mulberry32 of Tommy Ettinger (public domain). */
const mulberry32 =
  'let s = seed; Math.random = () => { s = (s + 0x6d2b79f5) | 0; let t = Math.imul(s ^ (s >>> 15), 1 | s); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };';

/** The author's program with the seed of one variant: in the variable `seed`, and set in the usual generator of chance. */
export function variantProgram(language: RunLanguage, program: string, seed: number): string {
  const before =
    language === 'python'
      ? `import random; seed = ${seed}; random.seed(seed)`
      : `const seed = ${seed}; { ${mulberry32} }`;
  return `${before}\n${program}`;
}
