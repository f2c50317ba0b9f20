import { parentPort } from 'node:worker_threads';
import { compileFile } from '#lib/lesson/compile-file.ts';
import { compileLesson } from '#lib/lesson/compile-lesson.ts';
import { createHighlight } from '#lib/lesson/highlight.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import { sha256 } from '#lib/server/content/read-content.ts';
import { serialize, type WorkerMessage, type WorkerTask } from './worker-messages.ts';

const send = (message: WorkerMessage) => parentPort?.postMessage(message);
const highlight = await createHighlight();
// The first use of a grammar is slow, and must not count towards the time limit of an author's file.
for (const language of ['python', 'bash', 'yaml']) highlight('a = "b" # c\n', language);

parentPort?.on('message', (task: WorkerTask) => {
  if (task.kind === 'page') {
    send({ kind: 'file', name: task.file });
    compileFile(task.file, parseFile(task.file, task.text).tree, highlight, null);
    return send({ kind: 'done', result: { lesson: undefined, secrets: [], findings: [] } });
  }
  const onFile = (name: string) => send({ kind: 'file', name });
  send({ kind: 'done', result: serialize(compileLesson(task.source, { highlight, hash: sha256, onFile })) });
});

send({ kind: 'ready' });
