import { parse, TomlError } from 'smol-toml';
import { fromMarkdown } from '#lib/exchange/markdown/from-markdown.ts';
import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import { type Entry, type Markdown, noExtras, type Reading } from '#lib/exchange/question.ts';
import { readEntry } from '#lib/exchange/read-entry.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { type MdbookQuestion, mdbookQuestion, mdbookTypes } from './mdbook-question.ts';
import { mdbookTask } from './mdbook-task.ts';

interface Piece {
  readonly line: number;
  readonly text: string;
}

/**
 * Reads a quiz of mdbook-quiz. Each `[[questions]]` table is parsed by itself, so that a fault in one costs no other.
 */
export function readMdbook(file: string): Reading {
  const [head, ...questions] = pieces(file);
  const shared = sharedTexts(file, head);
  return { entries: questions.map((piece) => readPiece(piece, shared)), notes: [] };
}

/** What stands before the first question, and each question with the tables below it. */
function pieces(file: string): Piece[] {
  const all: { line: number; lines: string[] }[] = [{ line: 1, lines: [] }];
  let isOpen = false;
  for (const [at, line] of file.split('\n').entries()) {
    if (!isOpen && /^\s*\[\[questions\]\]/.test(line)) all.push({ line: at + 1, lines: [] });
    all.at(-1)?.lines.push(line);
    if ((line.match(/"""|'''/g)?.length ?? 0) % 2 === 1) isOpen = !isOpen;
  }
  return all.map(({ line, lines }) => ({ line, text: lines.join('\n').trimEnd() }));
}

/** The texts that several questions share, by name. */
function sharedTexts(file: string, head: Piece | undefined): ReadonlyMap<string, string> {
  const tables = [...file.matchAll(/^\[multipart\][\s\S]*?(?=^\[|(?![\s\S]))/gm)].map(([table]) => table);
  const found = [head?.text ?? '', ...tables].flatMap((text) => {
    const parsed = tomlOf(text);
    const table = 'value' in parsed ? parsed.value.multipart : undefined;
    return typeof table === 'object' && table !== null ? Object.entries(table) : [];
  });
  return new Map(found.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as const] : [])));
}

type Toml = { readonly value: Record<string, unknown> } | { readonly fault: Unreadable };

function tomlOf(text: string): Toml {
  try {
    return { value: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const offset = { line: error.line - 1, column: error.column - 1 };
    const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    return { fault: new Unreadable(`This is not TOML: ${reason}.`, offset) };
  }
}

function readPiece({ line, text }: Piece, shared: ReadonlyMap<string, string>): Entry {
  const kind = /^[^\S\n]*type[^\S\n]*=[^\S\n]*"([^"\n]*)"/m.exec(text)?.[1] ?? 'question';
  return readEntry({ place: { line, column: 1 }, source: text, title: '', kind }, () => {
    const changes = new Set<string>();
    const onChange: OnChange = (change) => {
      changes.add(change);
    };
    const markdown = (value: string | undefined): Markdown => {
      if (!value) return [];
      const { nodes, changes: found } = fromMarkdown(value);
      found.forEach(onChange);
      return nodes;
    };
    const question = questionOf(text);
    const { prompt, task } = mdbookTask(question, markdown, onChange);
    return {
      ...noExtras,
      externalId: question.id ?? null,
      prompt: [...markdown(shared.get(question.multipart ?? '')), ...prompt],
      solution: markdown(question.context),
      task,
      changes: [...changes],
    };
  });
}

function questionOf(text: string): MdbookQuestion {
  const parsed = tomlOf(text);
  if ('fault' in parsed) throw parsed.fault;
  const { questions } = parsed.value;
  const [first] = Array.isArray(questions) ? questions : [];
  const read = mdbookQuestion.safeParse(first);
  if (read.success) return read.data;
  const type = typeof first === 'object' && first !== null && 'type' in first ? first.type : undefined;
  if (!mdbookTypes.some((known) => known === type))
    throw new Unreadable(
      `${type === undefined ? 'It has no type.' : `There is no type «${String(type).slice(0, 40)}».`} mdbook-quiz has ${mdbookTypes.join(', ')}.`,
    );
  const [issue] = read.error.issues;
  throw new Unreadable(`${issue?.path.join('.') || 'The question'}: ${issue?.message ?? 'not readable'}.`);
}
