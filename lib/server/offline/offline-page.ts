import { createHash } from 'node:crypto';

const style = `:root{color-scheme:light dark;--paper:light-dark(#f8f9f5,#14161d);--ink:light-dark(#1f2333,#e7e8e4);--soft:light-dark(#4c5062,#b3b7c2);--line:light-dark(#80849a,#71778a);--accent:light-dark(#3730a3,#b7bdf7);--tint:light-dark(#e6e9f7,#262a3d)}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Literata,Georgia,serif}
main{max-width:34rem;margin:0 auto;padding:12vh 1.25rem 2rem}
svg{max-width:100%;margin-bottom:1.25rem}
h1{margin:0;font-size:1.7rem;line-height:1.25;font-weight:600}
p{margin:.6rem 0 0;color:var(--soft)}
nav{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 1rem;border:1px solid var(--line);border-radius:6px;color:var(--ink);font-weight:600;text-decoration:none}
a:first-child{background:var(--accent);border-color:var(--accent);color:var(--paper)}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.solid{fill:var(--tint);stroke:var(--accent)}.open{fill:none;stroke:var(--line)}
@media(forced-colors:active){a:first-child{color:ButtonText;border-color:ButtonText}}`;

/** Shown by the service worker in place of the browser's own page. It is complete in itself: nothing can be loaded. */
export const offlinePage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>No connection · Surefoot</title><style>${style}</style></head>
<body><main><svg viewBox="0 0 168 56" width="168" height="56" aria-hidden="true" fill="none" stroke-width="1.5"><path class="solid" d="M4 45c1-6 9-9 18-9s17 4 17 9-8 7-17 7-19-1-18-7Z"/><path class="open" stroke-dasharray="3 4" d="M54 35c1-6 8-8 16-8s16 3 16 8-7 7-16 7-17-1-16-7Z"/><path class="open" stroke-dasharray="3 4" d="M100 22c1-5 7-7 14-7s14 3 14 7-6 7-14 7-15-2-14-7Z"/><path class="solid" d="M142 9c1-4 5-5 10-5s11 2 11 5-4 5-10 5-12-1-11-5Z"/></svg>
<h1>No connection</h1>
<p>This page is not on this device. Lessons that you have opened here while signed in can be read and practised without a connection; a challenge and a test need one.</p>
<p>Answers that you have given offline are safe on this device. They are sent when you are back.</p>
<nav aria-label="Next"><a href="">Try again</a><a href="/">Lessons</a><a href="/today">Today</a></nav>
</main></body></html>`;

/** Allows its own style, by hash, and nothing else. */
export const offlinePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
