import type { Element, ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import { textOf } from '#lib/item/parts.ts';
import { mayLinkTo } from '#lib/lesson/address.ts';
import { withFormulas } from './from-plain.ts';
import type { OnChange } from './nodes.ts';

/** Inline nodes of sanitised HTML. Runs of white space are one blank, as a browser shows them. */
export function toPhrasing(nodes: readonly ElementContent[], onChange: OnChange): PhrasingContent[] {
  return joined(nodes.flatMap((node) => phrasingOf(node, onChange)));
}

function phrasingOf(node: ElementContent, onChange: OnChange): PhrasingContent[] {
  if (node.type === 'text') return withFormulas(node.value.replace(/[\s\u00a0]+/g, ' '));
  if (node.type !== 'element') return [];
  const children = toPhrasing(node.children, onChange);
  switch (node.tagName) {
    case 'br':
      return [{ type: 'break' }];
    case 'em':
    case 'i':
      return children.length > 0 ? [{ type: 'emphasis', children }] : [];
    case 'strong':
    case 'b':
      return children.length > 0 ? [{ type: 'strong', children }] : [];
    case 'del':
    case 's':
    case 'strike':
      return children.length > 0 ? [{ type: 'delete', children }] : [];
    case 'code':
    case 'tt':
    case 'kbd':
    case 'samp':
    case 'pre':
      return codeOf(children);
    case 'sub':
    case 'sup':
      return scriptOf(node.tagName, children, onChange);
    case 'a':
      return linkOf(node, children, onChange);
    case 'img':
      return [
        { type: 'image', url: String(node.properties.src ?? ''), alt: String(node.properties.alt ?? '') },
      ];
    case 'q':
      return [{ type: 'text', value: '“' }, ...children, { type: 'text', value: '”' }];
    default:
      return children;
  }
}

function codeOf(children: readonly PhrasingContent[]): PhrasingContent[] {
  const value = children.map((child) => (child.type === 'break' ? ' ' : textOf(child))).join('');
  return value.trim() ? [{ type: 'inlineCode', value: value.trim() }] : [];
}

function linkOf(node: Element, children: PhrasingContent[], onChange: OnChange): PhrasingContent[] {
  const url = String(node.properties.href ?? '').trim();
  if (!url || children.length === 0) return children;
  if (mayLinkTo(url) && !url.startsWith('#')) return [{ type: 'link', url, children }];
  onChange(`A link to ${url.slice(0, 80)} became text; lessons link to https.`);
  return children;
}

const scripts: Readonly<Record<'sub' | 'sup', Readonly<Record<string, string>>>> = {
  sup: table('0123456789+-=()nix', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣ'),
  sub: table('0123456789+-=()aeoxhklmnpst', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ'),
};

function table(plain: string, raised: string): Record<string, string> {
  const signs = [...raised];
  return Object.fromEntries([...plain].map((sign, at) => [sign, signs[at] ?? sign]));
}

/** Raised and lowered text in signs of their own where there are any; otherwise behind `^` or `_`. */
function scriptOf(
  tag: 'sub' | 'sup',
  children: readonly PhrasingContent[],
  onChange: OnChange,
): PhrasingContent[] {
  const value = children.map(textOf).join('').trim();
  const signs = [...value].map((sign) => scripts[tag][sign]);
  if (signs.every((sign) => sign !== undefined)) return [{ type: 'text', value: signs.join('') }];
  onChange(`<${tag}> became ${tag === 'sup' ? '^' : '_'}.`);
  return [{ type: 'text', value: `${tag === 'sup' ? '^' : '_'}${value.length > 1 ? `(${value})` : value}` }];
}

/** Neighbouring texts as one, with one blank between words. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { type: 'text', value: `${last.value}${node.value}`.replace(/ {2,}/g, ' ') };
    else out.push(node);
  }
  return out;
}
