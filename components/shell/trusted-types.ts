import { runtimePath } from '#lib/interpreter/runtime.ts';
import { themeScript } from '#lib/theme-script.mjs';

interface TrustedTypes {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: PolicyRules): { createHTML(text: string): string };
}

/** A rule without a result refuses the text, and the browser throws an error. */
interface PolicyRules {
  readonly createHTML?: (text: string) => string | undefined;
  readonly createScript?: (text: string) => string | undefined;
  readonly createScriptURL?: (address: string) => string | undefined;
}

declare global {
  var trustedTypes: TrustedTypes | undefined;
}

/** What React assigns to `innerHTML` when it makes an element for a script. */
const emptyScript = '<script></script>';

/** Text without a tag makes no element; Next writes its style sheet of error pages in this way. */
const isHarmless = (text: string): boolean => text === emptyScript || !text.includes('<');

/** Whether a page may load a script from here: from the build, the worker that runs programs, or the one that keeps pages. */
function isOurScript(address: string): boolean {
  const { origin, pathname } = new URL(address, location.href);
  if (origin !== location.origin) return false;
  return (
    pathname.startsWith('/_next/static/') ||
    pathname === runtimePath('browser-worker.mjs') ||
    pathname === '/sw.js'
  );
}

/**
 * Decides on text that becomes markup or the address of a script without a policy of its own. Next loads this file before
 * all others (`instrumentationClientInject`), in browsers only.
 */
if (globalThis.trustedTypes && !globalThis.trustedTypes.defaultPolicy) {
  globalThis.trustedTypes.createPolicy('default', {
    createHTML: (text) => (isHarmless(text) ? text : undefined),
    // React makes the element again when it draws a whole page, such as one that was not found.
    createScript: (text) => (text === themeScript ? text : undefined),
    createScriptURL: (address) => (isOurScript(address) ? address : undefined),
  });
}
