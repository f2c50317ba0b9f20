/** A token under the pointer, in pixels of the window. */
export interface Ghost {
  readonly token: string;
  readonly x: number;
  readonly y: number;
}

/** Where and with which pointer a token was pressed. */
export interface Press {
  readonly chip: HTMLElement;
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
}

export interface TokenDrag {
  readonly token: string;
  /** Shows the token under the pointer; null ends that. */
  show(ghost: Ghost | null): void;
  /** Called with the id of the blank that the token was dropped on. */
  drop(blank: string): void;
}

const slack = 6;

/** Drags a token onto a blank; a press that hardly moves is still a click. */
export function dragToken(
  { chip, pointerId, x: fromX, y: fromY }: Press,
  { token, show, drop }: TokenDrag,
): void {
  try {
    chip.setPointerCapture(pointerId);
  } catch {
    // The press has ended already: it was a click.
    return;
  }
  let moved = false;
  const ended = new AbortController();
  const { signal } = ended;
  const onMove = ({ clientX: x, clientY: y }: MouseEvent): void => {
    moved ||= Math.hypot(x - fromX, y - fromY) > slack;
    if (moved) show({ token, x, y: y - 4 });
  };
  const onUp = ({ clientX: x, clientY: y }: MouseEvent): void => {
    const blank = moved ? blankAt(x, y) : null;
    if (blank) drop(blank);
    if (moved) chip.addEventListener('click', halt, { once: true, capture: true });
    setTimeout(() => chip.removeEventListener('click', halt, { capture: true }));
  };
  chip.addEventListener('pointermove', onMove, { signal });
  chip.addEventListener('pointerup', onUp, { signal });
  const onEnd = (): void => {
    ended.abort();
    show(null);
  };
  chip.addEventListener('lostpointercapture', onEnd, { signal });
}

/** Suppresses the click that ends a drag. */
function halt(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The blank under or just above the pointer, where the token is drawn. */
function blankAt(x: number, y: number): string | null {
  for (const up of [0, 12, 24, 36]) {
    const blank = document.elementFromPoint(x, y - up)?.closest('[data-blank]');
    if (blank) return blank.getAttribute('data-blank');
  }
  return null;
}
