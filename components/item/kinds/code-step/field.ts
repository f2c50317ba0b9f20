/** Resolves when no press and no composed character is half done in a field. */
export async function untilQuiet(area: HTMLTextAreaElement, isComposing: () => boolean): Promise<void> {
  while (isComposing()) await once(area, ['compositionend']);
  if (area.matches(':active')) await once(window, ['pointerup', 'pointercancel']);
}

const once = (target: EventTarget, names: readonly string[]): Promise<void> =>
  new Promise((resolve) => {
    for (const name of names) target.addEventListener(name, () => resolve(), { once: true });
  });

/** Where the line of the caret is on the screen, in pixels from its top. Lines of the field do not wrap. */
export function caretTop(area: HTMLTextAreaElement): number {
  const { lineHeight, paddingTop } = getComputedStyle(area);
  const line = area.value.slice(0, area.selectionEnd).split('\n').length - 1;
  const { top } = area.getBoundingClientRect();
  return top + Number.parseFloat(paddingTop) + line * Number.parseFloat(lineHeight);
}
