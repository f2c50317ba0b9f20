'use client';

import { lazyPart } from '#components/ui/lazy-near.ts';

/** Puts notes beside their passages; its script loads only where there are notes. */
export const LateMarginNotes = lazyPart(() => import('./margin-notes.ts').then((file) => file.MarginNotes));
