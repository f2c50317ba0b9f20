import { knownTags } from '#lib/lesson/components.ts';
import { nearest } from '#lib/lesson/nearest.ts';
import { findHidden, hidden } from './hidden.ts';

/** A tag of one of our components as its author wrote it; offsets count from 0. */
export interface WrittenTag {
  readonly start: number;
  /** The offset after it. */
  readonly end: number;
  /** The name as written, and the component that was meant. */
  readonly name: string;
  readonly meant: string;
  readonly isClosing: boolean;
  readonly isSelfClosing: boolean;
  readonly attributes: string;
  /** What is wrong with its form, and the tag as it should be written. */
  readonly fault: TagFault | undefined;
}

export interface TagFault {
  readonly offset: number;
  readonly rule: string;
  readonly message: string;
  readonly written: string;
}

/** A tag is looked at up to an empty line, and no further than this. */
const longestTag = 1_000;

const begins = /(?:(\\?)([<＜])|(&lt;))([ \u00a0]*)([/\\]?)([ \u00a0]*)([A-Za-z]\w*)/gu;
const wellFormed = /(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|\{[^}]*\}))?|\s+\{[^}]*\})*\s*(\/?)>/y;

/** All tags outside code that are, or were plainly meant to be, one of our components. */
export function tagsIn(masked: string): WrittenTag[] {
  return [...masked.matchAll(begins)].flatMap((found) => {
    const tag = tagAt(masked, found);
    return tag ? [tag] : [];
  });
}

function tagAt(masked: string, found: RegExpMatchArray): WrittenTag | undefined {
  const [whole, backslash = '', angle = '', entity = '', before = '', slash = '', behind = '', name = ''] =
    found;
  const start = found.index ?? 0;
  const meant = meantTag(name);
  // `<number>` within a sentence is a word to be replaced; a component is on a line of its own or has attributes.
  const isPlaceholder =
    /^[a-z]/.test(name) && /^\s*>/.test(masked.slice(start + whole.length)) && !isAlone(masked, start);
  if (meant === undefined || isPlaceholder) return undefined;
  const isOdd = backslash + entity + before !== '' || angle === '＜';
  const line = lineAt(masked, start);
  if (isOdd && !(isAlone(masked, start) && /(?:>|＞|&gt;)\s*$/.test(line))) return undefined;
  const region = regionAt(masked, start + whole.length);
  wellFormed.lastIndex = 0;
  const good = wellFormed.exec(region);
  const isClosing = slash !== '';
  const own = { start, name, meant, isClosing };
  if (good && !isOdd && slash !== '\\' && behind === '') {
    const end = start + whole.length + good[0].length;
    return { ...own, end, isSelfClosing: good[1] === '/', attributes: good[0], fault: undefined };
  }
  const rest = good?.[0] ?? brokenRest(region);
  const mended = mendAttributes(rest);
  const isSelfClosing = /\/\s*(?:>|＞|&gt;|\\>)?\s*$/.test(rest) && !isClosing;
  const written = `<${isClosing ? '/' : ''}${meant}${mended}${isSelfClosing ? ' /' : ''}>`;
  const form = { escaped: backslash + entity, angle, before, slash, behind };
  return {
    ...own,
    end: start + whole.length + rest.length,
    isSelfClosing,
    attributes: mended,
    fault: { ...faultIn({ form, rest, whole, written, start }), written },
  };
}

/** Whether only blanks precede an offset in its line. */
function isAlone(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}

/** The component that was meant by a name; undefined if it is hardly one of ours. */
function meantTag(name: string): string | undefined {
  if (knownTags.includes(name)) return name;
  const same = knownTags.find((tag) => tag.toLowerCase() === name.toLowerCase());
  return same ?? (/^[A-Z]/.test(name) && name.length > 2 ? nearest(name, knownTags) : undefined);
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end === -1 ? text.length : end);
}

function regionAt(text: string, offset: number): string {
  const region = text.slice(offset, offset + longestTag);
  const end = region.search(/\n[ \t]*(?:\n|$)/);
  return end === -1 ? region : region.slice(0, end);
}

/** A tag that is not well formed ends at its first bracket, or with its line. */
function brokenRest(region: string): string {
  const ends = /^[^<＜]*?(?:&gt;|\\?[>＞])/.exec(region)?.[0];
  return ends ?? /^[^\n<]*/.exec(region)?.[0] ?? '';
}

/** Attributes with straight quotes and equals signs. */
function mendAttributes(rest: string): string {
  const plain = rest
    .replace(new RegExp(hidden, 'gu'), '')
    .replace(/[“”„‟«»″＂]|&quot;/g, '"')
    .replace(/(?:\\?[>＞]|&gt;)\s*$/, '')
    .replace(/^\s*=/, ' is=');
  const pairs = [
    ...plain.matchAll(/([\w-]+)\s*[=:：＝]\s*(?:"([^"\n]*)"?|'([^'\n]*)'?|[‘’‚]?([^\s"'>‘’]+)[‘’]?)/g),
  ];
  const bare =
    plain.replace(/([\w-]+)\s*[=:：＝]\s*(?:"[^"\n]*"?|'[^'\n]*'?|\S+)/g, ' ').match(/[a-z-]{2,}/g) ?? [];
  return [
    ...pairs.map(
      ([, name = '', double, single, none]) =>
        ` ${name}="${(double ?? single ?? none ?? '').replace(/\/$/, '').trim()}"`,
    ),
    ...bare.map((name) => ` ${name}`),
  ].join('');
}

interface TagForm {
  readonly escaped: string;
  readonly angle: string;
  readonly before: string;
  readonly slash: string;
  readonly behind: string;
}

function faultIn({
  form,
  rest,
  whole,
  written,
  start,
}: {
  readonly form: TagForm;
  readonly rest: string;
  readonly whole: string;
  readonly written: string;
  readonly start: number;
}): Omit<TagFault, 'written'> {
  const at = (rule: string, message: string, offset = start) => ({ offset, rule, message });
  const inRest = start + whole.length;
  if (form.escaped)
    return at('tag-text', `This tag is shown as text, since its brackets are escaped. Write ${written}.`);
  if (form.angle === '＜')
    return at('tag-text', `This tag is shown as text. Write ${written}, without full-width brackets.`);
  const unseen = findHidden(rest);
  if (unseen !== -1)
    return at(
      'hidden',
      'Here stands a character that cannot be seen, and the tag is not read as one. Remove it, or write the tag again.',
      inRest + unseen,
    );
  if (form.before || form.behind || form.slash === '\\')
    return at(
      'tag-form',
      `No space and no backslash stands between the bracket and the name of a tag. Write ${written}, without a space.`,
    );
  if (/^\s*=/.test(rest)) return at('tag-form', `The name of the attribute is missing. Write ${written}.`);
  const sign = /[\w-]+(?=\s*[:：＝]\s*["“„'])/.exec(rest);
  if (sign)
    return at(
      'attribute-quotes',
      `An attribute has an equals sign. Write ${/[\w-]+="[^"]*"/.exec(written)?.[0]}.`,
      inRest + sign.index,
    );
  if (!/[>＞]|&gt;/.test(rest) && !/["“”„]/.test(rest.replace(/"[^"\n]*"/g, '')))
    return at('tag-form', `This tag is not closed with \`>\`. Write ${written}.`);
  return at(
    'attribute-quotes',
    `An attribute in «${(whole + rest).slice(0, 24).trim()}» is not quoted properly. Write name="value", with straight quotes at both ends.`,
  );
}
