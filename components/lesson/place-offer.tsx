'use client';

import { useEffect, useState } from 'react';
import { markPart, type PagePart, pageParts } from './contents-links.ts';
import { readPlace } from './reading-place.ts';

export interface PlaceOfferProps {
  /** The name of the text on this device. */
  name: string;
}

/** Offers to continue where the reader stopped last time, until they read on. The script that follows them loads with the first scroll. */
export function PlaceOffer({ name }: PlaceOfferProps) {
  const [stopped, setStopped] = useState<PagePart | undefined>();
  useEffect(() => {
    const parts = pageParts();
    if (parts.length === 0) return;
    const left = new AbortController();
    const { signal } = left;
    const at = readPlace(name);
    // An address with an anchor says already where to read.
    setStopped(window.location.hash ? undefined : parts.find(({ anchor }) => anchor === at));
    const onMove = (anchor: string): void => {
      setStopped(undefined);
      markPart(anchor);
    };
    const follow = async (): Promise<void> => {
      const { followReading } = await import('./follow-reading.ts');
      followReading({ name, anchors: parts.map(({ anchor }) => anchor), signal, onMove });
    };
    window.addEventListener('scroll', () => void follow().catch(() => undefined), {
      once: true,
      passive: true,
      signal,
    });
    return () => left.abort();
  }, [name]);
  if (!stopped) return null;
  return (
    <p role="status" className="resume no-print">
      <a href={`#${stopped.anchor}`} className="button button-quiet">
        Continue where you stopped: {stopped.title}
      </a>
    </p>
  );
}
