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

const mostCharacters = 20_000;
const start: YamlPosition = { line: 1, column: 1 };

/** Parses the YAML of a front matter; positions are those in the file, whose first line is `---`. */
export function readYaml(yaml: string): YamlSource {
  if (yaml.length > mostCharacters) {
    const message = `The front matter is longer than ${mostCharacters} characters. Move text into the body of the file.`;
    return {
      value: undefined,
      faults: [{ ...start, message }],
      position: () => start,
      written: () => undefined,
    };
  }
  const counter = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: counter,
    stringKeys: true,
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

function sourceOf(node: unknown): string | undefined {
  return isScalar(node) && node.type === 'PLAIN' ? (node.source ?? '') : undefined;
}

function documentFaults(document: ReturnType<typeof parseDocument>): { offset: number; message: string }[] {
  const broken = [...document.errors, ...document.warnings];
  const alias = firstAlias(document);
  if (broken.length > 0)
    return broken.map((error) => ({ offset: error.pos[0], message: yamlMessage(error.code, error.message) }));
  const message = 'References of YAML (&name, *name) are not possible. Write the value out at each place.';
  return [...(alias === undefined ? [] : [{ offset: alias, message }]), ...lostInScalars(document)];
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

function fieldName({ key }: Pair<unknown, unknown>): string {
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : String(key);
}

function rangeOf(node: unknown): number | undefined {
  const range =
    typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
      ? node.range
      : [];
  const [offset]: readonly unknown[] = range;
  return typeof offset === 'number' ? offset : undefined;
}

function yamlMessage(code: string, message: string): string {
  const reason = message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
  if (code === 'DUPLICATE_KEY')
    return 'This field appears twice in the front matter. Keep one of the two and remove the other.';
  return `This is not YAML: ${reason}. Quote texts that contain a colon or start with a special character.`;
}
