/** The ids of an item's options as the author listed them; `line` is that of its opening tag, counted from 1. */
export function optionOrder(text: string, line: number): string[] {
  const rest = text
    .split('\n')
    .slice(line - 1)
    .join('\n');
  const name = /<([A-Z]\w*)/.exec(rest)?.[1] ?? '';
  const end = rest.indexOf(`</${name}>`);
  const own = end === -1 ? rest : rest.slice(0, end);
  return [...own.matchAll(/<Id\s+is="([^"]*)"/g)].map(([, id = '']) => id);
}
