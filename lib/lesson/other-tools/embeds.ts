import type { ScannedTag } from './tag-scan.ts';

/** Tags of HTML and components that show a film or the page of another site. */
const embeds: ReadonlySet<string> = new Set([
  ...['iframe', 'video', 'audio', 'embed', 'youtube', 'YouTube', 'Youtube', 'YouTubeEmbed', 'Video', 'Vimeo'],
  ...['IFrame', 'Iframe', 'CodePen', 'Embed'],
]);

/** A film or the page of another site as a link with words; undefined for other tags, and for an address we do not link to. */
export function embedOf({ name, attributes }: ScannedTag): string | undefined {
  if (!embeds.has(name)) return undefined;
  const url = addressOf(name, attributes);
  if (!/^https:\/\/[^\s<>"\\()]+$/.test(url)) return undefined;
  const words = attributes.get('title')?.trim() || (isFilm(url, name) ? 'Video' : 'See the other page');
  return `[${words.replace(/[\\[\]<{*_`$]/g, '\\$&')}](${url})`;
}

function addressOf(name: string, attributes: ReadonlyMap<string, string>): string {
  const src = attributes.get('src') ?? attributes.get('url') ?? '';
  if (src !== '') return watchAddress(src.replace(/^\/\//, 'https://').replace(/^http:/, 'https:'));
  const id = attributes.get('id') ?? attributes.get('videoId') ?? '';
  return /^you/i.test(name) && /^[\w-]{6,20}$/.test(id) ? `https://www.youtube.com/watch?v=${id}` : '';
}

/** The page of a film for the address that other pages embed. */
function watchAddress(url: string): string {
  const id = /^https:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/.exec(url)?.[1];
  return id === undefined ? url : `https://www.youtube.com/watch?v=${id}`;
}

const isFilm = (url: string, name: string): boolean =>
  /youtu|vimeo|\.(?:mp4|webm|mov)(?:$|\?)/i.test(url) || /video|vimeo|youtube/i.test(name);
