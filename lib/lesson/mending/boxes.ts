import type { Fault } from '#lib/lesson/faults.ts';
import { findHidden, hidden, otherBlank } from './hidden.ts';
import type { Mender } from './mender.ts';

/** Items whose entries begin with a box. */
const boxed = ['Choice', 'Output', 'Number', 'Text'] as const;
/** Items, and the bank of one, whose entries have text quoted beneath them. */
const noted = [...boxed, 'Recall', 'Bank'] as const;

const bullet = '[-*+•●▪‣◦·–—－−\\uf0b7]';
const boxForms =
  '\\[[^\\]\\w(){}"]?[xXvV✓✔*]?[^\\]\\w]?\\]|\\([ \\u00a0]?[xX]?[ \\u00a0]?\\)|［[ 　]?[xX]?[ 　]?］|【[ 　]?[xX]?[ 　]?】|[☐☑☒✓✔✅⬜□■☓]';
const anyBlank = `[\\t ]|${otherBlank}|${hidden}`;
const entry = new RegExp(
  `^((?:${anyBlank})*)(?:(${bullet}|\\d+[.)])((?:${anyBlank})*))?(${boxForms})((?:${anyBlank})*)(?=.)`,
  'u',
);
const right = /[xXvV✓✔✅☑*■]/;
const good = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\][ \t]+\S/;
const lettered = /^\s*[a-zA-Z][.)][ \t]+\S/;

/** The right answer, named below the options. */
const answerLine = /^\s*\**(?:the )?(?:correct |right )?(?:answer|key|solution)s?(?: is)?\**\s*[:：]/i;

const cure = 'Begin each with `- [ ] `, and a right one with `- [x] `.';

const longestItem = 200;
const itemTag = new RegExp(`^\\s*</?(?:${noted.join('|')})\\b`);

interface Item {
  readonly tag: string;
  readonly bullet: string | undefined;
  /** Messages of this item so far: the same mistake in each of its lines is one. */
  readonly told: Set<string>;
  readonly isLettered: boolean;
  /** Whether an entry is marked right. */
  readonly hasKey: boolean;
  /** What precedes a line: an entry or a quote beneath it, with or without an empty line, or something else. */
  after: 'entry' | 'text';
  isBlank: boolean;
  /** Whether an entry has come yet. */
  hasEntries: boolean;
}

/** Reports lists of options, answers and concepts that are not read as such, and writes them as meant. */
export const mendBoxes: Mender = (lines, masked) => {
  const faults: Fault[] = [];
  let item: Item | undefined;
  const mended = lines.map((content, at) => {
    const shown = masked[at] ?? '';
    const tag = /^\s*<(\/?)([A-Z]\w*)/.exec(shown);
    if (tag) {
      const name = tag[2] ?? '';
      if (tag[1] !== '/' && noted.some((one) => one === name))
        item = openItem(name, linesFrom(masked, at + 1));
      else if (item?.tag === name || (tag[1] !== '/' && item)) item = undefined;
      return content;
    }
    if (!item) return content;
    const result = mendLine(content, shown, item);
    if (result.message !== undefined && !item.told.has(result.message)) {
      item.told.add(result.message);
      const column = (result.column ?? content.search(/\S/)) + 1;
      faults.push({ line: at + 1, column, rule: result.rule ?? 'option-box', message: result.message });
    }
    return result.content;
  });
  return { lines: mended, faults };
};

/** The next lines, as far as an item goes. */
const linesFrom = (lines: readonly string[], at: number): readonly string[] => {
  const end = lines.slice(at, at + longestItem).findIndex((line) => itemTag.test(line));
  return lines.slice(at, end === -1 ? at + longestItem : at + end);
};

function openItem(tag: string, own: readonly string[]): Item {
  const first = own.find((line) => entry.test(line));
  const letters = own.filter((line) => lettered.test(line));
  return {
    tag,
    bullet: first === undefined ? undefined : (entry.exec(first)?.[2] ?? '-'),
    told: new Set(),
    isLettered: first === undefined && letters.length > 1 && boxed.some((one) => one === tag),
    hasKey: own.some((line) => right.test(entry.exec(line)?.[4] ?? '')),
    after: 'text',
    isBlank: false,
    hasEntries: false,
  };
}

interface MendedLine {
  readonly content: string;
  readonly message?: string;
  readonly rule?: string;
  readonly column?: number;
}

function mendLine(content: string, shown: string, item: Item): MendedLine {
  const wasBlank = item.isBlank;
  item.isBlank = content.trim() === '';
  if (item.isBlank) return { content };
  if (content.startsWith('>') && item.after === 'entry')
    return { content: `  ${content}`, rule: 'note-indent', message: noteMessage };
  const isBoxed = boxed.some((one) => one === item.tag);
  const found = isBoxed ? entry.exec(shown) : null;
  if (found) {
    Object.assign(item, { after: 'entry', hasEntries: true });
    return mendEntry(content, found, item);
  }
  if (item.isLettered && lettered.test(shown)) {
    const box = item.told.size === 0 ? '[x]' : '[ ]';
    const message = `Options have no letters: they are shuffled. ${cure}`;
    return { content: content.replace(/^\s*\S+/, `- ${box}`), message };
  }
  if (item.hasEntries && !item.hasKey && answerLine.test(shown))
    return { content: '', rule: 'answer-line', message: answerMessage };
  if (!isBoxed && /^[ \t]*[-*+][ \t]/.test(shown)) item.after = 'entry';
  else if (wasBlank && !/^\s/.test(content)) item.after = 'text';
  return { content };
}

function mendEntry(content: string, found: RegExpExecArray, item: Item): MendedLine {
  const [whole, indent = '', mark = '', gap = '', box = '', behind = ''] = found;
  const own = mark || item.bullet || '-';
  const isNumber = /\d/.test(own);
  const first = item.bullet ?? '-';
  const isOther =
    !isNumber && !/\d/.test(first) && /^[-*+]$/.test(first) && /^[-*+]$/.test(own) && own !== first;
  const written = `${indent.replace(/[^\t ]/g, '')}${isNumber ? own : /^[-*+]$/.test(first) ? first : '-'} [${right.test(box) ? 'x' : ' '}] ${content.slice(whole.length)}`;
  if (good.test(content)) {
    return isOther
      ? {
          content: written,
          rule: 'options-split',
          message: `This entry begins with \`${own}\` and those above with \`${first}\`, which makes two lists. Write the same mark before each.`,
        }
      : { content };
  }
  return { content: written, message: entryMessage({ indent, mark, gap, box, behind }) };
}

function entryMessage({
  indent,
  mark,
  gap,
  box,
  behind,
}: Readonly<Record<'indent' | 'mark' | 'gap' | 'box' | 'behind', string>>): string {
  const written = indent + gap + box + behind;
  if (findHidden(written) !== -1)
    return 'In this line stands a character that cannot be seen, so it is no option. Remove it: write the beginning of the line again, as `- [ ] ` or `- [x] `.';
  if (new RegExp(otherBlank, 'u').test(indent + gap + behind) || box.includes('\u00a0'))
    return 'This line has a no-break space, which looks like a space and is none to Markdown. Write the beginning of the line again with ordinary spaces, as `- [ ] ` or `- [x] `.';
  if (mark === '') return `This line is no entry of a list. ${cure}`;
  if (!/^\[[ xX]\]$/.test(box)) return `This is no box. ${cure}`;
  if (!/^(?:[-*+]|\d+[.)])$/.test(mark)) return `\`${mark}\` begins no list in Markdown. ${cure}`;
  if (gap === '') return `There is no space after the hyphen, so this is no option. ${cure}`;
  return `There is no space behind the box, so this is no option. ${cure}`;
}

const noteMessage =
  'What is said about an entry belongs to it only when it is indented. Put two spaces before the `>`, in each line of it.';

const answerMessage =
  'The right answer is not named below the options, where everybody would read it. Remove this line, and begin the right option with `- [x] `.';
