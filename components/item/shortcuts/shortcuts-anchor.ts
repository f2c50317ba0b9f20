/** The id of the button that lists the keyboard shortcuts. */
export const shortcutsAnchor = 'shortcut-help';
