import type { Edit } from '#lib/lesson/markdown/edits.ts';
import { type BoxForm, colonForm, indentForm, quoteForm, templateForm } from './box-forms.ts';
import { type Box, boxOf, openingTag } from './box-kinds.ts';
import { excerpt, type Line, linesOf, type Notice, type Rewriter } from './rewriting.ts';

/** Boxes of other tools as notes and cards of ours: `:::note`, `> [!NOTE]`, `!!! note`, `{{< note >}}`. */
export const boxes: Rewriter = {
  signs: /^[ \t]*(?::::|> ?(?:\[!|\{)|!!!|\?\?\?|===|\{\{[<%]|\{%)/m,
  rewrite(text, shown) {
    const scan = new BoxScan(linesOf(text, shown));
    scan.readAll();
    return { edits: scan.edits, notices: scan.notices };
  },
};

interface OpenBox {
  readonly at: number;
  readonly form: BoxForm;
}

/** Reads the lines of a text once. Boxes within indented ones are found when those have been written anew. */
class BoxScan {
  readonly edits: Edit[] = [];
  readonly notices: Notice[] = [];
  /** Boxes that a line of their own closes. */
  private readonly open: OpenBox[] = [];
  private readonly lines: readonly Line[];

  constructor(lines: readonly Line[]) {
    this.lines = lines;
  }

  readAll(): void {
    for (let at = 0; at < this.lines.length; at++) {
      const { shown } = this.lines[at] ?? { shown: '' };
      const form = colonForm(shown) ?? templateForm(shown);
      if (form?.closes) this.close(at, form);
      else if (form) this.open.push({ at, form });
      else at = this.readBlock(at, shown);
    }
  }

  /** A box that ends where its marks or its indentation end. Gives its last line. */
  private readBlock(at: number, shown: string): number {
    const form = quoteForm(shown) ?? indentForm(shown);
    if (!form) return at;
    const end = form.kind === 'quote' ? this.endOfQuote(at) : this.endOfIndented(at, form.indent);
    if (end === at && form.kind === 'indent') return at;
    this.report(at, form);
    this.replace(at, form.kind === 'indent' && form.isTab ? boldLine(form) : opening(form), form.first);
    for (let line = at + 1; line <= end; line++) this.cutFront(line, form);
    if (!form.isTab) this.insertAfter(end, form);
    return end;
  }

  private endOfQuote(at: number): number {
    let end = at;
    while (/^\s*>/.test(this.lines[end + 1]?.content ?? '')) end++;
    return end;
  }

  /** The last line that is indented below the first one; blanks belong to it when more of it follows. */
  private endOfIndented(at: number, indent: string): number {
    let end = at;
    for (let line = at + 1; line < this.lines.length; line++) {
      const { content } = this.lines[line] ?? { content: '' };
      if (content.trim() === '') continue;
      if (!content.startsWith(`${indent}    `) && !content.startsWith(`${indent}\t`)) break;
      end = line;
    }
    return end;
  }

  private close(at: number, closing: BoxForm): void {
    const last = this.open.findLastIndex(
      ({ form }) => form.kind === closing.kind && closesBox(closing, form),
    );
    const [opened] = last === -1 ? [] : this.open.splice(last);
    if (!opened) return;
    this.report(opened.at, opened.form);
    this.replace(opened.at, opening(opened.form), '');
    this.replace(at, `${opened.form.indent}</${boxOf(opened.form.name).tag}>`, '');
  }

  private report(at: number, form: BoxForm): void {
    const { start = 0, shown = '' } = this.lines[at] ?? {};
    const box = boxOfForm(form);
    const written = excerpt(shown);
    const isTemplate = form.kind === 'template';
    this.notices.push({
      offset: start + Math.max(0, shown.search(/\S/)),
      rule: isTemplate ? 'template' : 'box',
      message: form.isTab ? tabMessage : boxMessage(box, isTemplate),
      words: `${written} became ${form.isTab ? 'a title and its text' : openingTag(box)}`,
    });
  }

  /** Writes a line in the place of another one, parted from what stands next to it. */
  private replace(at: number, written: string, first: string): void {
    const { start = 0, content = '' } = this.lines[at] ?? {};
    const isFree = (line: number) => (this.lines[line]?.content ?? '').trim() === '';
    const before = isFree(at - 1) ? '' : '\n';
    const after = first === '' ? (isFree(at + 1) ? '' : '\n') : `\n\n${first}`;
    const text = before + written + after;
    this.edits.push({ start, end: start + content.length, text });
  }

  private insertAfter(at: number, form: BoxForm): void {
    const { start = 0, content = '' } = this.lines[at] ?? {};
    const offset = start + content.length;
    const isFree = (this.lines[at + 1]?.content ?? '').trim() === '';
    const tag = `${form.indent}</${boxOfForm(form).tag}>`;
    this.edits.push({ start: offset, end: offset, text: `\n\n${tag}${isFree ? '' : '\n'}` });
  }

  /** Takes the mark of a quote, or the indentation, from a line. */
  private cutFront(at: number, { kind, indent }: BoxForm): void {
    const { start = 0, content = '' } = this.lines[at] ?? {};
    const front =
      kind === 'quote' ? /^\s*> ?/.exec(content)?.[0] : content.trim() === '' ? '' : frontOf(content, indent);
    if (front) this.edits.push({ start, end: start + front.length, text: indent });
  }
}

const frontOf = (content: string, indent: string): string =>
  indent + (content.startsWith('\t', indent.length) ? '\t' : '    ');

const closesBox = (closing: BoxForm, opened: BoxForm): boolean =>
  closing.kind === 'colon' || closing.endName === opened.endName;

const boxOfForm = ({ name, title, isFolded }: BoxForm): Box => {
  const box = boxOf(name, title);
  return isFolded ? { ...box, tag: 'Reveal' } : box;
};

const opening = (form: BoxForm): string => form.indent + openingTag(boxOfForm(form));

const boldLine = ({ indent, title }: BoxForm): string =>
  `${indent}**${title.trim().replace(/[\\<{*_]/g, '\\$&')}**`;

function boxMessage({ tag, kind }: Box, isTemplate: boolean): string {
  const written = tag === 'Reveal' ? '<Reveal title="…">' : `<Note kind="${kind}">`;
  return `This is a ${isTemplate ? 'template' : 'box'} of another tool, and it is shown as one of ours. Write ${written}, the text and </${tag}>, each on lines of its own with an empty line between, or run \`npm run content -- fix\`.`;
}

const tabMessage =
  'This is a tab of another tool, and its title is shown above its text. Write the title in bold and the text without indentation, or run `npm run content -- fix`.';
