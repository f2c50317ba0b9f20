export const contentsClass = 'rail-contents';

/** A part of the page, as its contents name it. */
export interface PagePart {
  readonly anchor: string;
  readonly title: string;
}

/** The parts of the page in their order, read from its contents: these are HTML that no script has as data. */
export const pageParts = (): PagePart[] =>
  links().map((link) => ({ anchor: anchorOf(link), title: link.textContent }));

/** Marks the part that is being read in the contents. */
export function markPart(anchor: string): void {
  for (const link of links()) {
    if (anchorOf(link) === anchor) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
}

const links = () => [...document.querySelectorAll<HTMLAnchorElement>(`.${contentsClass} a`)];
const anchorOf = (link: HTMLAnchorElement): string => link.getAttribute('href')?.slice(1) ?? '';
