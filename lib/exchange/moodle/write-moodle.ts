import type { Exported } from '#lib/exchange/format.ts';
import {
  commonLosses,
  joinWritten,
  kindName,
  markTags,
  omitted,
  taskLosses,
  type WrittenQuestion,
} from '#lib/exchange/losses.ts';
import { toHtml } from '#lib/exchange/markdown/to-html.ts';
import type { Markdown, Question } from '#lib/exchange/question.ts';
import { escapeXml } from '#lib/exchange/xml/elements.ts';
import { answersXml } from './write-answers.ts';

const carries = { feedback: true, hints: true, solution: true, formatting: true, levels: true } as const;

/** Writes questions as Moodle XML. */
export function writeMoodle(questions: readonly Question[]): Exported {
  const { pieces, losses } = joinWritten(questions, writeQuestion);
  const text = ['<?xml version="1.0" encoding="UTF-8"?>', '<quiz>', ...pieces, '</quiz>', ''].join('\n');
  return { content: { kind: 'text', text }, losses };
}

/** An element with a text in HTML. */
export const htmlElement = (name: string, nodes: Markdown): string => rawElement(name, toHtml(nodes));

export const rawElement = (name: string, html: string): string =>
  `<${name} format="html"><text>${escapeXml(html)}</text></${name}>`;

function writeQuestion(question: Question): WrittenQuestion {
  const { externalId, title, hints, solution, task } = question;
  const answers = answersXml(question);
  if (answers === null) return omitted(`Moodle has no questions of the kind ${kindName(task)}.`);
  const tags = markTags(question).map((tag) => `<tag><text>${escapeXml(tag)}</text></tag>`);
  const isEssay = task.kind === 'open';
  const lines = [
    `<question type="${answers.type}">`,
    `<name><text>${escapeXml(title)}</text></name>`,
    rawElement('questiontext', answers.text),
    isEssay ? htmlElement('graderinfo', solution) : htmlElement('generalfeedback', solution),
    externalId ? `<idnumber>${escapeXml(externalId)}</idnumber>` : '',
    ...answers.lines,
    ...hints.map((hint) => htmlElement('hint', hint)),
    tags.length > 0 ? `<tags>${tags.join('')}</tags>` : '',
    '</question>',
  ];
  return {
    ok: true,
    text: lines.filter(Boolean).join('\n'),
    losses: [...commonLosses(question, carries), ...taskLosses(task), ...answers.losses],
  };
}
