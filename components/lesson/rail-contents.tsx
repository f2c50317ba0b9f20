import type { ContentsEntry } from '#lib/lesson/passages.ts';
import { contentsClass } from './contents-links.ts';

/** The contents of a page, below its activity in the rail: the same for everyone, so they are made once. */
export function RailContents({ entries }: { entries: readonly ContentsEntry[] }) {
  return (
    <ol aria-label="On this page" className={contentsClass}>
      {entries.map(({ anchor, title, isNested }) => (
        <li key={anchor}>
          <a href={`#${anchor}`} className={isNested ? 'nested' : undefined}>
            {title}
          </a>
        </li>
      ))}
    </ol>
  );
}
