import type { Fault } from '#lib/lesson/faults.ts';
import type { Mender } from './mender.ts';

/** Boxes of other tools by the kind of note that says the same. */
const kinds: Readonly<Record<string, string>> = {
  warning: 'mistake',
  caution: 'mistake',
  danger: 'mistake',
  attention: 'mistake',
  error: 'mistake',
  question: 'question',
  example: 'scenario',
  summary: 'takeaways',
};

const forms = [
  { form: /^\s*:::+\s*\{?\.?([A-Za-z-]+)/, end: /^\s*:::+\s*$/ },
  { form: /^\s*>\s*\[!([A-Za-z-]+)\]/, end: undefined },
  { form: /^\s*(?:!!!|\?\?\?)\+?\s+"?([A-Za-z-]+)/, end: undefined },
] as const;

/** A tag of a template: of Hugo, Jekyll, Liquid or Jinja. */
const template = /\{\{[<%].*?[>%]\}\}|\{%.*?%\}/g;

/** Reports boxes and templates of other tools; what stands in them is kept. */
export const mendCallouts: Mender = (lines, masked) => {
  const faults: Fault[] = [];
  let end: RegExp | undefined;
  const mended = lines.map((content, at) => {
    const shown = masked[at] ?? '';
    if (end?.test(shown)) {
      end = undefined;
      return '';
    }
    const found = forms.flatMap((one) => {
      const match = one.form.exec(shown);
      return match ? [{ name: (match[1] ?? '').toLowerCase(), end: one.end }] : [];
    })[0];
    if (found) {
      const kind = kinds[found.name] ?? 'remember';
      faults.push({ line: at + 1, column: shown.search(/\S/) + 1, rule: 'box', message: boxMessage(kind) });
      end = found.end ?? end;
      return '';
    }
    const at0 = shown.search(template);
    if (at0 === -1) return content;
    faults.push({ line: at + 1, column: at0 + 1, rule: 'template', message: templateMessage });
    return withoutTemplates(content, shown);
  });
  return { lines: mended, faults: faults.filter(isFirstTemplate) };
};

function withoutTemplates(content: string, shown: string): string {
  const characters = [...content.split('')];
  for (const { index, 0: tag } of shown.matchAll(template)) characters.fill(' ', index, index + tag.length);
  return characters.join('');
}

/** All templates of a file have one cause. */
const isFirstTemplate = (fault: Fault, at: number, all: readonly Fault[]): boolean =>
  fault.rule !== 'template' || all.findIndex(({ rule }) => rule === 'template') === at;

const boxMessage = (kind: string): string =>
  `This is a box of another tool, and here it would be shown as it stands. Write <Note kind="${kind}">, the text and </Note>, each on lines of its own with an empty line between.`;

const templateMessage =
  'This is a template of another tool, and nothing fills it in here. Remove all of them from this file, or put them into `inline code`.';
