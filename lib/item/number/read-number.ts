import { longDash, plainCharacters } from '#lib/text/plain-characters.ts';
import { compare, decimalOf, decimalText } from './decimal.ts';

/** A typed number and the unit after it, or a message on how to write it so that it can be read. */
export type NumberRead =
  | {
      readonly ok: true;
      readonly value: number;
      /** All its digits, only if `value` cannot represent them: 9007199254740993. */
      readonly exact?: string;
      readonly unit: string;
    }
  | { readonly ok: false; readonly problem: string };

const unreadable = 'This does not read as one number. Write digits with a decimal point, such as 3.5 or 1e3.';
const group = "[ _']";
const grouped = new RegExp(`^[0-9]{1,3}(?:${group}[0-9]{3})+$`);
/** Calculators group decimal places by threes, tables by fives. */
const groupedDecimals = new RegExp(`^(?:(?:[0-9]{3}${group})+[0-9]{1,3}|(?:[0-9]{5}${group})+[0-9]{1,5})$`);

/** A fraction, range, power or sum: the first number is followed by another one instead of a unit. */
const secondNumber = /^ ?(?:[/^:+*×÷·⋅∙•±~='"-]+|or|to|and) ?[0-9]/;

/** A power of ten after its factor, as in 3 × 10⁸; without superscript digits the learner is asked to rewrite it. */
const power = /^ ?[×x*·⋅∙•] ?10(?:([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(.*))?/s;
const superscript = /^([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(.*)$/s;

/**
 * Reads `-1 234.5e-3 GB`: digits of any script in groups of three or without, a decimal point, an exponent, a unit. A
 * comma is a decimal point in one country and groups thousands in another, so the learner is asked which is meant.
 */
export function readNumber(typed: string): NumberRead {
  const parts = /^([+-]?) ?((?:[0-9.,_ ]|'(?=[0-9]))*)(?:[eE]([+-]?[0-9]+))?(.*)$/s.exec(plainNumber(typed));
  if (!parts) return problem(unreadable);
  const [, sign = '', body = '', exponent = '', rest = ''] = parts;
  const written = withExponent({ digits: body.trim(), exponent, rest });
  if (!written) return problem('Write powers of ten with an e: 3e8 for 3 × 10⁸.');
  const { digits } = written;
  if (
    !/[0-9]/.test(digits) ||
    /^[0-9.,]/.test(written.rest) ||
    secondNumber.test(written.rest) ||
    superscript.test(written.rest)
  )
    return problem(unreadable);
  const tail = written.exponent && `e${written.exponent}`;
  if (digits.includes(',')) return problem(commaProblem(sign, digits, tail));
  const plain = withoutGroups(digits);
  if (plain === null) return problem(pointProblem(sign, digits, tail));
  return readValue(`${sign}${plain}${tail}`, written.rest.trim());
}

/** The text in ASCII, with the decimal and the thousands separator of Arabic numbers. */
function plainNumber(typed: string): string {
  return plainCharacters(typed)
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

/** `1.5 × 10⁸` and `10⁸` as a number with an exponent; null for a power without superscript digits, such as `1.5 x 10^8`. */
function withExponent(written: Written): Written | null {
  const { digits, exponent, rest } = written;
  const bare = !exponent && digits === '10' ? superscript.exec(rest) : null;
  if (bare) return { digits: '1', exponent: plainExponent(bare[1] ?? ''), rest: bare[2] ?? '' };
  const behind = power.exec(rest);
  if (!behind) return written;
  const [, signs, unit = ''] = behind;
  return exponent || !signs ? null : { digits, exponent: plainExponent(signs), rest: unit };
}

const plainExponent = (signs: string): string => signs.normalize('NFKC').replace('−', '-');

function readValue(written: string, unit: string): NumberRead {
  const value = Number(written);
  const isUnderflow = value === 0 && /[1-9]/.test(written.replace(/e.*/, ''));
  if (!Number.isFinite(value) || isUnderflow)
    return problem('This number is too large or too small to be read. Check its exponent.');
  const exact = decimalOf(written);
  const isExact = compare(decimalOf(`${value}`), exact) === 0;
  return {
    ok: true,
    value: value === 0 ? 0 : value,
    ...(isExact ? {} : { exact: decimalText(exact) }),
    unit,
  };
}

const problem = (message: string): NumberRead => ({ ok: false, problem: message });

/** The digits without separators of groups; null if the groups are uneven or there are two points. */
function withoutGroups(digits: string): string | null {
  const [whole = '', fraction = '', ...more] = digits.split('.');
  if (more.length > 0 || !(/^[0-9]*$/.test(fraction) || groupedDecimals.test(fraction))) return null;
  if (!/^[0-9]*$/.test(whole) && !grouped.test(whole)) return null;
  return `${ungrouped(whole) || '0'}.${ungrouped(fraction) || '0'}`;
}

const ungrouped = (digits: string): string => digits.replaceAll(new RegExp(group, 'g'), '');

function commaProblem(sign: string, typed: string, tail: string): string {
  const digits = ungrouped(typed);
  const asPoint = `${sign}${digits.replaceAll('.', '').replace(',', '.')}${tail}`;
  const asThousands = `${sign}${digits.replaceAll(',', '')}${tail}`;
  const isThousands =
    /^[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]*)?$/.test(digits) && !digits.startsWith('0');
  const isPoint = /^[0-9]*(?:\.[0-9]{3})*,[0-9]*$/.test(digits);
  if (isThousands && isPoint)
    return `Do you mean ${asPoint} or ${asThousands}? A comma can be read as either, so write one of these.`;
  if (isPoint) return `Do you mean ${asPoint}? Write it with a decimal point.`;
  if (isThousands) return `Do you mean ${asThousands}? Write it without commas.`;
  return unreadable;
}

function pointProblem(sign: string, typed: string, tail: string): string {
  return /^[0-9]{1,3}(?:\.[0-9]{3}){2,}$/.test(typed)
    ? `Do you mean ${sign}${typed.replaceAll('.', '')}${tail}? Write it without points: a point starts the decimal places.`
    : unreadable;
}
