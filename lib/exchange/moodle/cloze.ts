import { type Gap, gapQuestion, placeholder } from '#lib/exchange/gaps.ts';
import { fromHtml } from '#lib/exchange/markdown/from-html.ts';
import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import { plain } from '#lib/exchange/markdown/nodes.ts';
import { fromRange } from '#lib/exchange/numbers.ts';
import type { Markdown, Task } from '#lib/exchange/question.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { childOf } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { rawText } from './text.ts';

/** `{1:MULTICHOICE:=right#yes~wrong#no~%50%half}`; the number before the colon is the gap's weight. */
const gapPattern = /\{(\d*):([A-Z_]+):((?:\\[\s\S]|[^\\}])*)\}/g;

const opening = /\{\d*:[A-Z_]+:/g;
/** Each is looked for to the end of the text. No honest question comes near it. */
const mostOpenings = 100;

const chosen = /^(?:MULTICHOICE|MC|MCV|MCH|MCS|MCVS|MCHS|MULTICHOICE_[A-Z]+)$/;
const typed = /^(?:SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC)$/;
const numeric = /^(?:NUMERICAL|NM)$/;

/** Reads a cloze question: a text with gaps, or a fence with gaps where one stands in code. */
export function readCloze(question: XmlElement, onChange: OnChange): { prompt: Markdown; task: Task } {
  const text = rawText(childOf(question, 'questiontext'));
  if (/@@PLUGINFILE@@/.test(text)) throw new Unreadable('It shows a file, and a text with gaps has none.');
  const openings = text.match(opening)?.length ?? 0;
  if (openings > mostOpenings)
    throw new Unreadable(`It has ${openings} gaps. Split it into questions with a few each.`);
  const gaps: Gap[] = [];
  const marked = text.replace(gapPattern, (_whole, weight: string, kind: string, answers: string) => {
    if (weight && weight !== '1') onChange('Gaps weighed differently; each counts the same now.');
    gaps.push(gapOf(kind, answers, onChange));
    return placeholder(gaps.length - 1);
  });
  const { nodes, changes } = fromHtml(/<\w/.test(marked) ? marked : marked.replace(/\n/g, '<br>'));
  changes.forEach(onChange);
  return gapQuestion(nodes, gaps, onChange);
}

function gapOf(kind: string, answers: string, onChange: OnChange): Gap {
  const isChosen = chosen.test(kind);
  if (!isChosen && !typed.test(kind) && !numeric.test(kind))
    throw new Unreadable(`Its gap of the kind ${kind} has no counterpart: several answers, or unknown.`);
  const pieces = answers.split(/(?<!\\)~/).map((piece) => {
    const [, mark, percent, body = ''] = /^\s*(=)?(?:%(-?[\d.]+)%)?([\s\S]*)$/.exec(piece) ?? [];
    const [label = '', ...note] = body.split(/(?<!\\)#/);
    const weight = percent === undefined ? (mark ? 100 : 0) : Number(percent);
    return { text: unescaped(label).trim(), weight, feedback: plain(unescaped(note.join('#'))) };
  });
  if (numeric.test(kind)) return numericGap(pieces, onChange);
  if (pieces.some(({ weight }) => weight > 0 && weight < 100))
    onChange('Answers that earned a part count as wrong now.');
  if (/^(?:SAC|MWC|SHORTANSWER_C)$/.test(kind)) onChange('Capitals counted in a gap; they do not now.');
  return {
    right: pieces.filter(({ weight, text }) => weight === 100 && text !== '*').map(({ text }) => text),
    wrong: pieces.filter(({ weight, text }) => weight < 100 && text !== '' && text !== '*'),
    isChosen,
  };
}

interface WeightedText {
  readonly text: string;
  readonly weight: number;
}

function numericGap(pieces: readonly WeightedText[], onChange: OnChange): Gap {
  const right = pieces
    .filter(({ weight }) => weight === 100)
    .map(({ text }) => {
      const range = /^(.+?)\.\.(.+)$/.exec(text);
      const { value, tolerance } = range
        ? fromRange(Number(range[1]), Number(range[2]))
        : { value: Number(text.split(':')[0]), tolerance: Number(text.split(':')[1] ?? 0) };
      if (!Number.isFinite(value)) throw new Unreadable(`«${text}» is no number.`);
      if (tolerance > 0) onChange(`A gap accepted ${value} ± ${tolerance}; only ${value} counts now.`);
      return `${value}`;
    });
  return { right, wrong: [], isChosen: false };
}

const unescaped = (text: string): string =>
  text
    .replace(/\\([}#~/"\\=])/g, '$1')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
