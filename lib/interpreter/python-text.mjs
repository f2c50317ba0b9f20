// @ts-check
// Numbers and texts in the form in which Python's `repr` writes them.

/**
 * The shortest digits that name this number, as both languages choose them, in Python's form.
 * @param {number} value
 */
export function floatText(value) {
  const text = bareFloatText(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** @param {number} value */
function bareFloatText(value) {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0';
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  if (Number(exponent) >= -4 && Number(exponent) < 16) return plainDigits(value, digits, Number(exponent));
  const [, sign, size = ''] = /^([+-])(\d+)$/.exec(exponent) ?? [];
  return `${digits}e${sign}${size.padStart(2, '0')}`;
}

/**
 * @param {number} value
 * @param {string} digits
 * @param {number} exponent
 */
function plainDigits(value, digits, exponent) {
  const decimals = digits.replace(/^-?\d\.?/, '').length - exponent;
  return value.toFixed(Math.max(0, decimals));
}

/**
 * @param {number} real
 * @param {number} imaginary
 */
export function complexText(real, imaginary) {
  const second = bareFloatText(imaginary);
  if (Object.is(real, 0)) return `${second}j`;
  const sign = second.startsWith('-') ? '' : '+';
  return `(${bareFloatText(real)}${sign}${second}j)`;
}

/**
 * @param {number[]} codes
 * @param {boolean} areBytes
 */
export function quoted(codes, areBytes) {
  const [single, double, backslash] = [39, 34, 92];
  const quote = codes.includes(single) && !codes.includes(double) ? double : single;
  const escaped = codes.map((code) => {
    if (code === quote || code === backslash) return `\\${String.fromCodePoint(code)}`;
    const short = { 9: '\\t', 10: '\\n', 13: '\\r' }[code];
    if (short) return short;
    const isPrinted = areBytes ? code >= 32 && code < 127 : isPrintable(code);
    if (isPrinted) return String.fromCodePoint(code);
    const hex = code.toString(16);
    if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
    return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
  });
  const mark = String.fromCodePoint(quote);
  return mark + escaped.join('') + mark;
}

/** @param {number} code */
function isPrintable(code) {
  return code === 32 || !/^[\p{C}\p{Z}]$/u.test(String.fromCodePoint(code));
}
