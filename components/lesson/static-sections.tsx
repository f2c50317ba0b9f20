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

/**
 * A stretch of a text: HTML that was made once, or a run that is rendered for each visitor. A heading directly above such a
 * run is a stretch of its own.
 */
export type Section =
  | { readonly kind: 'static'; readonly index: number; readonly isHeading: boolean }
  | { readonly kind: 'live'; readonly run: TextRun; readonly first: boolean };

/** A page’s text, with what stands above and below it. */
export interface PageText {
  readonly body: RichText;
  /** Rendered once for everyone, without hooks and client components. */
  readonly head?: ReactNode;
  /** Below the head, after what differs between visitors. */
  readonly below?: ReactNode;
  readonly foot?: ReactNode;
  /** Beside the text. */
  readonly contents?: ReactNode;
}

/** A text in sections, with the hash by which its static ones are found. */
export interface SectionedText {
  readonly hash: string;
  readonly sections: readonly Section[];
  /** The positions of the head, of what is below it, of the foot and of the contents among the static sections. */
  readonly head: number;
  readonly below: number;
  readonly foot: number;
  /** Null where there are none. */
  readonly contents: number | null;
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

async function make({ body, head, below, foot, contents }: PageText): Promise<SectionedText> {
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
  const html: StaticSections = [
    ...runs,
    ...[head, below, foot, contents].map((part) => renderToStaticMarkup(part)),
  ];
  const hash = await hashOf(html);
  keepStaticText(hash, html);
  const first = runs.length;
  return {
    hash,
    sections,
    head: first,
    below: first + 1,
    foot: first + 2,
    contents: contents ? first + 3 : null,
  };
}

interface Stretch {
  readonly runs: TextRun[];
  readonly first: boolean;
}

function split(body: RichText): { sections: Section[]; stretches: Stretch[] } {
  const sections: Section[] = [];
  const stretches: Stretch[] = [];
  for (const [index, run] of headingsApart(textRuns(body)).entries()) {
    const first = index === 0;
    const isHeading = run.nodes.length === 1 && isHeadingNode(run.nodes[0]);
    const last = sections.at(-1);
    if (run.nodes.some(isLive)) sections.push({ kind: 'live', run, first });
    else if (last?.kind === 'static' && !isHeading && !last.isHeading) stretches.at(-1)?.runs.push(run);
    else {
      sections.push({ kind: 'static', index: stretches.length, isHeading });
      stretches.push({ runs: [run], first });
    }
  }
  return { sections, stretches };
}

/** Runs in which a heading directly above something live is a run of its own. */
function headingsApart(runs: readonly TextRun[]): TextRun[] {
  return runs.flatMap((run, index) => {
    const next = runs[index + 1];
    const leads = next?.nodes.some(isLive) && isHeadingNode(run.nodes.at(-1)) && run.nodes.length > 1;
    if (!leads) return [run];
    return [
      { ...run, nodes: run.nodes.slice(0, -1) },
      { ...run, nodes: run.nodes.slice(-1) },
    ];
  });
}

const isHeadingNode = (node: RichNode | undefined): boolean =>
  node !== undefined && typeof node !== 'string' && /^h[1-6]$/.test(node[0]);

/** Whether a node is, or has in it, one of our components that is not static. */
export function isLive(node: RichNode): boolean {
  if (typeof node === 'string') return false;
  const [tag, , ...children] = node;
  return (isOurs(node) && !(tag in staticParts)) || children.some(isLive);
}

async function hashOf(html: StaticSections): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(html));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  // 96 bits: a page has a hash for each of its questions. For an address, + and / have other signs.
  const base64 = btoa(String.fromCharCode(...digest.subarray(0, 12)));
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
