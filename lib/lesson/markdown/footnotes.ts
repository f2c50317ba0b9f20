import type { FootnoteDefinition, FootnoteReference, Nodes, Root, RootContent, Text } from 'mdast';
import type { Report } from '#lib/lesson/render-context.ts';
import type { Rich } from '#lib/text/rich.ts';

/** A reference to a footnote: the note's number, and which of its references this is, both from 1. */
export interface FootnoteNumber {
  readonly note: number;
  readonly reference: number;
}

/** The footnotes of one file: their texts, numbered in the order in which the text refers to them. */
export class Footnotes {
  private readonly texts = new Map<string, FootnoteDefinition>();
  private readonly numbers = new Map<string, FootnoteNumber>();

  constructor(tree: Root, report: Report) {
    const used = new Set<string>();
    visit(tree, (node) => {
      if (node.type === 'footnoteReference') used.add(node.identifier);
      if (node.type === 'text') reportMissing(node, report);
      if (node.type !== 'footnoteDefinition') return;
      if (this.texts.has(node.identifier))
        report(
          node,
          'footnote-twice',
          `The footnote «${node.label ?? ''}» has two texts. Remove one of them.`,
        );
      else this.texts.set(node.identifier, node);
    });
    for (const [identifier, node] of this.texts)
      if (!used.has(identifier))
        report(
          node,
          'footnote-unused',
          `Nothing refers to this footnote, so it is not shown. Write [^${node.label ?? ''}] in the text, or remove it.`,
          'warning',
        );
  }

  /** The number of a reference; undefined without a text. A reference counts each time it is asked for. */
  number({ identifier }: FootnoteReference): FootnoteNumber | undefined {
    if (!this.texts.has(identifier)) return undefined;
    const before = this.numbers.get(identifier);
    const number = before
      ? { ...before, reference: before.reference + 1 }
      : { note: this.numbers.size + 1, reference: 1 };
    this.numbers.set(identifier, number);
    return number;
  }

  /** The footnotes that were referred to, as a list with links back; empty without any. */
  list(rich: (nodes: readonly RootContent[]) => Rich): Rich {
    const notes: Rich = [];
    // A footnote may refer to another one, which is then the next of this list.
    for (let at = 0; at < this.numbers.size; at++) {
      const [identifier, { note }] = [...this.numbers][at] ?? ['', { note: 0 }];
      const text = rich(this.texts.get(identifier)?.children ?? []);
      notes.push([
        'li',
        { id: `fn-${note}` },
        ...text,
        ['a', { href: `#fnref-${note}`, 'aria-label': `Back to the text at footnote ${note}` }, '↩'],
      ]);
    }
    return notes.length === 0
      ? []
      : [['section', { className: 'footnotes', 'aria-label': 'Footnotes' }, ['ol', null, ...notes]]];
  }
}

/** A reference whose text is nowhere: Markdown shows it as it stands. `[^a-z]` is a pattern for other texts. */
function reportMissing(node: Text, report: Report): void {
  const [mark, name = ''] = /\[\^([\w-]{1,40})\]/.exec(node.value) ?? [];
  if (mark === undefined || /^\w-\w/.test(name)) return;
  report(
    node,
    'footnote-missing',
    `«${mark}» refers to a footnote without a text, so it is shown as it stands. Write ${mark}: and its words on a line of their own, or remove it.`,
    'warning',
  );
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}
