// @ts-check
import { themeScript } from '#lib/theme-script.mjs';

/** @typedef {import('#db/outage.mjs').Outage} Outage */

/**
 * What a visitor reads instead of a page that could not be read.
 * @type {Readonly<Record<Outage, { readonly title: string, readonly advice: string }>>}
 */
const readerWords = {
  full: {
    title: 'The disk of the school’s server is full',
    advice: 'Tell your teacher, and open it again when there is room. Answers that were confirmed are kept.',
  },
  locked: {
    title: 'The school’s database was busy for too long',
    advice: 'Open it again in a minute. Answers that were confirmed are kept.',
  },
  down: {
    title: 'The school’s database does not answer',
    advice: 'Open it again in a few minutes. Answers that were confirmed are kept.',
  },
  damaged: {
    title: 'The school’s database is damaged',
    advice: 'Tell your teacher: a backup has to be put back.',
  },
};

/** Colours and sizes as in app/styles/tokens.css, of which a page needs these few. */
const style = `
:root{color-scheme:light dark;--paper:light-dark(oklch(.978 .005 118),oklch(.205 .016 264));--ink:light-dark(oklch(.255 .03 268),oklch(.925 .008 110));--soft:light-dark(oklch(.44 .025 268),oklch(.775 .015 260));--line:light-dark(oklch(.62 .02 268),oklch(.56 .022 264));--accent:light-dark(oklch(.415 .17 271),oklch(.81 .092 275));--on-accent:light-dark(oklch(.99 .004 271),oklch(.21 .05 271));--tint:light-dark(oklch(.938 .02 275),oklch(.295 .042 272))}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Literata,Georgia,'Times New Roman',serif;overflow-wrap:break-word}
main{max-width:34rem;margin:0 auto;padding:clamp(2rem,10vh,6rem) 1.25rem}
svg{display:block;max-width:100%;margin-bottom:1.25rem}
h1{font-size:1.5rem;line-height:1.25;font-weight:600;letter-spacing:-.012em;text-wrap:balance;margin:0 0 .5rem}
p{margin:0 0 1.25rem;color:var(--soft)}
a{display:inline-block;border-radius:.5rem;padding:.625rem 1rem;background:var(--accent);color:var(--on-accent);font-weight:600;text-decoration:none}
a:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.laid{fill:var(--tint);stroke:var(--accent)}.open{fill:none;stroke:var(--line)}
@media (min-width:48rem){body{font-size:1.125rem}h1{font-size:1.6875rem}}
@media (forced-colors:active){a{border:1px solid LinkText}}
`;

/** The stones of pages without content (components/ui/empty-state.tsx). */
const stones = `<svg viewBox="0 0 168 56" width="168" height="56" aria-hidden="true" fill="none" stroke-width="1.5">
<path class="laid" d="M4 45c1-6 9-9 18-9s17 4 17 9-8 7-17 7-19-1-18-7Z"/>
<path class="laid" d="M54 35c1-6 8-8 16-8s16 3 16 8-7 7-16 7-17-1-16-7Z"/>
<path class="open" stroke-dasharray="3 4" d="M100 22c1-5 7-7 14-7s14 3 14 7-6 7-14 7-15-2-14-7Z"/>
<path class="open" stroke-dasharray="3 4" d="M142 9c1-4 5-5 10-5s11 2 11 5-4 5-10 5-12-1-11-5Z"/>
</svg>`;

/**
 * The whole page, in our look and without parts that another request would have to fetch: the server may not be able to
 * answer it either. It works without scripts.
 * @param {Outage} outage
 * @param {string} nonce of this reply, for the block of style
 */
export function outagePage(outage, nonce) {
  const { title, advice } = readerWords[outage];
  return `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Surefoot</title>
<script>${themeScript}</script>
<style nonce="${nonce}">${style}</style>
<main>
${stones}
<h1>${title}</h1>
<p>This page cannot be shown now. ${advice}</p>
<a href="">Try again</a>
</main>
</html>
`;
}
