'use client';

import { useEffect, useState } from 'react';

/**
 * Milliseconds left until `deadline`, both on the server's clock, `now` being its time when the page was made. Only
 * the time that has passed since then is taken from the browser, so a clock that is wrong there changes nothing.
 */
export function useRemaining(deadline: number, now: number): number {
  const [left, setLeft] = useState(deadline - now);
  useEffect(() => {
    const begun = Date.now();
    const look = (): void => setLeft(Math.max(0, deadline - now - (Date.now() - begun)));
    look();
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [deadline, now]);
  return left;
}
