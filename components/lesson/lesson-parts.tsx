import { Plot } from './plot.tsx';
import type { Parts } from './rich.tsx';
import { textParts } from './text-parts.tsx';
import { Trace } from './trace.tsx';

/** Everything a lesson's text may hold but its items, which a page adds: `{ ...lessonParts, Item }`. */
export const lessonParts = { ...textParts, Plot, Trace } as const satisfies Parts;
