import { afterEach, expect, test, vi } from 'vitest';
import { runtimePath } from '#lib/interpreter/runtime.ts';
import { themeScript } from '#lib/theme-script.mjs';

type Rules = Record<'createHTML' | 'createScript' | 'createScriptURL', (text: string) => string | undefined>;

/** The rules that the file gives to the browser. */
async function loadedRules(): Promise<Rules> {
  const given: Rules[] = [];
  vi.stubGlobal('trustedTypes', {
    defaultPolicy: null,
    createPolicy: (_name: string, rules: Rules) => given.push(rules),
  });
  vi.resetModules();
  await import('./trusted-types.ts');
  const [rules] = given;
  if (!rules) throw new Error('No policy was made');
  return rules;
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  { rule: 'createHTML' as const, text: '<script></script>' },
  { rule: 'createHTML' as const, text: ':root { color: red }' },
  { rule: 'createScript' as const, text: themeScript },
  { rule: 'createScriptURL' as const, text: '/_next/static/chunks/a.js' },
  { rule: 'createScriptURL' as const, text: `${location.origin}/_next/static/chunks/a.js` },
  { rule: 'createScriptURL' as const, text: runtimePath('browser-worker.mjs') },
])('$rule lets $text through', async ({ rule, text }) => {
  expect((await loadedRules())[rule](text)).toBe(text);
});

test.each([
  { rule: 'createHTML' as const, text: '<script>alert(1)</script>' },
  { rule: 'createHTML' as const, text: '<img src=x onerror=alert(1)>' },
  { rule: 'createScript' as const, text: `${themeScript};alert(1)` },
  { rule: 'createScriptURL' as const, text: 'https://other.example/_next/static/chunks/a.js' },
  { rule: 'createScriptURL' as const, text: '//other.example/_next/static/chunks/a.js' },
  { rule: 'createScriptURL' as const, text: '/_next/static/../../texts/a' },
  { rule: 'createScriptURL' as const, text: '/texts/a' },
  { rule: 'createScriptURL' as const, text: 'data:text/javascript,/_next/static/' },
  { rule: 'createScriptURL' as const, text: 'blob:/_next/static/a' },
])('$rule refuses $text', async ({ rule, text }) => {
  expect((await loadedRules())[rule](text)).toBeUndefined();
});
