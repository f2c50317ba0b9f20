import { boxParts } from './box-parts.tsx';
import { layoutParts } from './layout-parts.tsx';
import { Plot } from './plot.tsx';
import type { Parts } from './rich.tsx';
import { Trace } from './trace.tsx';

/** The components of a lesson’s text except items, which a page adds: `{ ...lessonParts, Item }`. */
export const lessonParts = { ...boxParts, ...layoutParts, Plot, Trace } as const satisfies Parts;
