/** The values of one variant by their names, as texts. */
export type Values = Readonly<Record<string, string>>;

/** Limits of what a program of variants prints. */
export const valueLimits = { values: 30, characters: 1000, nameCharacters: 30 } as const;

const nameForm = /^[A-Za-z][A-Za-z0-9_]*$/;

export type ReadValues =
  | { readonly kind: 'values'; readonly values: Values }
  /** `what` says what is wrong, for the author. */
  | { readonly kind: 'fault'; readonly what: string };

const fault = (what: string): ReadValues => ({ kind: 'fault', what });

/** Reads what a program of variants prints: one line, an object in JSON that holds texts and numbers. */
export function readValues(printed: string): ReadValues {
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  const [line = '', ...more] = lines;
  if (lines.length === 0) return fault('it prints nothing');
  if (more.length > 0) return fault(`it prints ${lines.length} lines, and not one`);
  const object = parsed(line);
  if (object === undefined) return fault(`it prints «${line.slice(0, 80)}», which is no JSON object`);
  const entries = Object.entries(object);
  if (entries.length === 0) return fault('it prints no value');
  if (entries.length > valueLimits.values)
    return fault(`it prints ${entries.length} values, and ${valueLimits.values} at most are possible`);
  const wrong = entries.flatMap(([name, value]) => faultOf(name, value) ?? [])[0];
  if (wrong !== undefined) return fault(wrong);
  return {
    kind: 'values',
    values: Object.fromEntries(entries.map(([name, value]) => [name, String(value)])),
  };
}

function faultOf(name: string, value: unknown): string | undefined {
  if (!nameForm.test(name) || name.length > valueLimits.nameCharacters)
    return `its value «${name.slice(0, 40)}» has a name that cannot be written between braces: use letters, digits and _`;
  if (typeof value !== 'string') return `its value «${name}» is neither a text nor a number`;
  if (value.trim() === '') return `its value «${name}» is empty`;
  if (value.length > valueLimits.characters)
    return `its value «${name}» has more than ${valueLimits.characters} characters`;
  if (/[^\P{Cc}\n\t]/u.test(value)) return `its value «${name}» has control characters`;
  return undefined;
}

/** The object of a line, each number as it is written: 2.0 stays 2.0, and no digit is lost. Undefined if it is none. */
function parsed(line: string): object | undefined {
  try {
    const plain: unknown = JSON.parse(line);
    if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return undefined;
    const quoted: unknown = JSON.parse(
      line.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
        token.startsWith('"') ? token : `"${token}"`,
      ),
    );
    return typeof quoted === 'object' && quoted !== null ? quoted : undefined;
  } catch {
    // Not JSON at all.
    return undefined;
  }
}
