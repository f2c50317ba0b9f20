'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Shows where a block went: from its old place to its new one in 150 ms, at once with reduced motion. */
export function useGlide(list: RefObject<HTMLElement | null>, order: readonly string[]): void {
  const tops = useRef(new Map<string, number>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: places change with the order only
  useLayoutEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const block of list.current?.querySelectorAll<HTMLElement>('[data-block]') ?? []) {
      const id = block.dataset.block ?? '';
      const before = tops.current.get(id);
      tops.current.set(id, block.offsetTop);
      if (before === undefined || before === block.offsetTop || still) continue;
      const from = `translateY(${before - block.offsetTop}px)`;
      block.animate([{ transform: from }, { transform: 'none' }], { duration: 150, easing: 'ease-out' });
    }
  }, [order]);
}
