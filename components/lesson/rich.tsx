import { createElement, Fragment, type ReactNode } from 'react';
import type { RichElement, RichNode, RichProps, Rich as RichText } from '#lib/text/rich.ts';

/** The props of a component in a text: its attributes, its content, and the components to render that with. */
export interface PartProps {
  readonly props: RichProps;
  readonly nodes: RichText;
  readonly parts: Parts;
}

/** Components by tag; a tag without one is rendered as the HTML element of that name. */
export type Parts = Readonly<Record<string, (given: PartProps) => ReactNode>>;

export interface RichTextProps {
  nodes: readonly RichNode[];
  parts?: Parts | undefined;
}

/** Renders a compiled text. Of a capitalised tag that is not in `parts`, only the content is rendered. */
export function Rich({ nodes, parts = {} }: RichTextProps): ReactNode {
  return createElement(Fragment, null, ...nodes.map((node) => drawn(node, parts)));
}

function drawn(node: RichNode, parts: Parts): ReactNode {
  if (typeof node === 'string') return node;
  const [tag, props, ...nodes] = node;
  const Part = parts[tag];
  if (Part) return createElement(Part, { props: props ?? {}, nodes, parts });
  const children = nodes.map((child) => drawn(child, parts));
  return isOurs(node) ? createElement(Fragment, null, ...children) : createElement(tag, props, ...children);
}

export const isOurs = ([tag]: RichElement): boolean => /^[A-Z]/.test(tag);

/** An attribute as text; empty when it is missing. */
export function textProp(props: RichProps, name: string): string {
  const value = props[name];
  return typeof value === 'string' ? value : '';
}
