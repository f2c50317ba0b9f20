import { knownTags } from '#lib/lesson/components.ts';
import type { Edit } from '#lib/lesson/markdown/edits.ts';
import { nearest } from '#lib/lesson/nearest.ts';
import { boxOf, isBoxName, openingTag } from './box-kinds.ts';
import { embedOf } from './embeds.ts';
import { excerpt, type Notice, type Rewriter, type Rewriting } from './rewriting.ts';
import { type ScannedTag, scanTags } from './tag-scan.ts';

/** Components of other tools whose content asks something: an author has to write an item. */
const questions: ReadonlySet<string> = new Set([
  ...['Quiz', 'MultipleChoice', 'Exercise', 'Explanation', 'Flashcard', 'Chart', 'Checkbox'],
]);
/** Names of other tools that are nearly one of ours and known to be meant. */
const others: ReadonlySet<string> = new Set(['Recap', 'Steps', 'Cards', 'Tabs', 'Tab']);
/** Attributes whose words learners read. */
const captions = ['title', 'caption', 'label', 'header', 'heading', 'summary', 'name'];

/**
 * Components that only another tool has: boxes become ours, films become links, of the others the content stays. One that
 * is nearly ours is a mistake of its author and stays as it is.
 */
export const components: Rewriter = { signs: /<[A-Za-z]/, rewrite };

function rewrite(text: string, shown: string): Rewriting {
  const edits: Edit[] = [];
  const notices: Notice[] = [];
  const open: { readonly tag: ScannedTag; readonly closing: string }[] = [];
  const inItem = new ItemDepth();
  let from = 0;
  for (const tag of scanTags(shown, text)) {
    if (tag.start < from) continue;
    const program = programOf(tag, text);
    if (program) {
      from = program.end;
      edits.push({ start: tag.start, end: program.end, text: program.written });
      notices.push({ offset: tag.start, rule: 'component', words: program.words });
      continue;
    }
    inItem.read(tag);
    const written = text.slice(tag.start, tag.end);
    if (tag.isClosing) {
      const last = open.findLastIndex((one) => one.tag.name === tag.name);
      const [opened] = last === -1 ? [] : open.splice(last);
      if (opened) edits.push(replacing(text, tag, opened.closing));
      continue;
    }
    const use = isOther(tag, inItem.depth) ? writtenAs(tag, written) : undefined;
    if (!use) continue;
    edits.push(replacing(text, tag, use.written));
    notices.push({ offset: tag.start, rule: 'component', words: use.words });
    if (!tag.isSelfClosing) open.push({ tag, closing: use.closing ?? '' });
  }
  return { edits, notices };
}

interface Use {
  readonly written: string;
  readonly closing?: string;
  readonly words: string;
}

/** A program or a style with all that stands in it. */
function programOf({ name, start, end, isClosing }: ScannedTag, text: string) {
  if (isClosing || !['script', 'style'].includes(name)) return undefined;
  const close = text.indexOf(`</${name}>`, end);
  if (close === -1 || close - start > longestProgram) return undefined;
  const stop = close + name.length + 3;
  return { end: stop, ...leftOut(text.slice(start, stop)) };
}

const longestProgram = 20_000;

/** How many items are open. What stands in one belongs to it. */
class ItemDepth {
  depth = 0;

  read({ name, isClosing, isSelfClosing }: ScannedTag): void {
    if (isSelfClosing || !itemNames.has(name)) return;
    this.depth = Math.max(0, this.depth + (isClosing ? -1 : 1));
  }
}

const itemNames: ReadonlySet<string> = new Set(
  knownTags.filter(
    (tag) => !['Note', 'Compare', 'Before', 'After', 'Reveal', 'Step', 'Hint', 'Solution'].includes(tag),
  ),
);

function isOther({ name }: ScannedTag, depth: number): boolean {
  if (['iframe', 'video', 'audio', 'youtube', 'object'].includes(name)) return true;
  if (!/^[A-Z]/.test(name) || questions.has(name)) return false;
  if (name === 'Hint' || name === 'Solution') return depth === 0;
  if (knownTags.includes(name)) return false;
  return others.has(name) || isBoxName(name) || nearest(name, knownTags) === undefined;
}

function writtenAs(tag: ScannedTag, written: string): Use {
  const { name, attributes, isSelfClosing } = tag;
  const own = captions.map((key) => attributes.get(key)?.trim() ?? '').find((value) => value !== '') ?? '';
  const link = embedOf(tag);
  if (link !== undefined) return { written: link, words: `${excerpt(written)} became ${excerpt(link)}` };
  if (isSelfClosing || /^[a-z]/.test(name)) return leftOut(written);
  if (isBoxName(name)) {
    const box = boxOf(attributes.get('type') ?? attributes.get('variant') ?? name, own);
    const opening = openingTag(box);
    return { written: opening, closing: `</${box.tag}>`, words: `${excerpt(written)} became ${opening}` };
  }
  const title = own === '' ? '' : `**${own.replace(/[\\<{*_]/g, '\\$&')}**`;
  return {
    written: title,
    words: `left out: ${excerpt(written)}, a component of another tool; its content stays`,
  };
}

/** What has no meaning here stays in the file as a comment, so that its author can write it anew. */
const leftOut = (written: string): Use => ({
  written: `<!-- ${written.replace(/-->/g, '-- >')} -->`,
  closing: '',
  words: `left out: ${excerpt(written)}, a component of another tool; it stays as a comment`,
});

/** The text in the place of a tag; where the tag had the line to itself, with empty lines around. */
function replacing(text: string, { start, end }: ScannedTag, written: string): Edit {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const lineEnd = text.indexOf('\n', end);
  const after = text.slice(end, lineEnd === -1 ? text.length : lineEnd);
  const isAlone = before.trim() === '' && after.trim() === '';
  if (!isAlone || written === '') return { start, end, text: written };
  const isFree = (offset: number) => /^[ \t]*(?:\n|$)/.test(text.slice(offset, offset + 80));
  const above =
    start - before.length === 0 ||
    /\n[ \t]*\n$|^[ \t]*\n$/.test(text.slice(Math.max(0, start - before.length - 80), start - before.length));
  const below = lineEnd === -1 || isFree(lineEnd + 1);
  return { start, end, text: `${above ? '' : `\n${before}`}${written}${below ? '' : '\n'}` };
}
