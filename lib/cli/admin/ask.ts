import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export function isTerminal(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/** Asks until `validate` returns no message. A hidden answer is not echoed. */
export async function ask(
  question: string,
  validate: (answer: string) => string | undefined,
  echo: 'shown' | 'hidden' = 'shown',
): Promise<string> {
  for (;;) {
    const answer = await askOnce(question, echo);
    const message = validate(answer);
    if (message === undefined) return answer;
    console.log(message);
  }
}

function askOnce(question: string, echo: 'shown' | 'hidden'): Promise<string> {
  const discard = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: echo === 'shown' ? process.stdout : discard,
    terminal: true,
  });
  if (echo === 'hidden') process.stdout.write(question);
  return new Promise((resolve, reject) => {
    lines.on('SIGINT', () => {
      lines.close();
      reject(new Error('Stopped. Nothing was changed.'));
    });
    lines.question(question, (answer) => {
      lines.close();
      if (echo === 'hidden') process.stdout.write('\n');
      resolve(answer);
    });
  });
}
