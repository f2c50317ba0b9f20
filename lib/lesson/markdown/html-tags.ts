import type { Element, ElementContent } from 'hast';
import { attributesOf } from '#lib/item/parts.ts';
import type { JsxElement } from '#lib/lesson/blocks.ts';
import { linkedId } from '#lib/lesson/heading-id.ts';
import type { Report } from '#lib/lesson/render-context.ts';

/** The tags of HTML that a text may have, by what becomes of them. */
const written: Readonly<Record<string, string>> = {
  // Marks within a line for which Markdown has no sign.
  ...{ kbd: 'kbd', sup: 'sup', sub: 'sub', abbr: 'abbr', br: 'br' },
  // Tags for which it has one.
  ...{
    em: 'em',
    i: 'em',
    strong: 'strong',
    b: 'strong',
    del: 'del',
    s: 'del',
    code: 'code',
    hr: 'hr',
    a: 'a',
  },
};

/** Tags without a meaning of their own: only their content is shown. */
const wrappers: ReadonlySet<string> = new Set([
  ...[
    'div',
    'span',
    'p',
    'center',
    'section',
    'article',
    'figure',
    'figcaption',
    'picture',
    'u',
    'small',
    'font',
  ],
]);

/** Attributes that are read, by tag. */
const readAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  abbr: ['title'],
  img: ['src', 'alt'],
};

/** Attributes without an effect, which pages of other sites have. All others are refused. */
const idleAttributes: ReadonlySet<string> = new Set([
  ...['class', 'id', 'name', 'align', 'width', 'height', 'title', 'target', 'rel', 'lang', 'dir', 'border'],
  ...[
    'valign',
    'loading',
    'color',
    'size',
    'face',
    'open',
    'clear',
    'aria-label',
    'aria-hidden',
    'role',
    'style',
    'markdown',
  ],
]);

/** Whether an attribute changes nothing. Of a wrapper only the content is shown, so only what could act is refused. */
const isIdle = (tag: string, name: string): boolean =>
  idleAttributes.has(name) ||
  /^data-[\w-]+$/.test(name) ||
  (wrappers.has(tag) && !/^(?:on|src|href|action|form|xlink|xml)/i.test(name));

/** Whether a text may have this tag of HTML. A `<details>` and its `<summary>` become a Reveal, an `<img>` a picture. */
export const isHtmlTag = (name: string): boolean =>
  Object.hasOwn(written, name) || wrappers.has(name) || ['details', 'summary', 'img'].includes(name);

/** Reports attributes of a tag of HTML: those that could act, and once those that change nothing. */
export function checkHtmlTag(element: JsxElement, inside: readonly string[], report: Report): void {
  const name = element.name ?? '';
  if (name === 'summary' && inside.at(-1) !== 'details')
    report(element, 'tag-place', '<summary> is outside of <details>. Write it as the first line in one.');
  const idle: string[] = [];
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || readAttributes[name]?.includes(attribute.name)) continue;
    if (isIdle(name, attribute.name)) idle.push(attribute.name);
    else report(attribute, 'html', `<${name}> may not have «${attribute.name}» in a lesson. Remove it.`);
  }
  if (wrappers.has(name) || idle.length > 0) report(element, 'html-idle', idleMessage(name, idle), 'warning');
}

function idleMessage(name: string, idle: readonly string[]): string {
  if (wrappers.has(name))
    return `<${name}> is HTML that changes nothing in a lesson, where only its content is shown. Remove it and its closing tag.`;
  return `${idle.join(', ')} of <${name}> ${idle.length === 1 ? 'has' : 'have'} no effect in a lesson, and can go.`;
}

/** A tag of HTML as markup, with its content. On lines of its own, a mark within a line becomes a paragraph. */
export function htmlTag(
  element: JsxElement,
  content: readonly ElementContent[],
  linkAddress: (url: string) => string | undefined,
): ElementContent[] {
  const name = element.name ?? '';
  const tagName = written[name];
  if (tagName === undefined) return [...content];
  if (tagName === 'hr') return element.type === 'mdxJsxFlowElement' ? [made('hr', {}, [])] : [];
  const inline = content.flatMap((one) => (isParagraph(one) ? one.children : [one]));
  if (inline.some((one) => one.type === 'element' && blockTags.has(one.tagName))) return [...content];
  const { href, title } = attributesOf(element);
  const address = tagName === 'a' ? addressOf(href, linkAddress) : undefined;
  if (tagName === 'a' && address === undefined) return [...content];
  const properties = address !== undefined ? { href: address } : tagName === 'abbr' && title ? { title } : {};
  const mark = made(tagName, properties, tagName === 'br' ? [] : inline);
  return element.type === 'mdxJsxFlowElement' ? [made('p', {}, [mark])] : [mark];
}

const blockTags: ReadonlySet<string> = new Set([
  ...[
    'p',
    'div',
    'ul',
    'ol',
    'pre',
    'blockquote',
    'table',
    'figure',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'sf-slot',
  ],
]);

const isParagraph = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'p';

const addressOf = (href: string | undefined, linkAddress: (url: string) => string | undefined) =>
  href?.startsWith('#') ? `#${linkedId(href.slice(1))}` : href === undefined ? undefined : linkAddress(href);

const made = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
