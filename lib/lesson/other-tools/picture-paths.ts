import type { Edit } from '#lib/lesson/markdown/edits.ts';
import { excerpt, type Notice, type Rewriter, type Rewriting } from './rewriting.ts';

const markdown = /!\[([^\]\n]*)\]\(\s*<?([^()\s<>]+)>?(\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/g;
const html = /<img\b[^<>]*?\bsrc=(["'])([^"'\n]+)\1[^<>]*>/gi;

/**
 * Pictures of other folders by the path of the file that lies beside the lesson, if one has their name; and the title of
 * a picture as its text if it has no other. `paths` are those of the pictures from the lesson's folder.
 */
export function picturePaths(paths: readonly string[]): Rewriter {
  const byName = new Map<string, string[]>();
  for (const path of paths) byName.set(nameOf(path), [...(byName.get(nameOf(path)) ?? []), path]);
  const known = new Set(paths);
  const rewrite = (_text: string, shown: string): Rewriting => {
    const edits: Edit[] = [];
    const notices: Notice[] = [];
    const move = (offset: number, url: string) => {
      const path = /^[a-z][a-z\d+.-]*:|^\/\//i.test(url) ? undefined : pathFor(url, known, byName);
      if (path === undefined) return;
      edits.push({ start: offset, end: offset + url.length, text: path });
      notices.push({ offset, rule: 'picture', words: `${excerpt(url)} became ${path}` });
    };
    for (const { index, 0: whole, 1: words = '', 2: url = '', 3: title = '' } of shown.matchAll(markdown)) {
      move(index + whole.indexOf(url, words.length + 4), url);
      const text = title.trim().slice(1, -1).trim();
      if (words.trim() !== '' || text === '') continue;
      edits.push({
        start: index + 2,
        end: index + 2 + words.length,
        text: text.replace(/[\\[\]<{`*_$]/g, '\\$&'),
      });
      notices.push({
        offset: index,
        rule: 'picture-text',
        words: `the title ${excerpt(text)} became its text`,
      });
    }
    for (const { index, 0: whole, 2: url = '' } of shown.matchAll(html)) {
      move(index + whole.search(/\bsrc=/i) + 5, url);
      const text = /\btitle=(["'])([^"'<>\n]+)\1/i.exec(whole)?.[2];
      if (/\balt=(["'])\s*[^\s"']/i.test(whole) || text === undefined) continue;
      const empty = /\salt=(?:""|'')/i.exec(whole);
      const start = index + (empty?.index ?? 4);
      edits.push({ start, end: start + (empty?.[0].length ?? 0), text: ` alt="${text}"` });
      notices.push({
        offset: index,
        rule: 'picture-text',
        words: `the title ${excerpt(text)} became its text`,
      });
    }
    return { edits, notices };
  };
  return { signs: /!\[|<img/i, rewrite };
}

/** The path of the one picture with the name of another path that leads nowhere. */
function pathFor(
  url: string,
  known: ReadonlySet<string>,
  byName: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const [path = ''] = url.split(/[?#]/);
  const plain = decoded(path).replace(/^(?:\.\/)+/, '');
  if (known.has(plain)) return undefined;
  const [only, ...more] = byName.get(nameOf(plain)) ?? [];
  return only === undefined || more.length > 0 ? undefined : encodeURI(only);
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
