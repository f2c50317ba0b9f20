const name = '[A-Za-z0-9_](?:[\\w-]*\\w)?';
const shape =
  '(?:\\[\\[[^\\]]*\\]\\]|\\[\\([^\\]]*\\)\\]|\\(\\([^)]*\\)\\)|\\(\\[[^\\]]*\\]\\)|\\{\\{[^}]*\\}\\}|\\["[^"\\]]*"\\]|\\[[^\\]]*\\]|\\([^()]*\\)|\\{[^}]*\\}|>[^\\]]*\\])';
const box = `(?:${name}${shape}(?::::\\w+)?|${name}(?=[\\s;=&]|$))`;
const boxes = `${box}(?:\\s*&\\s*${box})*`;
const plainArrow = '(?:<?-{2,}>|-{3,}|<?={2,}>|={3,}|<?-\\.+->|-\\.+-)(?:\\s*\\|[^|]*\\|)?';
const textArrow = '(?:--\\s+[^|>]+?\\s+-{2,}>?|==\\s+[^|>]+?\\s+={2,}>?|-\\.\\s+[^|>]+?\\s+\\.+->?)';
const flowLine = new RegExp(`^${boxes}(?:\\s*(?:${textArrow}|${plainArrow})\\s*${boxes})*\\s*;?$`);
const flowWord = /^(?:(?:graph|flowchart)\b.*|subgraph\b.*|end|direction\s+(?:TB|TD|BT|LR|RL);?)$/;

const participants = '[^\\s:;+-]+(?:-[^\\s:;+>x)-]+)*';
const message = new RegExp(
  `^${participants}\\s*(?:<<)?--?(?:>>?|x|\\))[+-]?\\s*${participants}\\s*:.*$`,
  'u',
);
const sequenceWord =
  /^(?:sequenceDiagram|(?:participant|actor|create|destroy|note|loop|alt|else|opt|par|and|critical|option|break|rect|box|activate|deactivate|title)\b.*|end|autonumber.*)$/i;

/** A line of a state diagram: a step from one state to another, or a state. */
const stateLine =
  /^(?:\[\*\]|[\p{L}\w-]+)\s*-->\s*(?:\[\*\]|[\p{L}\w-]+)\s*(?::.*)?$|^[\p{L}\w-]+(?:\s*:.*)?$/u;
const stateWord = /^(?:stateDiagram(?:-v2)?|state\b.*|direction\b.*|\}|--)$/i;

/** Why the renderer would leave out a part of a line, and what to write; undefined if it draws all of it. */
export function undrawn(source: string, kind: string): string | undefined {
  const line = source.replace(/\s*%%.*$/, '').trim();
  if (line === '') return undefined;
  if (kind === 'flow') return flowWord.test(line) || flowLine.test(line) ? undefined : flowFault(line);
  if (kind === 'sequence') return sequenceWord.test(line) || message.test(line) ? undefined : sequenceFault;
  if (kind === 'state' && /^note\b/i.test(line))
    return 'is a note, which is not drawn. Remove it, and write it in the text.';
  if (kind === 'state') return stateWord.test(line) || stateLine.test(line) ? undefined : stateFault;
  return undefined;
}

const sequenceFault =
  'is not drawn. Write who, an arrow, to whom and a colon: `Ann->>Bo: What is said`, with names of one word.';
const stateFault =
  'is not drawn. Write a state, the arrow `-->`, another state: `Open --> Closed: why`, with names of one word.';

function flowFault(line: string): string {
  const bare = line
    .replace(new RegExp(shape, 'g'), (label) => 'x'.repeat(label.length))
    .replace(/\|[^|]*\|/g, '');
  if (/(?:^|[^-=.<])->(?!>)|[—–―]+\s*>|[→⟶⇒➔➜]|(?:^|[^=])=>|&gt;|--\s+>|<--(?!-|>)/u.test(bare))
    return 'has an arrow that is not drawn. Write `-->`, with a space before and after it.';
  if (/^\s*[[({]|(?:-->|---|==>|&)\s*[[({]/.test(line))
    return 'has a box without a name, which is not drawn. Write a name before its bracket: `A[Label]`.';
  if (/\[[^\]]*\[|\([^)]*\(|\{[^}]*\{/.test(line))
    return 'has a bracket within a label, where the label would end. Write it without this bracket.';
  const colon = /-->\s*\S+?\s*:\s*(.+)$/.exec(line)?.[1];
  if (colon) return `has a text that is not drawn. Write it on the arrow: \`-->|${colon}|\`.`;
  const count = (pattern: RegExp) => line.match(pattern)?.length ?? 0;
  if (count(/[[({]/g) !== count(/[\])}]/g) || /(?:--+>?|==+>|-\.->)\s*$/.test(line))
    return 'is not complete: a bracket or the end of an arrow is missing. Add it.';
  if (/[^\s\w[\]|;:]--|--[>-]?[^\s\w>|-]|\w--/.test(bare))
    return 'has an arrow right beside a name, and is not drawn. Write a space before and after the arrow.';
  if (/[^\p{ASCII}]/u.test(bare) || /^\w+ +\w+/.test(bare))
    return 'has a name that is not drawn. Name boxes with letters from a to z and digits, and put the words into brackets: `A[Label]`.';
  return 'is not drawn as it stands. Write two boxes and an arrow: `A[First] --> B[Second]`.';
}
