import type { Rich as RichText } from '#lib/text/rich.ts';
import { Rich } from './rich.tsx';

/** The program with line numbers; the line that has just run is marked by an arrow, a bar and a tint. */
export function TraceCode({ lines, current }: { lines: RichText; current: number }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard
    <section aria-label="Program" tabIndex={0} className="code-box px-0">
      <code className="block w-fit min-w-full">
        {lines.map((line, index) => {
          const here = index + 1 === current;
          return (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a program do not move
              key={index}
              aria-current={here ? 'step' : undefined}
              className={`block border-s-4 pe-4 ps-2 transition-colors ${here ? 'border-accent bg-accent-tint' : 'border-transparent'}`}
            >
              <span
                aria-hidden="true"
                className={`me-4 inline-block w-6 text-end select-none ${here ? 'font-semibold text-accent' : 'text-ink-soft'}`}
              >
                {index + 1}
              </span>
              <Rich nodes={[line]} />
            </span>
          );
        })}
      </code>
    </section>
  );
}
