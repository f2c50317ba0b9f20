import { parseArgs } from 'node:util';
import { compileContent, isError } from '#lib/lesson/compile-content.ts';
import { createHighlight } from '#lib/lesson/highlight.ts';
import { readTracks, sha256 } from '#lib/server/read-content.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const [verb, dir = 'content/tracks'] = positionals;
if (verb === 'check') {
  const content = compileContent(await readTracks(dir), { highlight: await createHighlight(), hash: sha256 });
  for (const f of content.findings) console.log(`${f.file}:${f.line}:${f.column} ${f.severity} ${f.rule}: ${f.message}`);
  console.log(content.tracks.map((t) => `${t.slug}: ${t.lessons.map((l) => `${l.slug} ${l.activities.map((a) => `${a.slug}(${a.items.length})`).join(' ')} pool ${l.pool.length}`).join('\n  ')}`).join('\n'));
  process.exitCode = content.findings.some(isError) ? 1 : 0;
}
void values;
