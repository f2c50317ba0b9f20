import { mergeFault, mergeMark } from './mending/merges.ts';

/** A mistake in the characters of a line of YAML; `line` and `column` count from 1 within the YAML. */
export interface YamlMistake {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const fields =
  'id|title|summary|objectives|text|read|prerequisites|badge|name|about|rule|authors|sources|url|updated|minutes|delivery|attempts|feedback|hints|solution|shuffle|draw|clock|lessons|order|date|status';

/** A form of a line, of which the first group precedes the mistake, and what to do. */
const mistakes: readonly { readonly form: RegExp; readonly message: string }[] = [
  {
    form: /^( *)\t/,
    message:
      'This line begins with a tab, and YAML is indented with spaces only. Put two spaces for each level.',
  },
  {
    form: /^( *)[\u00a0\u1680\u2000-\u200d\u202f\u205f\u3000\ufeff\u2060]/u,
    message:
      'This line begins with a no-break space or another character that looks like a space. Write it again with ordinary spaces.',
  },
  {
    form: /^(\s*(?:- +)?)[\w-]+\s*[：﹕]/u,
    message: 'This colon is a full-width one. Write an ordinary colon and a space: `title: …`.',
  },
  {
    form: new RegExp(`^(\\s*(?:- +)?)(?:${fields}):(?![\\s/]|$)`),
    message: 'There is no space after the colon, so this is no field. Write `title: …`, with a space.',
  },
  {
    form: /^(\s*)-(?=[\p{L}"'[{])/u,
    message: 'There is no space after the hyphen, so this is no entry of a list. Write `- …`, with a space.',
  },
  {
    form: /^(\s*)[–—•]\s/u,
    message: 'This character begins no entry of a list. Write a hyphen and a space: `- …`.',
  },
  {
    form: /^(\s*(?:- +)?(?:[\w-]+: +)?(?:\[(?:[^\]"']*,)? *)?)[“”„‟«»‘’‚](?:[^“”„‟«»‘’‚"']|(?<=\p{L})’(?=\p{L}))*[“”„‟«»‘’‚"'](?=\s*(?:$|[,\]]))/u,
    message:
      'These are curly quotes, and YAML would take them for a part of the text. Write straight quotes ("…"), or none.',
  },
];

/** Mistakes in the characters of YAML, of which each would make it mean something else; the first of each kind. */
export function yamlMistakes(yaml: string): YamlMistake[] {
  let isBlock = false;
  const lines = yaml.split('\n');
  if (lines.some((line) => mergeMark.test(line))) {
    const line = lines.findIndex((content) => mergeMark.test(content)) + 1;
    return [{ line, column: 1, message: mergeFault.message }];
  }
  const found = lines.flatMap((content, at): YamlMistake[] => {
    // Lines of a text that is indented below `>` or `|` are free.
    if (isBlock && /^\s/.test(content)) return [];
    isBlock = /:\s*[|>][+-]?\s*$/.test(content);
    const [mistake] = mistakes.flatMap(({ form, message }) => {
      const before = form.exec(content)?.[1];
      return before === undefined ? [] : [{ line: at + 1, column: before.length + 1, message }];
    });
    return mistake ? [mistake] : [];
  });
  return found.filter(({ message }, at) => found.findIndex((other) => other.message === message) === at);
}
