/** The mark of the logo: a hoof print in a square of 24. */
const mark =
  '<g fill="#3730a3" transform="rotate(16 12 12)"><path d="M10.4 1.2C6.2 4.6 3.7 10 3.6 15.8c-.1 3.9 1.3 6.4 3.7 6.4 2.3 0 3.6-2 3.7-5.5.2-5.2.1-10.4-.6-15.5Z"/><path d="M13.6 1.2c4.2 3.4 6.7 8.8 6.8 14.6.1 3.9-1.3 6.4-3.7 6.4-2.3 0-3.6-2-3.7-5.5-.2-5.2-.1-10.4.6-15.5Z"/></g>';

const svg = (viewBox: string, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="512" height="512">${content}</svg>`;

/**
 * `maskable` has paper to its edges, and the mark within the circle that every device leaves visible; `apple` has it to its
 * edges too, and a device rounds them.
 */
export const icons: Readonly<Record<string, string>> = {
  'any.svg': svg('-4 -4 32 32', `<rect x="-4" y="-4" width="32" height="32" rx="7" fill="#f8f9f5"/>${mark}`),
  'maskable.svg': svg(
    '-10 -10 44 44',
    `<rect x="-10" y="-10" width="44" height="44" fill="#f8f9f5"/>${mark}`,
  ),
  'apple.svg': svg('-6 -6 36 36', `<rect x="-6" y="-6" width="36" height="36" fill="#f8f9f5"/>${mark}`),
};
