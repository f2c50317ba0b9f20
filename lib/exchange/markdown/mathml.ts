import type { ElementContent, Element as HastElement, Root } from 'hast';

/** Signs that TeX writes as commands. */
const commands: Readonly<Record<string, string>> = {
  '×': '\\times',
  '÷': '\\div',
  '⋅': '\\cdot',
  '·': '\\cdot',
  '±': '\\pm',
  '≤': '\\le',
  '≥': '\\ge',
  '≠': '\\ne',
  '≈': '\\approx',
  '∞': '\\infty',
  '√': '\\surd',
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∈': '\\in',
  '→': '\\to',
  '−': '-',
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  θ: '\\theta',
  λ: '\\lambda',
  μ: '\\mu',
  π: '\\pi',
  ρ: '\\rho',
  σ: '\\sigma',
  φ: '\\varphi',
  ω: '\\omega',
  Δ: '\\Delta',
  Σ: '\\Sigma',
  Ω: '\\Omega',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
};
/** Of these, nothing is seen that TeX would not set by itself. */
const invisible = /[\u2061-\u2064\u200b\u00a0]/g;

/** Replaces the simple formulas in MathML of a text with TeX between `\(` and `\)`; others stay. */
export function withTex(tree: Root): Root {
  const change = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const tex = node.tagName === 'math' ? texOf(node) : null;
    if (tex?.trim()) return { type: 'text', value: `\\(${tex.trim()}\\)` };
    return { ...node, children: node.children.map(change) };
  };
  return {
    ...tree,
    children: tree.children.map((node) => (node.type === 'doctype' ? node : change(node))),
  };
}

/** TeX of an element; null if it has parts that are not written here, such as tables. */
function texOf(node: HastElement): string | null {
  const parts = node.children.flatMap((child) => (child.type === 'element' ? [child] : []));
  const [a = '', b = '', c = ''] = parts.slice(0, 3).map((part) => braced(part) ?? '');
  if (parts.some((part) => texOf(part) === null)) return null;
  switch (node.tagName) {
    case 'math':
    case 'mrow':
    case 'mstyle':
    case 'mpadded':
      return parts.map(texOf).join(' ');
    case 'semantics':
      return parts[0] ? texOf(parts[0]) : '';
    case 'annotation':
    case 'annotation-xml':
    case 'mspace':
      return '';
    case 'mi':
      return nameOf(textOf(node));
    case 'mn':
    case 'mo':
      return signsOf(textOf(node));
    case 'mtext':
    case 'ms':
      return /[\\{}$]/.test(textOf(node)) ? null : `\\text{${textOf(node)}}`;
    case 'mfrac':
      return `\\frac${a}${b}`;
    case 'msup':
      return `${a}^${b}`;
    case 'msub':
      return `${a}_${b}`;
    case 'msubsup':
    case 'munderover':
      return `${bare(a)}_${b}^${c}`;
    case 'munder':
      return `${bare(a)}_${b}`;
    case 'msqrt':
      return `\\sqrt{${parts.map(texOf).join(' ')}}`;
    case 'mroot':
      return `\\sqrt[${bare(b)}]${a}`;
    case 'mfenced':
      return `\\left(${parts.map(texOf).join(', ')}\\right)`;
    default:
      return null;
  }
}

function braced(node: HastElement): string | null {
  const tex = texOf(node);
  return tex === null ? null : `{${tex}}`;
}

const bare = (tex: string): string => tex.replace(/^\{(.*)\}$/s, '$1');

const textOf = (node: HastElement): string =>
  node.children
    .map((child) => (child.type === 'text' ? child.value : ''))
    .join('')
    .replace(invisible, '')
    .trim();

/** A letter, or a name of several upright ones such as "sin". */
function nameOf(text: string): string | null {
  const isWord = /^[A-Za-z]{2,}$/.test(text);
  return isWord ? `\\operatorname{${text}}` : signsOf(text);
}

function signsOf(text: string): string | null {
  const tex = [...text].map((sign) => commands[sign] ?? sign).join(' ');
  return /^[\x20-\x7e]*$/.test(tex) && !/[$#&~_^]/.test(text)
    ? tex.replace(/(?<=\d) (?=[\d.])|(?<=\.) (?=\d)/g, '')
    : null;
}
