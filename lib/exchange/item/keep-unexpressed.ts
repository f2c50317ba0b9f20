import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { attributesOf } from '#lib/item/parts.ts';
import { findItems } from './read-items.ts';

/** Attributes of ours that no format has. */
const ownAttributes = ['title', 'label', 'asks', 'time', 'apart', 'taught', 'runs', 'run'];
/** Blocks within an item that a format may have no place for. */
const ownBlocks = ['Hint', 'Setup', 'Check', 'Wrong', 'Solution'];

/**
 * The text of an imported item with what the present one has and the import does not say: attributes of ours, level and
 * objective that the file does not name (`unnamed`), hints, solutions, checks, and the ids and feedback of options that say
 * the same. Texts of the question and its answers are those of the import.
 */
export function keepUnexpressed(imported: string, present: string, unnamed: readonly string[]): string {
  const [old] = findItems(present);
  const [fresh] = findItems(imported);
  if (!old || !fresh || old.element.name !== fresh.element.name) return imported;
  const withOptions = withOptionsOf(imported.split('\n'), present.split('\n'));
  const withTag = withAttributesOf(withOptions, { old: old.element, fresh: fresh.element, unnamed });
  return withBlocksOf(withTag, fresh.element, blocksOf(present, old.element)).join('\n');
}

function withAttributesOf(
  [tag = '', ...lines]: readonly string[],
  {
    old,
    fresh,
    unnamed,
  }: {
    readonly old: MdxJsxFlowElement;
    readonly fresh: MdxJsxFlowElement;
    readonly unnamed: readonly string[];
  },
): string[] {
  const [had, has] = [attributesOf(old), attributesOf(fresh)];
  const marked = unnamed.reduce((text, name) => {
    const before = had[name];
    return before === undefined
      ? text
      : text.replace(` ${name}="${has[name] ?? ''}"`, ` ${name}="${before}"`);
  }, tag);
  const kept = ownAttributes.flatMap((name) => {
    const value = had[name];
    return value === undefined || name in has ? [] : [value === '' ? ` ${name}` : ` ${name}="${value}"`];
  });
  return [marked.replace(/>$/, `${kept.join('')}>`), ...lines];
}

/** The blocks of an item by name, each as it stands. */
function blocksOf(text: string, { children, position }: MdxJsxFlowElement): Map<string, string[]> {
  const lines = text.split('\n');
  const first = position?.start.line ?? 1;
  const blocks = new Map<string, string[]>();
  for (const child of children) {
    if (child.type !== 'mdxJsxFlowElement' || !child.name || !ownBlocks.includes(child.name)) continue;
    const { start, end } = child.position ?? { start: { line: first }, end: { line: first } };
    blocks.set(child.name, [
      ...(blocks.get(child.name) ?? []),
      lines.slice(start.line - 1, end.line).join('\n'),
    ]);
  }
  return blocks;
}

/** The blocks that the import has none of, before the first one that comes after them. */
function withBlocksOf(
  lines: readonly string[],
  { children }: MdxJsxFlowElement,
  blocks: ReadonlyMap<string, readonly string[]>,
): string[] {
  const named = new Set(
    children.flatMap((child) => (child.type === 'mdxJsxFlowElement' ? [child.name] : [])),
  );
  return ownBlocks.toReversed().reduce<string[]>(
    (text, name) => {
      const own = named.has(name) ? [] : (blocks.get(name) ?? []);
      if (own.length === 0) return text;
      const later = ownBlocks.slice(ownBlocks.indexOf(name) + 1).map((other) => `<${other}`);
      const at = text.findIndex((line) => later.some((start) => line.startsWith(start)));
      const place = at === -1 ? text.length - 1 : at;
      return [
        ...text.slice(0, place),
        ...own.flatMap((block) => [...block.split('\n'), '']),
        ...text.slice(place),
      ];
    },
    [...lines],
  );
}

interface OptionLines {
  readonly marker: string;
  readonly feedback: readonly string[];
}

const optionLine = /^(\s*(?:-|\d+\.) (?:\[[ xX]\] )?)(.*?) ?(<Id is="[^"]*"[^>]*\/>)?$/;

/** The lines with the ids, and where the import has no feedback at all the feedback, of options that say the same. */
function withOptionsOf(imported: readonly string[], present: readonly string[]): string[] {
  const known = optionsIn(present);
  const hasFeedback = [...optionsIn(imported).values()].some(({ feedback }) => feedback.length > 0);
  return imported.flatMap((line) => {
    const [, start = '', label = ''] = optionLine.exec(line) ?? [];
    const option = start === '' ? undefined : known.get(label.trim());
    if (!option) return [line];
    return [
      `${start}${label}${option.marker && ` ${option.marker}`}`,
      ...(hasFeedback ? [] : option.feedback),
    ];
  });
}

function optionsIn(lines: readonly string[]): Map<string, OptionLines> {
  const options = new Map<string, OptionLines>();
  for (const [at, line] of lines.entries()) {
    const [, start = '', label = '', marker = ''] = optionLine.exec(line) ?? [];
    if (start === '') continue;
    const rest = lines.slice(at + 1);
    const end = rest.findIndex((other) => !/^\s+>/.test(other));
    options.set(label.trim(), { marker, feedback: rest.slice(0, end === -1 ? rest.length : end) });
  }
  return options;
}
