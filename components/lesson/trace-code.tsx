import type { Rich as RichText } from '#lib/text/rich.ts';
import { Rich } from './rich.tsx';

/** The program with line numbers; the line that has just run is marked by a bar and a tint. */
export function TraceCode({ lines, current }: { lines: RichText; current: number }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard
    <section aria-label="Program" tabIndex={0} className="code-box trace-code">
      <code className="block w-fit min-w-full">
        {lines.map((line, index) => {
          const here = index + 1 === current;
          return (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a program do not move
              key={index}
              ref={here ? showInBox : undefined}
              aria-current={here ? 'step' : undefined}
              className="trace-line"
            >
              <span aria-hidden="true">{index + 1}</span>
              <Rich nodes={[line]} />
            </span>
          );
        })}
      </code>
    </section>
  );
}

/** On a phone the program scrolls in its box, so that the values below stay in sight. */
function showInBox(line: HTMLElement | null): void {
  line?.closest('section')?.scrollTo({ top: line.offsetTop - 96 });
}
