import type { Page } from '@playwright/test';

/**
 * What cannot be seen in forced colours on the page as it stands: text that hardly differs from what is behind it, and shapes
 * of drawings whose paint is not a colour of the system. Much faster than a scan by axe, so that each page can be looked at.
 */
export const unseenInForcedColours = (page: Page): Promise<string[]> => page.evaluate(unseen);

function unseen(): string[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return ['There is no canvas to read colours with'];
  const read = new Map<string, readonly number[]>();
  const rgba = (colour: string): readonly number[] => {
    const known = read.get(colour);
    if (known) return known;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const channels = [...context.getImageData(0, 0, 1, 1).data];
    read.set(colour, channels);
    return channels;
  };
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = rgba(colour).map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const probe = document.body.appendChild(document.createElement('p'));
  probe.style.forcedColorAdjust = 'none';
  const systemColour = (name: string): string => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const canvas = systemColour('Canvas');
  const painted = new Set(
    ['Canvas', 'CanvasText', 'LinkText', 'GrayText', 'ButtonBorder', 'ButtonText', 'Highlight', 'Mark'].map(
      (name) => String(rgba(systemColour(name))),
    ),
  );
  probe.remove();
  const backdrop = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (rgba(backgroundColor)[3] === 255) return backgroundColor;
    }
    return canvas;
  };
  const found = new Set<string>();
  const note = (element: Element, what: string): void => {
    found.add(`${what}: ${element.outerHTML.slice(0, 140)}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { textContent, parentElement: element } = texts.currentNode;
    if (!textContent?.trim() || !element?.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest('script, .sr-only, svg, :disabled, [aria-disabled=true]')) continue;
    if (contrast(getComputedStyle(element).color, backdrop(element)) < 4.5) note(element, 'unreadable text');
  }
  for (const shape of document.querySelectorAll(
    'svg :is(path, rect, circle, ellipse, line, polyline, text)',
  )) {
    if (!shape.checkVisibility()) continue;
    const { fill, stroke } = getComputedStyle(shape);
    const paints = [fill, stroke].filter((paint) => paint !== 'none' && rgba(paint)[3] !== 0);
    if (paints.some((paint) => !painted.has(String(rgba(paint)))))
      note(shape, `not a system colour, ${paints.join(' and ')}`);
  }
  return [...found];
}
