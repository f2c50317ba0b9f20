import { type Gap, gapQuestion, placeholder } from '#lib/exchange/gaps.ts';
import { fromHtml } from '#lib/exchange/markdown/from-html.ts';
import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import type { Markdown, Task } from '#lib/exchange/question.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { childOf, childrenOf, xmlText } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { rawText } from './text.ts';

/** Reads `gapselect` and `ddwtos`: `[[1]]` in the text is a gap for the first of the words, from its group. */
export function readDragWords(question: XmlElement, onChange: OnChange): { prompt: Markdown; task: Task } {
  const words = [...childrenOf(question, 'dragbox'), ...childrenOf(question, 'selectoption')].map((word) => ({
    text: rawText(word).trim(),
    group: xmlText(childOf(word, 'group')).trim(),
  }));
  const gaps: Gap[] = [];
  const text = rawText(childOf(question, 'questiontext')).replace(
    /\[\[(\d+)\]\]/g,
    (_whole, number: string) => {
      const right = words[Number(number) - 1];
      if (!right) throw new Unreadable(`Gap [[${number}]] names no word.`);
      const wrong = words
        .filter(({ text: word, group }) => group === right.group && word !== right.text)
        .map(({ text: word }) => ({ text: word, feedback: [] }));
      gaps.push({ right: [right.text], wrong, isChosen: true });
      return placeholder(gaps.length - 1);
    },
  );
  const { nodes, changes } = fromHtml(text);
  changes.forEach(onChange);
  return gapQuestion(nodes, gaps, onChange);
}
