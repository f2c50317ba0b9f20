import type { Entry, Reading } from '#lib/exchange/question.ts';
import { refused } from '#lib/exchange/question.ts';
import { childOf, childrenOf, xmlText } from '#lib/exchange/xml/elements.ts';
import { parseXml, type XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { readQuestion } from './read-question.ts';

/**
 * Reads a Moodle XML file. If it is not well formed, each `<question>` is parsed by itself, so that a fault costs one
 * question and is named at its place.
 */
export function readMoodle(file: string): Reading {
  const parsed = parseXml(file);
  if (parsed.ok) {
    if (parsed.root.name !== 'quiz') {
      const reason = `The file begins with <${parsed.root.name}>; Moodle XML begins with <quiz>.`;
      return { entries: [], notes: [reason] };
    }
    return { entries: readAll(childrenOf(parsed.root, 'question')), notes: [] };
  }
  const { place, message } = parsed.fault;
  const notes = [
    `The file is not well formed at ${place.line}:${place.column}: ${message} Its questions were read one by one.`,
  ];
  if (/<!DOCTYPE/i.test(file)) return { entries: [], notes: [message] };
  return { entries: readPieces(file), notes };
}

function readAll(questions: readonly XmlElement[]): Entry[] {
  let category = '';
  return questions.flatMap((question) => {
    if (question.attributes.type !== 'category') return [readQuestion(question, category)];
    category = xmlText(childOf(childOf(question, 'category'), 'text')).trim();
    return [];
  });
}

/** The questions of a file that is not well formed, cut at their opening tags. */
function readPieces(file: string): Entry[] {
  const starts = [...file.matchAll(/<question\s/g)].map(({ index }) => index);
  let category = '';
  let line = 1;
  return starts.flatMap((start, at) => {
    const piece = file.slice(start, starts[at + 1] ?? file.length);
    const end = piece.indexOf('</question>');
    const source =
      end === -1 ? piece.trimEnd().replace(/<\/quiz>$/, '') : piece.slice(0, end + '</question>'.length);
    line += file.slice(starts[at - 1] ?? 0, start).split('\n').length - 1;
    const parsed = parseXml(source);
    if (!parsed.ok) {
      const { place, message } = parsed.fault;
      const title = /<name>\s*<text>([^<]*)/.exec(source)?.[1]?.trim() ?? '';
      const kind = /\btype="([^"]*)"/.exec(source)?.[1] ?? 'question';
      const at = { line: line + place.line - 1, column: place.column };
      return [refused({ place: at, source, title, kind, reason: `This is not well-formed XML: ${message}` })];
    }
    const root = { ...parsed.root, place: { ...parsed.root.place, line: line + parsed.root.place.line - 1 } };
    if (root.attributes.type !== 'category') return [readQuestion(root, category)];
    category = xmlText(childOf(childOf(root, 'category'), 'text')).trim();
    return [];
  });
}
