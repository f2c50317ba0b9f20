import { isMap, isScalar, LineCounter, type Pair, parseDocument, visit } from 'yaml';
import { yamlMistakes } from './yaml-mistakes.ts';

export interface YamlPosition {
  readonly line: number;
  readonly column: number;
}

/** Parsed YAML: its plain value, or its faults and their positions. */
export interface YamlSource {
  readonly value: unknown;
  readonly faults: readonly (YamlPosition & { readonly message: string })[];
  /** The position of a field's name, or of the nearest field around it; the start of the file without either. */
  position(path: readonly PropertyKey[]): YamlPosition;
  /** The source of a plain value, such as `3.10`; undefined for lists, maps and missing fields. */
  written(path: readonly PropertyKey[]): string | undefined;
}

/** A front matter of ours has a few thousand characters. Each mark costs the parser time, so they are counted before. */
const mostCharacters = 20_000;
const counted = [
  { what: 'colons', mark: /:/g, most: 1_000 },
  { what: 'opening brackets and braces', mark: /[[{]/g, most: 300 },
  { what: 'question marks before a space', mark: /\?\s/g, most: 300 },
] as const;
const start: YamlPosition = { line: 1, column: 1 };

/** Parses the YAML of a front matter; positions are those in the file, whose first line is `---`. */
export function readYaml(yaml: string): YamlSource {
  const tooMuch = overYamlLimits(yaml);
  if (tooMuch)
    return {
      value: undefined,
      faults: [{ ...start, message: tooMuch }],
      position: () => start,
      written: () => undefined,
    };
  const counter = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: counter,
    stringKeys: true,
    // The parser would compare each field with all before it.
    uniqueKeys: false,
    schema: 'core',
    logLevel: 'silent',
  });
  const placeAt = (offset: number): YamlPosition => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line) + 1, column: Math.max(1, col) };
  };
  const position = (path: readonly PropertyKey[]) => {
    const offset = offsetOf(document, path);
    return offset === undefined ? start : placeAt(offset);
  };
  const written = (path: readonly PropertyKey[]) => sourceOf(document.getIn(path, true));
  // What is wrong with the characters is the cause of whatever else the parser would say.
  const mistakes = yamlMistakes(yaml).map(({ line, ...rest }) => ({ ...rest, line: line + 1 }));
  const faults =
    mistakes.length > 0
      ? mistakes
      : documentFaults(document).map(({ offset, message }) => ({ ...placeAt(offset), message }));
  if (faults.length === 0)
    return { value: document.contents ? document.toJS() : {}, faults, position, written };
  // Further faults of a line are consequences of the first one.
  return {
    value: undefined,
    faults: faults.filter((fault, at) => faults.findIndex(({ line }) => line === fault.line) === at),
    position,
    written,
  };
}

function overYamlLimits(yaml: string): string | undefined {
  if (yaml.length > mostCharacters)
    return `The front matter is longer than ${mostCharacters} characters. Move text into the body of the file.`;
  const over = counted.find(({ mark, most }) => (yaml.match(mark)?.length ?? 0) > most);
  return (
    over &&
    `The front matter has more than ${over.most} ${over.what}. Remove fields, or move text into the body of the file.`
  );
}

function sourceOf(node: unknown): string | undefined {
  return isScalar(node) && node.type === 'PLAIN' ? (node.source ?? '') : undefined;
}

function documentFaults(document: ReturnType<typeof parseDocument>): { offset: number; message: string }[] {
  const broken = [...document.errors, ...document.warnings];
  const repeated = repeatedFields(document);
  const alias = firstAlias(document);
  if (broken.length > 0 || repeated.length > 0)
    return [
      ...broken.map((error) => ({ offset: error.pos[0], message: yamlMessage(error.message) })),
      ...repeated,
    ].toSorted((a, b) => a.offset - b.offset);
  const message = 'References of YAML (&name, *name) are not possible. Write the value out at each place.';
  return [...(alias === undefined ? [] : [{ offset: alias, message }]), ...lostInScalars(document)];
}

function repeatedFields(document: ReturnType<typeof parseDocument>): { offset: number; message: string }[] {
  const message = 'This field appears twice in the front matter. Keep one of the two and remove the other.';
  const found: { offset: number; message: string }[] = [];
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<string>();
      for (const pair of items) {
        const name = fieldName(pair);
        if (name === '') continue;
        if (seen.has(name)) found.push({ offset: rangeOf(pair.key) ?? 0, message });
        seen.add(name);
      }
    },
  });
  return found;
}

/**
 * A text whose end begins with `#`, as in `Answers to #5`: YAML drops it. A comment has a space and words after its character.
 * A path in double quotes, as `"C:\new"`: YAML reads a line break.
 */
function lostInScalars(document: ReturnType<typeof parseDocument>): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = [];
  visit(document, {
    Scalar(_key, node) {
      const offset = node.range?.[0] ?? 0;
      if (node.type === 'QUOTE_DOUBLE' && /\p{Cc}/u.test(String(node.value))) {
        const message =
          'In double quotes YAML reads a backslash and a letter as one sign that is not shown. Use single quotes.';
        found.push({ offset, message });
      }
      const isText = node.type === 'PLAIN' && typeof node.value === 'string';
      if (!isText || !/^[^\s#!]|^\s+$/.test(node.comment ?? '')) return;
      const lost = (node.comment ?? '').split('\n')[0]?.trimEnd();
      const message = `YAML takes «#${lost}» for a comment, and it would not be shown. Quote the text: "${node.source} #${lost}".`;
      found.push({ offset, message });
    },
  });
  return found;
}

/** The offset of the first `*name`: a few of them can expand to millions of values. */
function firstAlias(document: ReturnType<typeof parseDocument>): number | undefined {
  let found: number | undefined;
  visit(document, {
    Alias(_key, node) {
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** The offset of a field's name, or of the nearest field around it. */
function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const owner: unknown = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
    if (isMap(owner)) {
      const pair = owner.items.find(
        (item: Pair<unknown, unknown>) => fieldName(item) === String(path[length - 1]),
      );
      const offset = rangeOf(pair?.key);
      if (offset !== undefined) return offset;
    }
    const offset = rangeOf(document.getIn(path.slice(0, length), true));
    if (offset !== undefined) return offset;
  }
  return undefined;
}

/** The name of a field; empty for a list or a map, which the parser reports, and which takes long to write as text. */
const fieldName = ({ key }: Pair<unknown, unknown>): string => (isScalar(key) ? String(key.value) : '');

function rangeOf(node: unknown): number | undefined {
  const range =
    typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
      ? node.range
      : [];
  const [offset]: readonly unknown[] = range;
  return typeof offset === 'number' ? offset : undefined;
}

function yamlMessage(message: string): string {
  const reason = message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
  return `This is not YAML: ${reason}. Quote texts that contain a colon or start with a special character.`;
}
