/** A link to a page of this site. */
export interface PageLink {
  readonly title: string;
  readonly href: string;
}
