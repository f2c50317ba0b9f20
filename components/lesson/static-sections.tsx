import type { ReactNode } from 'react';
import type { RichNode, Rich as RichText } from '#lib/text/rich.ts';
import { boxParts } from './box-parts.tsx';
import { layoutParts } from './layout-parts.tsx';
import { Plot } from './plot.tsx';
import { isOurs, type Parts } from './rich.tsx';
import { findStaticText, keepStaticText, type StaticSections } from './static-texts.ts';
import { Run, type TextRun, textRuns } from './text-runs.tsx';

/** Components that need neither the visitor nor a script. */
const staticParts = { ...boxParts, ...layoutParts, Plot } as const satisfies Parts;

/** A stretch of a text: HTML that was made once, or a run that is rendered for each visitor. */
export type Section =
  | { readonly kind: 'static'; readonly index: number }
  | { readonly kind: 'live'; readonly run: TextRun; readonly first: boolean };

/** A page’s text, with what stands above and below it. */
export interface PageText {
  readonly body: RichText;
  /** Rendered once for everyone, without hooks and client components. */
  readonly head?: ReactNode;
  readonly foot?: ReactNode;
}

/** A text in sections, with the hash by which its static ones are found. */
export interface SectionedText {
  readonly hash: string;
  readonly sections: readonly Section[];
  /** The positions of the head and the foot among the static sections. */
  readonly head: number;
  readonly foot: number;
}

const made = new WeakMap<object, Promise<SectionedText>>();

/** Splits the text of a page, which `owner` stands for, and keeps the HTML of its static sections in this process. */
export async function sectionedText(owner: object, text: PageText): Promise<SectionedText> {
  const known = await made.get(owner);
  if (known && findStaticText(known.hash)) return known;
  const making = make(text);
  made.set(owner, making);
  return making;
}

/** The hash of a page’s text, whose HTML this process may have dropped since. */
export async function textHash(owner: object, text: PageText): Promise<string> {
  return (await (made.get(owner) ?? sectionedText(owner, text))).hash;
}

/** The hash of a text that is one static section; undefined when part of it is rendered for each visitor. */
export async function staticTextHash(body: RichText): Promise<string | undefined> {
  const { hash, sections } = await sectionedText(body, { body });
  return sections.every(({ kind }) => kind === 'static') ? hash : undefined;
}

async function make({ body, head, foot }: PageText): Promise<SectionedText> {
  const { sections, stretches } = split(body);
  const { renderToStaticMarkup } = await import(/* turbopackIgnore: true */ 'react-dom/server');
  const runs = stretches.map(({ runs, first }) =>
    renderToStaticMarkup(
      runs.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a compiled text does not change its order
        <Run key={index} run={run} first={first && index === 0} parts={staticParts} />
      )),
    ),
  );
  const html: StaticSections = [...runs, renderToStaticMarkup(head), renderToStaticMarkup(foot)];
  const hash = await hashOf(html);
  keepStaticText(hash, html);
  return { hash, sections, head: runs.length, foot: runs.length + 1 };
}

interface Stretch {
  readonly runs: TextRun[];
  readonly first: boolean;
}

function split(body: RichText): { sections: Section[]; stretches: Stretch[] } {
  const sections: Section[] = [];
  const stretches: Stretch[] = [];
  for (const [index, run] of textRuns(body).entries()) {
    const first = index === 0;
    if (run.nodes.some(isLive)) sections.push({ kind: 'live', run, first });
    else if (sections.at(-1)?.kind === 'static') stretches.at(-1)?.runs.push(run);
    else {
      sections.push({ kind: 'static', index: stretches.length });
      stretches.push({ runs: [run], first });
    }
  }
  return { sections, stretches };
}

/** Whether a node is, or has in it, one of our components that is not static. */
function isLive(node: RichNode): boolean {
  if (typeof node === 'string') return false;
  const [tag, , ...children] = node;
  return (isOurs(node) && !(tag in staticParts)) || children.some(isLive);
}

async function hashOf(html: StaticSections): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(html));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
