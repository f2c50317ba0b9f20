import {
  type ComponentType,
  createElement,
  lazy,
  type ReactNode,
  Suspense,
  useState,
  useSyncExternalStore,
} from 'react';
import { NotLoaded } from './not-loaded.tsx';

/** How soon to ask again for a script that did not arrive. */
const retryMs = 3_000;

/** How long a navigation waits for a script before the page is shown without its part. */
const patienceMs = 1_500;
const leastPatienceMs = 300;

/** On the window: asks again at once for the scripts that did not arrive. */
const retryEvent = 'surefoot:load-again';

/** On the window: loads all parts, near or not. */
const allEvent = 'surefoot:load-all';

type PartComponent<Props> = (props: Props) => ReactNode;

/**
 * A component whose script loads when the reader comes near the first element that matches a selector. Until then, and
 * while it cannot be loaded, what the server has rendered stays as it is, so it belongs into an `Activity`.
 */
export function lazyNear<Props extends object>(
  selector: string,
  load: () => Promise<ComponentType<Props>>,
): PartComponent<Props> {
  return part(load, () => whenNear(selector));
}

/**
 * The same, but only the first press, key, click or Back anywhere loads its script: for what nobody needs before. It belongs
 * into an `Activity` as well.
 */
export function lazyTouched<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): PartComponent<Props> {
  return part(load, () => used);
}

/** A component whose script loads when it is first rendered; until then what the server has rendered stays as it is. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): PartComponent<Props> {
  return part(load, () => Promise.resolve());
}

/**
 * What came with the page is hydrated in place, however late its script: a `Suspense` could be sent at the end of the page.
 * What is rendered in the browser may hold back a navigation, but not for long: then a message stands in its place.
 */
function part<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  whenNeeded: () => Promise<void>,
): PartComponent<Props> {
  let loading: Promise<{ default: ComponentType<Props> }> | null = null;
  const request = (): Promise<{ default: ComponentType<Props> }> => {
    loading ??= untilLoaded(load).then((component) => {
      script.loaded = component;
      return { default: component };
    });
    return loading;
  };
  const late = { default: withMessage(lazy(request)) };
  const script: Script<Props> = {
    loaded: null,
    InPage: lazy(() => whenNeeded().then(request)),
    Navigated: lazy(() => Promise.race([request(), pause(patienceLeftMs()).then(() => late)])),
  };
  return (props) => createElement<PartProps<Props>>(Part, { script, props });
}

interface Script<Props> {
  /** The component, once it is there. */
  loaded: ComponentType<Props> | null;
  /** Waits for it as long as it takes. */
  readonly InPage: ComponentType<Props>;
  /** Waits for it a moment, and then shows a message until it is there. */
  readonly Navigated: ComponentType<Props>;
}

interface PartProps<Props> {
  readonly script: Script<Props>;
  readonly props: Props;
}

function Part<Props extends object>({ script, props }: PartProps<Props>) {
  const cameWithPage = useSyncExternalStore(subscribe, isNavigation, isHydration);
  // The first choice stays: another component in its place would forget what was typed.
  const [Current] = useState(() => script.loaded ?? (cameWithPage ? script.InPage : script.Navigated));
  return createElement<Props>(Current, props);
}

const withMessage =
  <Props extends object>(Awaited: ComponentType<Props>): PartComponent<Props> =>
  (props) =>
    createElement(
      Suspense,
      { fallback: createElement(NotLoaded, { onRetry: retry }) },
      createElement<Props>(Awaited, props),
    );

const subscribe = () => () => undefined;
const isNavigation = () => false;
const isHydration = () => true;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let waitsUntil = Number.NEGATIVE_INFINITY;

/** The parts of a page are asked for one after the other and share one wait; each has time to come on a good connection. */
function patienceLeftMs(): number {
  const now = performance.now();
  if (now > waitsUntil + patienceMs) waitsUntil = now + patienceMs;
  return Math.max(leastPatienceMs, waitsUntil - now);
}

/** Call before another page, or this one with other data, is drawn: React waits with that for the script of every part that changes. */
export function loadAllParts(): void {
  window.dispatchEvent(new Event(allEvent));
}

function retry(): void {
  window.dispatchEvent(new Event(retryEvent));
}

/** Without a connection a script cannot be loaded, and an error would replace the whole page. */
async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (typeof document === 'undefined') throw error;
      const asked = new Promise((resolve) => window.addEventListener(retryEvent, resolve, { once: true }));
      await Promise.race([pause(retryMs), asked]);
    }
  }
}

/**
 * What may lead to another page, which has parts like these as well. A click of assistive technology has no press before
 * it, and the Back button of the browser counts too.
 */
const signs = ['pointerdown', 'keydown', 'focusin', 'click', 'popstate', allEvent] as const;

/**
 * Resolves at the first press, key, click or Back anywhere, and immediately on the server. Watched from the start: React asks
 * for a part when it comes to hydrate it, which can be after the click that leads to another page, and it would hold that
 * page back until a second one.
 */
const used: Promise<void> = new Promise((resolve) => {
  if (typeof document === 'undefined') return resolve();
  const seen = new AbortController();
  const settle = (): void => {
    seen.abort();
    resolve();
  };
  for (const sign of signs) window.addEventListener(sign, settle, { signal: seen.signal, capture: true });
});

/**
 * Resolves when the first element that matches a selector is less than a screen and a half away, or with `used`. Resolves
 * immediately when there is no such element.
 */
async function whenNear(selector: string): Promise<void> {
  if (typeof document === 'undefined') return;
  const place = document.querySelector(selector);
  if (!place) return;
  let observer: IntersectionObserver | undefined;
  const near = new Promise<void>((resolve) => {
    observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) resolve();
      },
      { rootMargin: '150% 0%' },
    );
    observer.observe(place);
  });
  await Promise.race([near, used]);
  observer?.disconnect();
}
