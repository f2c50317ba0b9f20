import { longDash, plainSigns } from '#lib/text/plain-signs.ts';
import { compare, decimalOf, decimalText } from './decimal.ts';

/** A number as somebody typed it and what stands behind it, or how to write it so that it can be read. */
export type NumberRead =
  | {
      readonly ok: true;
      readonly value: number;
      /** All its digits, only where `value` cannot hold them: 9007199254740993. */
      readonly exact?: string;
      readonly unit: string;
    }
  | { readonly ok: false; readonly problem: string };

const unreadable = 'This does not read as one number. Write digits with a decimal point, such as 3.5 or 1e3.';
const group = "[ _']";
const grouped = new RegExp(`^[0-9]{1,3}(?:${group}[0-9]{3})+$`);
/** Calculators group decimals by threes, tables by fives. */
const groupedDecimals = new RegExp(`^(?:(?:[0-9]{3}${group})+[0-9]{1,3}|(?:[0-9]{5}${group})+[0-9]{1,5})$`);

/** A fraction, a range, a power or a sum: behind the first number stands another one, and no unit. */
const goesOn = /^ ?(?:[/^:+*×÷·⋅∙•±~='"-]+|or|to|and) ?[0-9]/;

/** A power of ten behind its factor, as a program cannot write it. Without raised digits it is asked about. */
const power = /^ ?[×x*·⋅∙•] ?10(?:([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(.*))?/s;
const raised = /^([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(.*)$/s;

/**
 * Reads `-1 234.5e-3 GB`: digits of any script in groups of three or without, a decimal point, an exponent, a unit. A
 * comma stands for a point in one country and for a thousand in another, so it is asked about and never guessed.
 */
export function readNumber(typed: string): NumberRead {
  const parts = /^([+-]?) ?((?:[0-9.,_ ]|'(?=[0-9]))*)(?:[eE]([+-]?[0-9]+))?(.*)$/s.exec(plainNumber(typed));
  if (!parts) return problem(unreadable);
  const [, sign = '', body = '', exponent = '', rest = ''] = parts;
  const written = withPower({ digits: body.trim(), exponent, rest });
  if (!written) return problem('Write powers of ten with an e: 3e8 for 3 × 10⁸.');
  const { digits } = written;
  if (
    !/[0-9]/.test(digits) ||
    /^[0-9.,]/.test(written.rest) ||
    goesOn.test(written.rest) ||
    raised.test(written.rest)
  )
    return problem(unreadable);
  const tail = written.exponent && `e${written.exponent}`;
  if (digits.includes(',')) return problem(aboutComma(sign, digits, tail));
  const plain = withoutGroups(digits);
  if (plain === null) return problem(aboutPoints(sign, digits, tail));
  return valued(`${sign}${plain}${tail}`, written.rest.trim());
}

/** Signs and digits as ASCII has them. Two separators of Arabic numbers have meanings of their own. */
function plainNumber(typed: string): string {
  return plainSigns(typed)
    .trim()
    .replace(/\s/g, ' ')
    .replaceAll(longDash, '-')
    .replace(/٫/g, '.')
    .replace(/٬/g, "'");
}

interface Written {
  readonly digits: string;
  readonly exponent: string;
  readonly rest: string;
}

/** `1.5 × 10⁸` and `10⁸` as a number with an exponent; null for a power that is not raised, as in `1.5 x 10^8`. */
function withPower(written: Written): Written | null {
  const { digits, exponent, rest } = written;
  const alone = !exponent && digits === '10' ? raised.exec(rest) : null;
  if (alone) return { digits: '1', exponent: lowered(alone[1] ?? ''), rest: alone[2] ?? '' };
  const behind = power.exec(rest);
  if (!behind) return written;
  const [, signs, unit = ''] = behind;
  return exponent || !signs ? null : { digits, exponent: lowered(signs), rest: unit };
}

const lowered = (signs: string): string => signs.normalize('NFKC').replace('−', '-');

function valued(written: string, unit: string): NumberRead {
  const value = Number(written);
  const vanished = value === 0 && /[1-9]/.test(written.replace(/e.*/, ''));
  if (!Number.isFinite(value) || vanished)
    return problem('This number is too large or too small to be read. Check its exponent.');
  const exact = decimalOf(written);
  const isHeld = compare(decimalOf(`${value}`), exact) === 0;
  return { ok: true, value: value === 0 ? 0 : value, ...(isHeld ? {} : { exact: decimalText(exact) }), unit };
}

const problem = (words: string): NumberRead => ({ ok: false, problem: words });

/** The digits as a program writes them; null when their groups are uneven or they have two points. */
function withoutGroups(digits: string): string | null {
  const [whole = '', fraction = '', ...more] = digits.split('.');
  if (more.length > 0 || !(/^[0-9]*$/.test(fraction) || groupedDecimals.test(fraction))) return null;
  if (!/^[0-9]*$/.test(whole) && !grouped.test(whole)) return null;
  return `${ungrouped(whole) || '0'}.${ungrouped(fraction) || '0'}`;
}

const ungrouped = (digits: string): string => digits.replaceAll(new RegExp(group, 'g'), '');

function aboutComma(sign: string, typed: string, tail: string): string {
  const digits = ungrouped(typed);
  const asPoint = `${sign}${digits.replaceAll('.', '').replace(',', '.')}${tail}`;
  const asThousands = `${sign}${digits.replaceAll(',', '')}${tail}`;
  const isThousands =
    /^[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]*)?$/.test(digits) && !digits.startsWith('0');
  const isPoint = /^[0-9]*(?:\.[0-9]{3})*,[0-9]*$/.test(digits);
  if (isThousands && isPoint)
    return `Do you mean ${asPoint} or ${asThousands}? A comma can be read as either, so write one of these.`;
  if (isPoint) return `Do you mean ${asPoint}? Write it so, with a decimal point.`;
  if (isThousands) return `Do you mean ${asThousands}? Write it so, without commas.`;
  return unreadable;
}

function aboutPoints(sign: string, typed: string, tail: string): string {
  return /^[0-9]{1,3}(?:\.[0-9]{3}){2,}$/.test(typed)
    ? `Do you mean ${sign}${typed.replaceAll('.', '')}${tail}? Write it so: a point begins the decimals.`
    : unreadable;
}
