import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** A form of a page, as a browser without scripts would send it back. */
export interface PageForm {
  /** Names and values of hidden fields, in the page's order. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
  /** Radio buttons that can still be chosen. */
  readonly choices: readonly (readonly [name: string, value: string])[];
}

/** All forms of a page, wherever streaming has put them. */
export function formsOf(html: string): PageForm[] {
  return elements(fromHtml(html), 'form').map((form) => {
    const inputs = elements(form, 'input').map(({ properties }) => properties);
    const named = inputs.flatMap(({ name, value, type, disabled }) =>
      typeof name === 'string' && !disabled ? [{ name, value: String(value ?? ''), type }] : [],
    );
    const of = (wanted: string) =>
      named.flatMap(({ name, value, type }) => (type === wanted ? [[name, value] as const] : []));
    return { hidden: of('hidden'), choices: of('radio') };
  });
}

/** The value of a hidden field. */
export function hiddenValue({ hidden }: PageForm, name: string): string | undefined {
  return hidden.find(([own]) => own === name)?.[1];
}

function elements(node: Root | RootContent, tag: string): Element[] {
  if (!('children' in node)) return [];
  const own = node.type === 'element' && node.tagName === tag ? [node] : [];
  return [...own, ...node.children.flatMap((child) => elements(child, tag))];
}
