const tokens = /"(?:[^"\\]|\\.)*"|[[\]{}:]/g;

/**
 * Where the objects of a list begin in a JSON text that can be parsed. The list is the whole text, or the field `name` of
 * the object that is. Reads the text once.
 */
export function objectOffsets(text: string, name: string | null): number[] {
  const offsets: number[] = [];
  const listDepth = name === null ? 1 : 2;
  let depth = 0;
  let field = '';
  let lastString = '';
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === ':' && depth === 1) field = lastString;
    else if (token === '{' || token === '[') {
      if (token === '{' && depth === listDepth && (name === null || field === name)) offsets.push(index);
      depth += 1;
    } else if (token === '}' || token === ']') depth -= 1;
    else if (token.startsWith('"') && depth === 1) lastString = token.slice(1, -1);
  }
  return offsets;
}

/** Where a JSON text opens more than `most` lists and objects within one another; undefined if it does nowhere. */
export function depthOffset(text: string, most: number): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth > most) return index;
  }
  return undefined;
}
