import { Disclosure } from '#components/ui/disclosure.tsx';

/** What runs before the learner's program: folded, to be read and not changed. */
export function SetupCode({ code }: { code: string }) {
  const lines = code.split('\n').length;
  const summary = `Given code: ${lines} ${lines === 1 ? 'line runs' : 'lines run'} before your program`;
  return (
    <Disclosure summary={summary} className="mb-2 text-sm">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard */}
      <section aria-label="Given code" tabIndex={0} className="code-box max-h-80 overflow-y-auto">
        <pre dir="ltr">{code}</pre>
      </section>
    </Disclosure>
  );
}
