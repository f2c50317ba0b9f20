/** The link within the site that an event is on. */
export function softLinkOf({ target }: Event): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest('a[data-soft]') : null;
  return link instanceof HTMLAnchorElement && link.origin === location.origin ? link : null;
}

/** Whether a link leads to the page that it is on. */
export const isHere = ({ pathname, search }: HTMLAnchorElement): boolean =>
  pathname === location.pathname && search === location.search;
