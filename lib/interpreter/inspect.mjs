// @ts-check
// Each function travels into the interpreter as its own text (console-module.mjs): it may use nothing of this file but
// the other functions in `inspectParts`, and nothing newer than what QuickJS of 2021 knows.

/**
 * What is known while one value is written. `open` are the objects around, `loops` those that hold themselves with their
 * number, `deepest` the level written last, `indent` in characters, `left` the characters that may still be written.
 * @typedef {{ open: object[], loops: Map<object, number>, deepest: number, indent: number, depth: number, left: number }} Sight
 */

/**
 * A value as Node writes it: two levels of nesting, a hundred entries, 80 columns. What throws while it is looked at is
 * left out, so no value can break whoever prints it.
 * @param {any} value
 * @param {number} [depth] levels of nesting
 * @returns {string}
 */
export function inspect(value, depth = 2) {
  return inspected({ open: [], loops: new Map(), deepest: 0, indent: 0, depth, left: 100_000 }, value);
}

/**
 * @param {Sight} sight
 * @param {any} value
 * @returns {string}
 */
function inspected(sight, value) {
  if (typeof value === 'string') return textLines(sight, value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return String(value);
  if (sight.open.includes(value)) {
    if (!sight.loops.has(value)) sight.loops.set(value, sight.loops.size + 1);
    return `[Circular *${sight.loops.get(value)}]`;
  }
  if (sight.left < 0) return '...';
  try {
    return inspectedObject(sight, value);
  } catch {
    return '[Object that cannot be read]';
  }
}

/**
 * @param {Sight} sight
 * @param {any} value
 * @returns {string}
 */
function inspectedObject(sight, value) {
  const level = sight.open.length;
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  const name = classOf(value);
  const { base, open, close, entries, isList, hidden } = shapeOf(value, kind, name);
  const keys = Reflect.ownKeys(value).filter(
    (key) =>
      !hidden(key) &&
      Object.prototype.propertyIsEnumerable.call(value, key) &&
      !(isList && typeof key === 'string' && /^(0|[1-9]\d*)$/.test(key)),
  );
  // Engines add the parts of a match in different orders.
  if (isList && keys.map(String).join() === 'groups,index,input') keys.push(...keys.splice(0, 1));
  if (base !== '' && keys.length === 0 && open === '{' && !entries) return base;
  const isEmpty = keys.length === 0 && (!entries || value.length === 0 || value.size === 0);
  if (level > sight.depth && !isEmpty)
    return `[${name || (Array.isArray(value) ? 'Array' : 'Object: null prototype')}]`;
  sight.open.push(value);
  if (!isEmpty) sight.deepest = level;
  const most = 100;
  const parts = entries ? entries(sight, most) : [];
  const shown = parts.length;
  for (const key of keys) parts.push(property(sight, value, key));
  sight.open.pop();
  const loop = sight.loops.get(value);
  const head = `${loop ? `<ref *${loop}> ` : ''}${base}`;
  const written = joined(sight, { value, level, head, open, close, parts, isList: isList && shown > 6 });
  sight.left -= written.length;
  return written;
}

/**
 * The name of the class that an object was made by; '' when it has no prototype.
 * @param {any} value
 * @returns {string}
 */
function classOf(value) {
  for (let one = value; one !== null; one = Object.getPrototypeOf(one)) {
    const made = Object.getOwnPropertyDescriptor(one, 'constructor');
    if (made && typeof made.value === 'function' && typeof made.value.name === 'string' && made.value.name)
      return made.value.name;
  }
  return '';
}

/**
 * What stands before the braces of an object, the braces, and what it holds beside its properties.
 * @param {any} value
 * @param {string} kind its tag
 * @param {string} name its class
 * @returns {{ base: string, open: string, close: string, isList: boolean, entries?: (sight: Sight, most: number) => string[], hidden: (key: string | symbol) => boolean }}
 */
function shapeOf(value, kind, name) {
  const none = () => false;
  const plain = { base: '', open: '{', close: '}', isList: false, hidden: none };
  const isA = (/** @type {any} */ made) => typeof made === 'function' && value instanceof made;
  if (Array.isArray(value)) {
    const head = name === 'Array' ? '' : `${name || '[Array: null prototype]'}(${value.length}) `;
    return { ...plain, isList: true, open: `${head}[`, close: ']', entries: (s, n) => items(s, value, n) };
  }
  if (typeof value === 'function') return { ...plain, base: functionName(value), hidden: none };
  if (isA(Error))
    return {
      ...plain,
      base: errorText(value),
      hidden: (key) => key === 'stack' || key === 'message' || key === 'name',
    };
  const derived = name === kind ? '' : ` [${kind}]`;
  if (isA(Map))
    return { ...plain, open: `${name}(${value.size})${derived} {`, entries: (s, n) => pairs(s, value, n) };
  if (isA(Set))
    return { ...plain, open: `${name}(${value.size})${derived} {`, entries: (s, n) => members(s, value, n) };
  if (ArrayBuffer.isView(value) && !isA(DataView)) {
    /** @type {any} */
    const list = value;
    return {
      ...plain,
      isList: true,
      open: `${name}(${Reflect.get(value, 'length')}) [`,
      close: ']',
      entries: (s, n) => items(s, list, n),
    };
  }
  if (isA(Date)) {
    const time = Date.prototype.getTime.call(value);
    return { ...plain, base: Number.isNaN(time) ? 'Invalid Date' : Date.prototype.toISOString.call(value) };
  }
  if (isA(RegExp)) return { ...plain, base: RegExp.prototype.toString.call(value) };
  if (isA(WeakMap) || isA(WeakSet))
    return { ...plain, open: `${name} {`, entries: () => ['<items unknown>'] };
  if (isA(Number) || isA(String) || isA(Boolean) || isA(Symbol) || isA(BigInt)) {
    const inner = inspect(value.valueOf());
    const isText = isA(String);
    return { ...plain, isList: isText, base: `[${name}: ${inner}]`, hidden: none };
  }
  if (kind === 'Arguments') return { ...plain, open: '[Arguments] {' };
  const tag = kind !== 'Object' && kind !== name ? `[${kind}] ` : '';
  const head =
    name === '' ? `[Object: null prototype] ${tag}` : name === 'Object' && tag === '' ? '' : `${name} ${tag}`;
  return { ...plain, open: `${head}{` };
}

/**
 * @param {Sight} sight
 * @param {ArrayLike<any>} list
 * @param {number} most
 * @returns {string[]}
 */
function items(sight, list, most) {
  const parts = [];
  let at = 0;
  while (at < list.length && parts.length < most) {
    const next = at in list ? at : nextIndex(list, at);
    const gap = next - at;
    if (gap > 0) parts.push(`<${gap} empty item${gap > 1 ? 's' : ''}>`);
    else parts.push(indented(sight, () => slot(sight, list, next)));
    at += gap || 1;
  }
  return rest(parts, list.length - at);
}

/**
 * The next place of a list that holds something, found by its keys, as a gap may be of any length.
 * @param {ArrayLike<any>} list
 * @param {number} at
 * @returns {number}
 */
function nextIndex(list, at) {
  const next = Object.keys(list).find((key) => Number(key) >= at);
  return next === undefined ? list.length : Number(next);
}

/**
 * @param {Sight} sight
 * @param {Map<any, any>} map
 * @param {number} most
 * @returns {string[]}
 */
function pairs(sight, map, most) {
  /** @type {string[]} */
  const parts = [];
  Map.prototype.forEach.call(map, (value, key) => {
    if (parts.length < most)
      parts.push(indented(sight, () => `${inspected(sight, key)} => ${inspected(sight, value)}`));
  });
  return rest(parts, map.size - parts.length);
}

/**
 * @param {Sight} sight
 * @param {Set<any>} set
 * @param {number} most
 * @returns {string[]}
 */
function members(sight, set, most) {
  /** @type {string[]} */
  const parts = [];
  Set.prototype.forEach.call(set, (value) => {
    if (parts.length < most) parts.push(indented(sight, () => inspected(sight, value)));
  });
  return rest(parts, set.size - parts.length);
}

/**
 * @param {string[]} parts
 * @param {number} more
 * @returns {string[]}
 */
function rest(parts, more) {
  return more > 0 ? [...parts, `... ${more} more item${more > 1 ? 's' : ''}`] : parts;
}

/**
 * @param {Sight} sight
 * @param {() => string} write
 * @returns {string}
 */
function indented(sight, write) {
  sight.indent += 2;
  const text = write();
  sight.indent -= 2;
  return text;
}

/**
 * One property without its name; a getter is named and never called.
 * @param {Sight} sight
 * @param {any} owner
 * @param {string | symbol | number} key
 * @returns {string}
 */
function slot(sight, owner, key) {
  const own = Reflect.getOwnPropertyDescriptor(owner, key);
  if (own?.get) return own.set ? '[Getter/Setter]' : '[Getter]';
  if (own?.set) return '[Setter]';
  return inspected(sight, own?.value);
}

/**
 * @param {Sight} sight
 * @param {any} owner
 * @param {string | symbol} key
 * @returns {string}
 */
function property(sight, owner, key) {
  const isName = typeof key === 'string' && /^[a-zA-Z_][a-zA-Z_0-9]*$/.test(key);
  const name = typeof key === 'symbol' ? `[${String(key)}]` : isName ? key : quoted(key);
  return indented(sight, () => `${name}: ${slot(sight, owner, key)}`);
}

/**
 * On one line when it is short and holds at most three levels, otherwise a line for each part; many short items of a
 * list stand in columns.
 * @param {Sight} sight
 * @param {{ value: any, level: number, head: string, open: string, close: string, parts: string[], isList: boolean }} given
 * @returns {string}
 */
function joined(sight, { value, level, head, open, close, parts, isList }) {
  const before = head === '' ? open : `${head}${/> $/.test(head) ? '' : ' '}${open}`;
  if (parts.length === 0) return `${before}${close}`;
  const width = 80;
  const rows = isList ? columns(parts, value, width - sight.indent) : parts;
  const text = rows.join(', ');
  const start = rows.length + sight.indent + before.length + 10;
  const length = rows.reduce((sum, row) => sum + row.length, rows.length + start);
  if (
    sight.deepest - level < 3 &&
    rows === parts &&
    length <= width &&
    !text.includes('\n') &&
    !head.includes('\n')
  )
    return `${before} ${text} ${close}`;
  const line = `\n${' '.repeat(sight.indent)}`;
  return `${before}${line}  ${rows.join(`,${line}  `)}${line}${close}`;
}

/**
 * Short items in columns about two and a half times as wide as high; the parts themselves when they do not fit.
 * @param {string[]} parts
 * @param {ArrayLike<any>} list
 * @param {number} room characters
 * @returns {string[]}
 */
function columns(parts, list, room) {
  const between = 2;
  const last = /^\.\.\. \d+ more item/.test(parts[parts.length - 1] || '') ? parts.slice(-1) : [];
  const cells = parts.slice(0, parts.length - last.length);
  const total = cells.reduce((sum, cell) => sum + cell.length + between, 0);
  const longest = cells.reduce((most, cell) => Math.max(most, cell.length), 0);
  const widest = longest + between;
  if (widest * 3 >= room || (total / widest <= 5 && longest > 6)) return parts;
  const typical = Math.max(longest - 1 - Math.sqrt(widest - total / parts.length), 1);
  const count = Math.min(
    Math.round(Math.sqrt(2.5 * typical * cells.length) / typical),
    Math.floor(room / widest),
    12,
    15,
  );
  if (count <= 1 || cells.some((cell) => cell.includes('\n'))) return parts;
  const widths = Array.from({ length: count }, (_, column) =>
    cells.reduce((most, cell, at) => (at % count === column ? Math.max(most, cell.length) : most), 0),
  );
  const isNumbers = Array.prototype.every.call(
    list,
    (one) => typeof one === 'number' || typeof one === 'bigint',
  );
  const rows = [];
  for (let from = 0; from < cells.length; from += count) {
    const row = cells.slice(from, from + count);
    const padded = row.map((cell, column) => {
      const isLast = column === row.length - 1;
      if (isNumbers) return `${cell.padStart(widths[column] || 0)}${isLast ? '' : ', '}`;
      return isLast ? cell : `${cell}, `.padEnd((widths[column] || 0) + between);
    });
    rows.push(padded.join(''));
  }
  return [...rows, ...last];
}

/**
 * @param {any} made
 * @returns {string}
 */
function functionName(made) {
  const name = typeof made.name === 'string' ? made.name : '';
  if (/^class\b/.test(Function.prototype.toString.call(made))) {
    const parent = Object.getPrototypeOf(made);
    const from = typeof parent === 'function' && parent.name ? ` extends ${parent.name}` : '';
    return `[class ${name || '(anonymous)'}${from}]`;
  }
  const kind = Object.prototype.toString.call(made).slice(8, -1);
  return `[${kind}${name ? `: ${name}` : ' (anonymous)'}]`;
}

/**
 * Name, message and the lines of the program that were being carried out.
 * @param {any} error
 * @returns {string}
 */
function errorText(error) {
  const head = Error.prototype.toString.call(error);
  const stack = typeof error.stack === 'string' ? error.stack : '';
  const lines = stack.split('\n').filter((/** @type {string} */ line) => /^ +at .*\/program\.js/.test(line));
  return lines.length > 0 ? [head, ...lines].join('\n') : `[${head}]`;
}

/**
 * A text in quotes; one that is longer than the line has a piece for each of its own lines.
 * @param {Sight} sight
 * @param {string} text
 * @returns {string}
 */
function textLines(sight, text) {
  const isShort = text.length <= Math.max(16, 76 - sight.indent);
  if (isShort || text.length > 10_000) return quoted(text);
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) || [];
  return lines.map(quoted).join(` +\n${' '.repeat(sight.indent + 2)}`);
}

/**
 * @param {string} text
 * @returns {string}
 */
function quoted(text) {
  const mark = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('`') ? '`' : "'";
  const most = 10_000;
  /** @type {Record<string, string>} */
  const names = {
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\b': '\\b',
    '\f': '\\f',
    '\v': '\\v',
    '\\': '\\\\',
  };
  let written = '';
  for (const sign of text.slice(0, most)) {
    const isControl = sign < ' ' || (sign >= '\x7f' && sign <= '\x9f');
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
    const isHalf = sign >= '\ud800' && sign <= '\udfff' && sign.length === 1;
    written +=
      names[sign] ||
      (sign === mark ? `\\${sign}` : isControl ? `\\x${code}` : isHalf ? `\\u${code.toLowerCase()}` : sign);
  }
  const more = text.length - most;
  return `${mark}${written}${mark}${more > 0 ? `... ${more} more character${more > 1 ? 's' : ''}` : ''}`;
}

/** Every function that `inspect` needs, itself included. */
export const inspectParts = Object.freeze([
  inspect,
  inspected,
  inspectedObject,
  classOf,
  shapeOf,
  items,
  nextIndex,
  pairs,
  members,
  rest,
  indented,
  slot,
  property,
  joined,
  columns,
  functionName,
  errorText,
  textLines,
  quoted,
]);
