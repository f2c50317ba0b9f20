import { lengthRange } from '#lib/text/same-text.ts';

/** Forms that an author may require of a short text. A text of another form is refused and costs no attempt. */
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

const instructions = {
  'one word': 'Write one word.',
  digits: 'Write digits only.',
  identifier: 'Write one identifier: letters, digits and _, no digit first.',
} as const satisfies Record<TextForm, string>;

const patterns = {
  'one word': /^\S+$/u,
  digits: /^[0-9]+$/,
  identifier: /^[\p{ID_Start}_]\p{ID_Continue}*$/u,
} as const satisfies Record<TextForm, RegExp>;

/** The instruction for the learner: the form and the length. */
export function formInstruction(form: TextForm | null, length: TextLength | null): string {
  return [form ? instructions[form] : 'Write a short answer.', length ? lengthInstruction(length) : '']
    .filter(Boolean)
    .join(' ');
}

/** A message if a normalised text does not have the required form and length; null if it does. */
export function formProblem(text: string, form: TextForm | null, length: TextLength | null): string | null {
  if (form && !patterns[form].test(text)) return instructions[form];
  const { least, most } = lengthRange(text);
  if (length && (most < length.least || least > length.most))
    return `${lengthInstruction(length)} This has ${least}.`;
  return null;
}

function lengthInstruction({ least, most }: TextLength): string {
  const noun = most === 1 ? 'character' : 'characters';
  return least === most ? `It has ${most} ${noun}.` : `It has ${least} to ${most} ${noun}.`;
}
