/** The element that the button of the menu opens. */
export const siteMenuId = 'site-menu';
