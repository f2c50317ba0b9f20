/** A link to a page of this site: what it says and where it leads. */
export interface PageLink {
  readonly title: string;
  readonly href: string;
}
