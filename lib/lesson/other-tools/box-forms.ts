import { isBoxName } from './box-kinds.ts';

/** A line that begins or ends a box of another tool. */
export interface BoxForm {
  readonly kind: 'colon' | 'quote' | 'indent' | 'template';
  readonly indent: string;
  /** The name of the box in its tool; empty for an end that has none. */
  readonly name: string;
  /** The name that its end has. */
  readonly endName: string;
  readonly title: string;
  readonly closes: boolean;
  /** Text of the box in its first line. */
  readonly first: string;
  readonly isFolded: boolean;
  /** One of several texts of which the reader chooses one. */
  readonly isTab: boolean;
}

const form = (parts: Pick<BoxForm, 'kind' | 'indent' | 'name'> & Partial<BoxForm>): BoxForm => ({
  endName: parts.name,
  title: '',
  closes: false,
  first: '',
  isFolded: false,
  isTab: false,
  ...parts,
});

/** `:::note Title`, `:::{note}`, `::: {.callout-note title="…"}` and the `:::` that closes each. */
export function colonForm(line: string): BoxForm | undefined {
  const [, indent = '', rest] = /^([ \t]*):{3,}(.*)$/.exec(line) ?? [];
  if (rest === undefined) return undefined;
  const written = withoutColons(rest);
  if (written === '') return form({ kind: 'colon', indent, name: '', closes: true });
  const [, name = '', after = ''] = /^\{?\.?(?:callout-)?([A-Za-z][\w-]*)(.*)$/.exec(written) ?? [];
  if (name === '') return undefined;
  const title = /title="([^"]*)"/.exec(after)?.[1] ?? /^\s*\[([^\]]*)\]/.exec(after)?.[1];
  return form({ kind: 'colon', indent, name, title: title ?? after.replace(/\{[^}]*\}|^\}.*$/g, '').trim() });
}

function withoutColons(rest: string): string {
  let end = rest.length;
  while (/[\s:]/.test(rest.charAt(end - 1))) end--;
  return rest.slice(0, end).trimStart();
}

/** `> [!NOTE] Title`, and `>{notice} text` of books made from Markdown. */
export function quoteForm(line: string): BoxForm | undefined {
  const github = /^([ \t]*)> ?\[!([A-Za-z-]+)\]([-+]?)(.*)$/.exec(line);
  if (github) {
    const [, indent = '', name = '', sign = '', title = ''] = github;
    return form({ kind: 'quote', indent, name, title, isFolded: sign === '-' });
  }
  const [, indent = '', name = '', first = ''] = /^([ \t]*)> ?\{([a-z]+)\}(.*)$/.exec(line) ?? [];
  return isBoxName(name) ? form({ kind: 'quote', indent, name, first: indent + first.trim() }) : undefined;
}

/** `!!! note "Title"`, `??? note`, and a tab, `=== "Title"`, with their text indented below. */
export function indentForm(line: string): BoxForm | undefined {
  const [, indent = '', mark = '', rest = ''] =
    /^([ \t]*)(!!!|\?\?\?\+?|===[+!]?)[ \t]+(\S.*)$/.exec(line) ?? [];
  if (mark === '') return undefined;
  const title = /"([^"]*)"/.exec(rest)?.[1] ?? '';
  if (mark.startsWith('=')) {
    return title === '' ? undefined : form({ kind: 'indent', indent, name: 'tab', title, isTab: true });
  }
  const name = /^[A-Za-z][\w-]*/.exec(rest)?.[0] ?? 'note';
  return form({ kind: 'indent', indent, name, title, isFolded: mark.startsWith('?') });
}

/** `{{< note >}}` of Hugo, `{% hint style="info" %}` of GitBook and Liquid, and their ends, for names of boxes. */
export function templateForm(line: string): BoxForm | undefined {
  const [, indent = '', slash = '', written = '', rest = ''] =
    /^([ \t]*)(?:\{\{[<%]|\{%)-?[ \t]*(\/|end(?=[a-z]))?[ \t]*([A-Za-z][\w-]*)([^{}]*?)-?(?:[>%]\}\}|%\})[ \t]*$/.exec(
      line,
    ) ?? [];
  if (written === '' || !isBoxName(written)) return undefined;
  if (slash !== '') return form({ kind: 'template', indent, name: written, closes: true });
  const title = /title="([^"]*)"/.exec(rest)?.[1] ?? '';
  const style = /(?:style|type|kind|color)="([A-Za-z-]+)"/.exec(rest)?.[1];
  return form({ kind: 'template', indent, name: style ?? written, endName: written, title });
}
