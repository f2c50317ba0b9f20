import type { Parts } from './rich.tsx';
import type { SectionedText } from './static-sections.tsx';
import { StaticText } from './static-text.tsx';
import { flowClass, Run, runsClass } from './text-runs.tsx';

export interface SectionedFlowProps {
  text: SectionedText;
  /** Components of the parts that are not static. */
  parts: Parts;
  className?: string | undefined;
}

/** A `Flow` of a whole page’s text, whose static sections are sent as markup alone. */
export function SectionedFlow({ text: { hash, sections }, parts, className = '' }: SectionedFlowProps) {
  return (
    <div className={`${flowClass} ${className}`}>
      {sections.map((section, position) =>
        section.kind === 'static' ? (
          <StaticText
            key={`${hash}/${section.index}`}
            hash={hash}
            section={section.index}
            className={runsClass}
          />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a compiled text does not change its order
          <Run key={position} run={section.run} first={section.first} parts={parts} />
        ),
      )}
    </div>
  );
}
