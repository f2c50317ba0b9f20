'use client';

import { use, useEffect, useRef, useState, useSyncExternalStore } from 'react';
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
 * what it finds there. After a navigation within the site, the text is fetched by its hash.
 */
export function StaticText({ hash, section, className }: StaticTextProps) {
  const isFirstRender = useSyncExternalStore(subscribe, onNavigation, onFirstRender);
  const [cameWithPage] = useState(isFirstRender);
  const html = cameWithPage ? (findStaticText(hash)?.[section] ?? '') : trusted(htmlOf(hash, section));
  // The same object each time, since another one would replace what is there.
  const [inner] = useState({ __html: html });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current) seen.set(nameOf(hash, section), box.current.innerHTML);
  }, [hash, section]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our compiler from checked and sanitised text
  return <div ref={box} className={className} dangerouslySetInnerHTML={inner} suppressHydrationWarning />;
}

/**
 * Browsers with Trusted Types make markup only of what a policy has let through. This one lets everything through, so only
 * texts of this site may be given to it.
 */
const policy = globalThis.trustedTypes?.createPolicy('surefoot-text', { createHTML: (text) => text });
const trusted = (html: string): string => policy?.createHTML(html) ?? html;

const subscribe = () => () => undefined;
const onNavigation = () => false;
const onFirstRender = () => true;

/** Sections that were on a page of this document, for Back. */
const seen = new Map<string, string>();
const fetched = new Map<string, Promise<readonly string[]>>();

const nameOf = (hash: string, section: number) => `${hash}/${section}`;

function htmlOf(hash: string, section: number): string {
  return seen.get(nameOf(hash, section)) ?? use(fetchSections(hash))[section] ?? '';
}

function fetchSections(hash: string): Promise<readonly string[]> {
  const known = fetched.get(hash);
  if (known) return known;
  const loading = requestSections(hash);
  fetched.set(hash, loading);
  // After a failure, "Try again" asks anew.
  loading.catch(() => fetched.delete(hash));
  return loading;
}

async function requestSections(hash: string): Promise<readonly string[]> {
  const response = await fetch(`/texts/${hash}`);
  if (!response.ok) throw new Error(`The text of this page could not be loaded (status ${response.status})`);
  return response.json();
}
