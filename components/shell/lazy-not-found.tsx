'use client';

import { lazyPart } from '#components/ui/lazy-near.ts';

const PageNotFound = lazyPart(() => import('./page-not-found.tsx').then((file) => file.PageNotFound));

/** Every page carries what it would show at an address without a page, so its text and script load when they are shown. */
export function LazyNotFound() {
  return <PageNotFound />;
}
