import { maskCode } from '#lib/lesson/mask.ts';
import { type Edit, type EditedText, edited } from './edits.ts';

/** Not behind a backslash that makes text of the sign after it. */
const notEscaped = String.raw`(?<!(?<!\\)\\(?:\\\\)*)`;
const voidTag = new RegExp(`${notEscaped}<(?:br|hr|img|wbr)(?=[\\s/>])[^<>]*>`, 'gi');
const commentStart = new RegExp(`${notEscaped}<!--`, 'g');
const bareValue = /(\s[\w-]+=)([^\s"'<>=`]+)(?=[\s/>])/g;

/**
 * Makes readable what authors write and MDX does not read: comments of HTML become blanks, `<br>` becomes `<br/>`, values
 * of such tags get quotes, and a tag on a line of its own gets an empty line on either side. Code stays as it is.
 */
export function readableText(source: string): EditedText {
  const plain = blankComments(source);
  const { masked } = maskCode(plain);
  return edited(plain, [...closedTags(masked), ...partedLines(masked)]);
}

/** Each comment as blanks of the same size, so that lines and columns stay. One that nothing closes stays. */
export function blankComments(source: string): string {
  if (!source.includes('<!--')) return source;
  const { masked } = maskCode(source);
  const kept: string[] = [];
  let from = 0;
  for (const { index: start } of masked.matchAll(commentStart)) {
    if (start < from) continue;
    const close = source.indexOf('-->', start + 4);
    if (close === -1) break;
    kept.push(source.slice(from, start), source.slice(start, close + 3).replace(/[^\n]/g, ' '));
    from = close + 3;
  }
  return kept.join('') + source.slice(from);
}

const insertion = (at: number, text: string): Edit => ({ start: at, end: at, text });

function closedTags(masked: string): Edit[] {
  return [...masked.matchAll(voidTag)].flatMap(({ 0: tag, index }) => [
    ...[...tag.matchAll(bareValue)].flatMap(({ 1: before = '', 2: value = '', index: within }) => {
      const start = index + within + before.length;
      const isLast = value.endsWith('/') && tag.endsWith(`${value}>`);
      const end = start + value.length - (isLast ? 1 : 0);
      return [insertion(start, '"'), insertion(end, '"')];
    }),
    ...(tag.endsWith('/>') ? [] : [insertion(index + tag.length - 1, '/')]),
  ]);
}

/** A line that is one opening or closing tag of a component. */
const tagLine = /^ {0,3}<\/?[A-Z]\w*(?:\s[^<>]*)?(?<!\/)>\s*$/;

function partedLines(masked: string): Edit[] {
  const lines = masked.split('\n');
  const additions: Edit[] = [];
  let offset = 0;
  for (const [at, content] of lines.entries()) {
    const above = lines[at - 1] ?? '';
    const isPart = tagLine.test(content) || tagLine.test(above);
    if (isPart && content.trim() !== '' && above.trim() !== '') additions.push(insertion(offset, '\n'));
    offset += content.length + 1;
  }
  return additions;
}
