import type { Rich, RichNode, RichProps } from './rich.ts';
import { visibleText } from './visible.ts';

/**
 * A compiled text by what a reader sees of it, for comparing: without colours of code, targets of links, characters that
 * have no width, and blanks that are not drawn. Two texts are equal exactly if nobody can tell them apart.
 */
export const shownText = (text: Rich): string =>
  text
    .map((node) => shownNode(node, false))
    .join('')
    .trim();

/** What these add cannot be seen: a colour, a target, an explanation. */
const unseen = new Set(['span', 'a', 'abbr']);
/** Of these it cannot be seen which language they are in. */
const code = new Set(['code', 'pre']);

function shownNode(node: RichNode, isCode: boolean): string {
  if (typeof node === 'string') {
    const seen = visibleText(node).replace(/[^\S\n]/g, ' ');
    return isCode ? seen : seen.replace(/\s+/g, ' ');
  }
  const [tag, props, ...children] = node;
  const inner = children.map((child) => shownNode(child, isCode || code.has(tag))).join('');
  if (unseen.has(tag)) return inner;
  const content = code.has(tag) ? inner.replace(/ +(?=\n)|\s+$/g, '') : inner;
  return `<${tag}${code.has(tag) ? '' : written(props)}>${content}</${tag}>`;
}

const written = (props: RichProps | null): string => (props ? JSON.stringify(props) : '');
