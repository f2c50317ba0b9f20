'use client';

import { useState } from 'react';

/** The one interactive part, so that its script is the least that an interactive page can load. */
export function Counter() {
  const [count, setCount] = useState(0);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      Pressed {count} times
    </button>
  );
}
