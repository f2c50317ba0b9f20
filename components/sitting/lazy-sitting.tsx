'use client';

import { lazy } from 'react';

/** A challenge or test whose scripts are sent to its own pages alone. */
export const LazySitting = lazy(() => import('./sitting.tsx').then((file) => ({ default: file.Sitting })));
