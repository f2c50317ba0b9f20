import type { Fault } from '#lib/lesson/faults.ts';
import type { Mender } from './mender.ts';
import { tagsIn, type WrittenTag } from './tag-scan.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface OffsetFault {
  readonly offset: number;
  readonly rule: string;
  readonly message: string;
}

/** Reports tags of ours that are misspelled, badly formed or closed by another name, and writes them as meant. */
export const mendTags: Mender = (lines, masked) => {
  const shown = masked.join('\n');
  const scan = new TagScan(shown);
  for (const tag of tagsIn(shown)) scan.read(tag);
  if (scan.faults.length === 0) return { lines, faults: [] };
  return {
    lines: edited(lines.join('\n'), scan.edits).split('\n'),
    faults: scan.faults.slice(0, mostFaults).map((fault) => placed(fault, shown)),
  };
};

/** Nobody reads more of them, and each is one to look for. */
const mostFaults = 60;

/** The text with all edits; of two at the same place, the first. */
function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text: written } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    pieces.push(text.slice(from, start), written);
    from = end;
  }
  return pieces.join('') + text.slice(from);
}

function placed({ offset, ...fault }: OffsetFault, text: string): Fault {
  const before = text.slice(0, offset);
  return { ...fault, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Reads the tags of a file in their order and compares what opens with what closes. */
class TagScan {
  readonly edits: Edit[] = [];
  readonly faults: OffsetFault[] = [];
  private readonly open: WrittenTag[] = [];
  /** Tags that were closed at once, by name, for which a closing tag may still come. */
  private readonly closedAtOnce = new Map<string, WrittenTag>();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  read(tag: WrittenTag): void {
    const top = this.open.at(-1);
    if (tag.isClosing) return this.readClosing(tag, top);
    if (tag.fault) this.report(tag.fault, tag, tag.fault.written);
    else if (tag.name !== tag.meant) this.report(misspelled(tag), tag, renamed(tag));
    if (tag.isSelfClosing) {
      this.closedAtOnce.set(tag.meant, tag);
    } else if (tag.meant === 'Id') {
      if (!this.text.startsWith('</', tag.end))
        this.report(openId(tag), tag, `<Id${tag.attributes.replace(/>$/, '')} />`);
    } else if (
      top?.name === tag.name &&
      tag.name === tag.meant &&
      tag.attributes.replace('>', '').trim() === ''
    ) {
      this.report(notClosing(tag), tag, `</${tag.meant}>`);
      this.open.pop();
    } else {
      this.moveTextBehind(tag);
      this.open.push(tag);
    }
  }

  private readClosing(tag: WrittenTag, top: WrittenTag | undefined): void {
    const written = `</${tag.meant}>`;
    if (tag.meant === 'Id') return;
    if (top && top.meant === tag.meant) {
      this.open.pop();
      if (tag.fault && top.fault?.rule !== tag.fault.rule) this.report(tag.fault, tag, written);
      else if (tag.fault || (tag.name !== tag.meant && tag.name === top.name)) this.edit(tag, written);
      else if (tag.name !== tag.meant) this.report(wrongEnd(tag), tag, written);
      return;
    }
    if (this.open.some(({ meant }) => meant === tag.meant)) {
      while (this.open.pop()?.meant !== tag.meant);
      return;
    }
    const early = this.closedAtOnce.get(tag.meant);
    if (!early) return;
    this.closedAtOnce.delete(tag.meant);
    this.report(
      closedEarly(early),
      early,
      this.text.slice(early.start, early.end).replace(/\s*\/\s*>$/, '>'),
    );
  }

  /** The first line of a text that begins behind its opening tag moves into the empty line below. */
  private moveTextBehind(tag: WrittenTag): void {
    const lineStart = this.text.lastIndexOf('\n', tag.start) + 1;
    const lineEnd = this.text.indexOf('\n', tag.end);
    const behind = this.text.slice(tag.end, lineEnd);
    const next = lineEnd === -1 ? -1 : this.text.indexOf('\n', lineEnd + 1);
    const isOwn = this.text.slice(lineStart, tag.start).trim() === '';
    if (!isOwn || next === -1 || behind.trim() === '' || behind.includes('</')) return;
    if (this.text.slice(lineEnd + 1, next).trim() !== '') return;
    this.faults.push({ offset: tag.start, rule: 'item-inline', message: textBehind(tag) });
    this.edits.push({ start: tag.end, end: lineEnd + 1, text: `\n${behind.trim()}` });
  }

  private report(fault: OffsetFault, tag: WrittenTag, written: string): void {
    this.faults.push({ offset: fault.offset, rule: fault.rule, message: fault.message });
    this.edit(tag, written);
  }

  private edit({ start, end }: WrittenTag, written: string): void {
    this.edits.push({ start, end, text: written });
  }
}

const renamed = ({ meant, attributes }: WrittenTag): string => `<${meant}${attributes}`;

function misspelled({ start, name, meant }: WrittenTag): OffsetFault {
  const message =
    name.toLowerCase() === meant.toLowerCase()
      ? `There is no component <${name}>. Write <${meant}>: its name begins with a capital letter${meant.slice(1) === meant.slice(1).toLowerCase() ? '' : ' and has another within'}.`
      : `There is no component <${name}>. Did you mean <${meant}>? Correct it here and in its closing tag.`;
  return { offset: start, rule: 'component', message };
}

const wrongEnd = ({ start, name, meant }: WrittenTag): OffsetFault => ({
  offset: start,
  rule: 'tag-end',
  message: `</${name}> does not close <${meant}>, since the two names differ. Write </${meant}>.`,
});

const openId = ({ start }: WrittenTag): OffsetFault => ({
  offset: start,
  rule: 'tag-unclosed',
  message: 'An id holds nothing, so it is closed at once. Write <Id is="…" />, with a slash at its end.',
});

const notClosing = ({ start, meant }: WrittenTag): OffsetFault => ({
  offset: start,
  rule: 'tag-end',
  message: `This opens <${meant}> again before it was closed. Write </${meant}> if it ends here.`,
});

const closedEarly = ({ start, meant }: WrittenTag): OffsetFault => ({
  offset: start,
  rule: 'tag-end',
  message: `The slash in \`/>\` closes <${meant}> at once, and its closing tag comes later. Remove this slash.`,
});

const textBehind = ({ meant }: WrittenTag): string =>
  `Text begins in the line of <${meant}>. Write the tag on a line of its own, then an empty line, then the text.`;
