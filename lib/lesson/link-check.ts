import type { Nodes } from 'mdast';
import { isRelative, mayLinkTo } from './address.ts';
import { type PagePlace, pageAddress } from './markdown/page-links.ts';
import type { Report } from './render-context.ts';

const isPicture = (url: string): boolean => /\.(?:png|jpe?g|webp|svg)$/i.test(url);

/** An address in a text: of a link, of the definition that a link refers to, or of a tag of HTML. */
interface Address extends Pick<Nodes, 'position'> {
  readonly type: 'link' | 'definition';
  readonly url: string;
}

/** Reports an address that leads nowhere, as a warning, and one that could act. */
export function checkLink(node: Address, report: Report, place: PagePlace | undefined): void {
  const { url } = node;
  if (place && isRelative(url)) {
    if ((node.type === 'definition' && isPicture(url)) || pageAddress(url, place) !== undefined) return;
    return report(
      node,
      'link-relative',
      `«${url.slice(0, 60)}» names no page of a track, so its words are shown without a link. Write https://…, /tracks/… or the file of a lesson.`,
      'warning',
    );
  }
  if (mayLinkTo(url)) return;
  if (/^http:\/\//i.test(url)) {
    return report(
      node,
      'link-http',
      `Lessons link by https only, so the words of «${url.slice(0, 60)}» are shown without a link. Write https://… if the site has it.`,
      'warning',
    );
  }
  report(
    node,
    'link',
    `«${url.slice(0, 60)}» is not an address that a lesson may link to. Write https://…, /tracks/… or #a-heading.`,
  );
}
