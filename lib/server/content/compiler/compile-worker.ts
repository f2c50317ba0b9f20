import { parentPort } from 'node:worker_threads';
import { compilePage } from '#lib/lesson/compile-content.ts';
import { compileLesson } from '#lib/lesson/compile-lesson.ts';
import { createHighlight } from '#lib/lesson/highlight.ts';
import { sha256 } from '#lib/server/content/read-content.ts';
import { type CompileTask, serialize, type WorkerMessage } from './messages.ts';

const send = (message: WorkerMessage) => parentPort?.postMessage(message);
const highlight = await createHighlight();
// The first use of a grammar is slow, and must not count towards the time limit of an author's file.
for (const language of ['python', 'bash', 'yaml']) highlight('a = "b" # c\n', language);

parentPort?.on('message', (task: CompileTask) => {
  const onFile = (name: string) => send({ kind: 'file', name });
  const tools = { highlight, hash: sha256, onFile };
  if (task.kind === 'page') {
    onFile(task.file);
    return send({ kind: 'done', result: { page: compilePage(task.file, task.text, tools) } });
  }
  send({ kind: 'done', result: { lesson: serialize(compileLesson(task.source, tools)) } });
});

send({ kind: 'ready' });
