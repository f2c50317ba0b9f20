/** What an author may ask of the form of a short text. Another form is told and costs no attempt. */
export const forms = ['one word', 'digits', 'identifier'] as const;
export type TextForm = (typeof forms)[number];

/** Characters, both ends included. */
export interface TextLength {
  readonly least: number;
  readonly most: number;
}

export function lengthIn(attribute: string | undefined): TextLength | null {
  const [least, most = least] = (attribute ?? '').split('-').filter(Boolean).map(Number);
  return least === undefined || most === undefined ? null : { least, most };
}

const asked = {
  'one word': 'Write one word.',
  digits: 'Write digits only.',
  identifier: 'Write one identifier: letters, digits and _, no digit first.',
} as const satisfies Record<TextForm, string>;

const fits = {
  'one word': /^\S+$/u,
  digits: /^[0-9]+$/,
  identifier: /^[\p{L}_][\p{L}\p{N}_]*$/u,
} as const satisfies Record<TextForm, RegExp>;

/** What is asked for, in words. */
export function formWords(form: TextForm | null, length: TextLength | null): string {
  return [form ? asked[form] : 'Write a short answer.', length ? lengthWords(length) : '']
    .filter(Boolean)
    .join(' ');
}

/** How a text misses the form that is asked for; null when it has it. `text` is already without blanks around it. */
export function formProblem(text: string, form: TextForm | null, length: TextLength | null): string | null {
  if (form && !fits[form].test(text)) return asked[form];
  const characters = [...text].length;
  if (length && (characters < length.least || characters > length.most))
    return `${lengthWords(length)} This has ${characters}.`;
  return null;
}

function lengthWords({ least, most }: TextLength): string {
  const noun = most === 1 ? 'character' : 'characters';
  return least === most ? `It has ${most} ${noun}.` : `It has ${least} to ${most} ${noun}.`;
}
