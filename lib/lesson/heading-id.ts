/** Stable ids for links into a page; the prefix keeps them clear of names that scripts look up. */
export function headingId(text: string): string {
  return `s-${text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;
}
