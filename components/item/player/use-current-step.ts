import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface CurrentStep {
  /** The index of the current step; as many as there are steps after the last one. */
  readonly at: number;
  /** How often each step was opened. */
  readonly visits: readonly number[];
  /** Whether the script has taken over: before it does, the address alone selects a step. */
  readonly isLive: boolean;
}

interface Opened {
  readonly at: number;
  readonly target: Element | null;
}

/** The address that a set of this page has opened, so that another round does not open it again. */
let openedHash = '';

/**
 * The step of a set that is shown: the first one, and then whatever the address of the page names, `#id` of anything in a
 * step or `#end` of what follows the set. Links need no script of their own, and Back returns to the step before.
 */
export function useCurrentStep(set: RefObject<HTMLElement | null>, first: number, end: string): CurrentStep {
  const [{ at, target }, setOpened] = useState<Opened>({ at: first, target: null });
  const [visits, setVisits] = useState<readonly number[]>([]);
  const [isLive, setLive] = useState(false);
  const opener = useRef(setOpened);
  useLayoutEffect(() => {
    const open = (): void => {
      const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const steps = [...(set.current?.querySelectorAll(':scope > [data-step]') ?? [])];
      const index = named?.id === end ? steps.length : steps.findIndex((step) => step.contains(named));
      if (!named || index < 0) return;
      openedHash = location.hash;
      opener.current({ at: index, target: named });
      setVisits((before) => steps.map((_, step) => (before[step] ?? 0) + (step === index ? 1 : 0)));
    };
    repairHash(set.current, end);
    if (location.hash !== openedHash) open();
    setLive(true);
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [set, end]);
  useEffect(() => {
    if (target) show(target);
  }, [target]);
  return { at, visits, isLive };
}

/**
 * The router writes the address with which the page came when it starts. A link that was followed a moment before is then no
 * longer in the address, but what it leads to still is the target of the document. With a state that is not the router’s, it
 * takes the address over, and does not write its old one again later.
 */
function repairHash(set: HTMLElement | null, end: string): void {
  const target = document.querySelector(':target');
  if (!target || `#${target.id}` === location.hash) return;
  if (set?.contains(target) || target.id === end) history.replaceState({}, '', `#${target.id}`);
}

/** Moves the focus to the heading of a question or of what follows the last; a part of a question is only scrolled to. */
function show(target: Element): void {
  const heading = target.matches('article') ? target.querySelector<HTMLElement>('h2') : target;
  if (heading instanceof HTMLElement && (heading !== target || target.matches('h2, [data-set-end]'))) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  (target.closest('[data-set]') ?? target).scrollIntoView({
    block: target.matches('article') ? 'start' : 'nearest',
  });
}
