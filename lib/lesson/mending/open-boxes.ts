import type { Fault } from '#lib/lesson/faults.ts';
import { colonForm, indentForm, quoteForm } from '#lib/lesson/other-tools/box-forms.ts';
import { boxOf, openingTag } from '#lib/lesson/other-tools/box-kinds.ts';
import type { Mender } from './mender.ts';

/** Reports boxes of other tools that could not be read as ours, since nothing ends them; their text is kept. */
export const mendOpenBoxes: Mender = (lines, masked) => {
  const faults: Fault[] = [];
  const mended = lines.map((content, at) => {
    const shown = masked[at] ?? '';
    const form = colonForm(shown) ?? quoteForm(shown) ?? indentForm(shown);
    if (!form || form.closes || form.isTab) return content;
    const box = boxOf(form.name, form.title);
    const message = `This box of another tool is not closed, so nobody can tell what belongs to it. Write ${openingTag(box)}, the text and </${box.tag}>, each on lines of its own with an empty line between.`;
    faults.push({ line: at + 1, column: shown.search(/\S/) + 1, rule: 'box', message });
    return '';
  });
  return { lines: mended, faults };
};
