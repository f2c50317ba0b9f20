/** An exact decimal number: `units` times ten to the power of minus `scale`. */
export interface Decimal {
  readonly units: bigint;
  /** 0 or more. */
  readonly scale: number;
}

/** Reads `-1234.5e-3`, as a program writes numbers; throws on anything else. */
export function decimalOf(text: string): Decimal {
  const parts = /^([+-]?)([0-9]*)\.?([0-9]*)(?:e([+-]?[0-9]+))?$/i.exec(text);
  if (!parts) throw new Error('This is not a decimal number');
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const size = BigInt(`${whole}${fraction}` || '0');
  if (size === 0n) return { units: 0n, scale: 0 };
  const units = sign === '-' ? -size : size;
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, { ...b, units: -b.units });

export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

export const absolute = (a: Decimal): Decimal => ({ ...a, units: a.units < 0n ? -a.units : a.units });

/** Compares for sorting: negative, 0 or positive. */
export function compare(a: Decimal, b: Decimal): number {
  const { units } = minus(a, b);
  return units === 0n ? 0 : units < 0n ? -1 : 1;
}

/** Digits without zeros at either end. */
export const significantDigits = ({ units }: Decimal): number =>
  `${units}`.replace('-', '').replace(/0+$/, '').length;

export const isWhole = ({ units, scale }: Decimal): boolean => units % 10n ** BigInt(scale) === 0n;

/** The number as a program prints it if that is exact (`1e+21`), otherwise all its digits. */
export function decimalText(a: Decimal): string {
  const digits = `${absolute(a).units}`.padStart(a.scale + 1, '0');
  const at = digits.length - a.scale;
  const fraction = digits.slice(at).replace(/0+$/, '');
  const text = `${a.units < 0n ? '-' : ''}${digits.slice(0, at)}${fraction && `.${fraction}`}`;
  const printed = `${Number(text)}`;
  return compare(decimalOf(printed), a) === 0 ? printed : text;
}

const unitsAt = ({ units, scale }: Decimal, wanted: number): bigint => units * 10n ** BigInt(wanted - scale);
