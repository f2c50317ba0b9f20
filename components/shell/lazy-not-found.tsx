'use client';

import { lazy } from 'react';

const PageNotFound = lazy(() =>
  import('./page-not-found.tsx').then((file) => ({ default: file.PageNotFound })),
);

/** Every page carries what it would show at an address without a page, so its text and script load when they are shown. */
export function LazyNotFound() {
  return <PageNotFound />;
}
