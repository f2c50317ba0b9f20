'use client';

import { type ComponentType, useState, useSyncExternalStore } from 'react';
import { lazyPart } from '#components/ui/lazy-near.ts';
import { findStaticText } from './static-texts.ts';

export interface StaticTextProps {
  /** The hash of the text. */
  hash: string;
  /** The position of this section among the static sections of the text. */
  section: number;
  className?: string;
}

/**
 * A section of a text as HTML. In a page that the server has sent, it is in the markup and nowhere else, and React keeps
 * what it finds there. After a navigation within the site, the text is fetched by its hash; if it is late, a message stands
 * in its place and the rest of the page is shown.
 */
export function StaticText({ fetched, ...props }: StaticTextProps & { fetched?: Sections }) {
  const { hash, section, className } = props;
  const name = `${hash}/${section}`;
  const isFirstRender = useSyncExternalStore(subscribe, onNavigation, onFirstRender);
  // The same object each time, since another one would replace what is there.
  const [inner] = useState(() => {
    const known = isFirstRender ? findStaticText(hash) : fetched;
    const html = known || isFirstRender ? (known?.[section] ?? '') : seen.get(name);
    return html === undefined ? null : { __html: trusted(html) };
  });
  const keep = (element: HTMLDivElement | null): void => {
    if (element) seen.set(name, element.innerHTML);
  };
  if (inner)
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our compiler from checked and sanitised text
    return <div ref={keep} className={className} dangerouslySetInnerHTML={inner} suppressHydrationWarning />;
  const Fetched = fetchedText(hash);
  return <Fetched {...props} />;
}

/**
 * Browsers with Trusted Types make markup only of what a policy has let through. This one lets everything through, so only
 * texts of this site may be given to it.
 */
const policy = globalThis.trustedTypes?.createPolicy('surefoot-text', { createHTML: (text) => text });
const trusted = (html: string): string => policy?.createHTML(html) ?? html;

/** A text of this site that the browser has fetched as HTML. */
export function FetchedText({ html, className }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our compiler from checked and sanitised text
  return <div className={className} dangerouslySetInnerHTML={{ __html: trusted(html) }} />;
}

const subscribe = () => () => undefined;
const onNavigation = () => false;
const onFirstRender = () => true;

/** Sections that were on a page of this document, for Back. */
const seen = new Map<string, string>();

type Sections = readonly string[];

/** A component for each text that is fetched, which has the sections of the text once they are there. */
const texts = new Map<string, ComponentType<StaticTextProps>>();

function fetchedText(hash: string): ComponentType<StaticTextProps> {
  const known = texts.get(hash);
  if (known) return known;
  const made = lazyPart<StaticTextProps>(async () => {
    const response = await fetch(`/texts/${hash}`);
    // What fails is no JSON, and is asked for again.
    const sections: Sections = await response.json();
    return (props) => <StaticText {...props} fetched={sections} />;
  });
  texts.set(hash, made);
  return made;
}
