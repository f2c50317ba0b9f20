import { parentPort } from 'node:worker_threads';
import { compilePage } from '#lib/lesson/compile-content.ts';
import { compileLesson } from '#lib/lesson/compile-lesson.ts';
import { createHighlighter } from '#lib/lesson/highlight.ts';
import { choiceCount } from '#lib/mastery/guessers/panel.ts';
import { sha256 } from '#lib/server/content/read-content.ts';
import { entryStore } from './entry-store.ts';
import { gateLessons } from './gate-lessons.ts';
import { keptFiles } from './kept-files.ts';
import { keptResults, nothingKept } from './kept-results.ts';
import { type CompileTask, serialize, type WorkerMessage } from './messages.ts';

const send = (message: WorkerMessage) => parentPort?.postMessage(message);
const { highlight, load } = await createHighlighter();
// The first use of a grammar is slow, and must not count towards the time limit of an author's file.
for (const language of ['python', 'bash', 'yaml']) highlight('a = "b" # c\n', language);

parentPort?.on('message', async (task: CompileTask) => {
  const store = task.cache && entryStore(task.cache.folder);
  const files = store && task.cache && keptFiles(store, task.cache.version);
  if (task.kind === 'gate') {
    const kept = store && task.cache ? keptResults(store, () => task.cache?.version ?? '') : nothingKept;
    const gated = gateLessons(task, kept, {
      onLesson: (folder) => send({ kind: 'file', name: folder }),
      ...(store ? { readBody: store.readNow } : {}),
    });
    await kept.written();
    return send({ kind: 'done', result: { gated } });
  }
  await load(task.kind === 'page' ? task.text : [...task.source.files.values()].join('\n'));
  const onFile = (name: string) => send({ kind: 'file', name });
  const tools = { highlight, hash: sha256, onFile, ...(files ? { keep: files.keep } : {}) };
  if (task.kind === 'page') {
    onFile(task.file);
    return send({ kind: 'done', result: { page: compilePage(task.file, task.text, tools) } });
  }
  const compiled = compileLesson(task.source, tools);
  await files?.written();
  const choices = compiled.lesson ? choiceCount(compiled.lesson) : 0;
  send({ kind: 'done', result: { lesson: { ...serialize(compiled), choices } } });
});

send({ kind: 'ready' });
