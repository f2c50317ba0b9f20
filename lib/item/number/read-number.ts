/** A number as somebody typed it and what stands behind it, or how to write it so that it can be read. */
export type NumberRead =
  | { readonly ok: true; readonly value: number; readonly unit: string }
  | { readonly ok: false; readonly problem: string };

const unreadable = 'This does not read as one number. Write digits with a decimal point, such as 3.5 or 1e3.';
const group = "[ _']";
const grouped = new RegExp(`^[0-9]{1,3}(?:${group}[0-9]{3})+$`);

/** A fraction, a range, a power or a sum: behind the first number stands another one, and no unit. */
const goesOn = /^ ?(?:[/^:+*×±~=…-]+|or|to|and) ?[0-9]/;

/**
 * Reads `-1 234.5e-3 GB`: digits in groups of three or without, a decimal point, an exponent, a unit. A comma stands for
 * a point in one country and for a thousand in another, so it is asked about and never guessed.
 */
export function readNumber(typed: string): NumberRead {
  const text = typed
    .trim()
    .replace(/\s/g, ' ')
    .replace(/[‐‑‒–—−﹣-]/g, '-')
    .replace(/[’‘]/g, "'");
  const parts = /^([+-]?) ?([0-9.,_' ]*)(?:[eE]([+-]?[0-9]+))?(.*)$/s.exec(text);
  if (!parts) return problem(unreadable);
  const [, sign = '', body = '', exponent = '', rest = ''] = parts;
  const digits = body.trim();
  if (/^ ?[×x*·] ?10/.test(rest)) return problem('Write powers of ten with an e: 3e8 for 3 × 10⁸.');
  if (!/[0-9]/.test(digits) || /^[0-9.,]/.test(rest) || goesOn.test(rest)) return problem(unreadable);
  if (digits.includes(',')) return problem(aboutComma(sign, digits));
  const plain = withoutGroups(digits);
  if (plain === null) return problem(aboutPoints(sign, digits));
  const value = Number(`${sign}${plain}${exponent ? `e${exponent}` : ''}`);
  const vanished = value === 0 && /[1-9]/.test(plain);
  if (!Number.isFinite(value) || vanished)
    return problem('This number is too large or too small to be read. Check its exponent.');
  return { ok: true, value: value === 0 ? 0 : value, unit: rest.trim() };
}

const problem = (words: string): NumberRead => ({ ok: false, problem: words });

/** The digits as a program writes them; null when they are not grouped by threes or have two points. */
function withoutGroups(digits: string): string | null {
  const [whole = '', fraction = '', ...more] = digits.split('.');
  if (more.length > 0 || !/^[0-9]*$/.test(fraction)) return null;
  if (!/^[0-9]*$/.test(whole) && !grouped.test(whole)) return null;
  return `${whole.replaceAll(new RegExp(group, 'g'), '') || '0'}.${fraction || '0'}`;
}

function aboutComma(sign: string, typed: string): string {
  const digits = typed.replace(/[ _']/g, '');
  const asPoint = `${sign}${digits.replaceAll('.', '').replace(',', '.')}`;
  const asThousands = `${sign}${digits.replaceAll(',', '')}`;
  const isThousands = /^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?$/.test(digits) && !digits.startsWith('0');
  const isPoint = /^[0-9]*(?:\.[0-9]{3})*,[0-9]*$/.test(digits);
  if (isThousands && isPoint)
    return `Do you mean ${asPoint} or ${asThousands}? A comma can be read as either, so write one of these.`;
  if (isPoint) return `Do you mean ${asPoint}? Write it so, with a decimal point.`;
  if (isThousands) return `Do you mean ${asThousands}? Write it so, without commas.`;
  return unreadable;
}

function aboutPoints(sign: string, typed: string): string {
  return /^[0-9]{1,3}(?:\.[0-9]{3}){2,}$/.test(typed)
    ? `Do you mean ${sign}${typed.replaceAll('.', '')}? Write it so: a point begins the decimals.`
    : unreadable;
}
