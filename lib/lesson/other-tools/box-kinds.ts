/** A component of ours for a box of another tool. */
export interface Box {
  readonly tag: 'Note' | 'Reveal';
  /** The kind of a note. */
  readonly kind: string;
  readonly title: string;
}

/** Boxes of other tools by the kind of note that says the same; all others are to be remembered. */
const kinds: Readonly<Record<string, string>> = {
  warning: 'mistake',
  caution: 'mistake',
  danger: 'mistake',
  attention: 'mistake',
  error: 'mistake',
  failure: 'mistake',
  bug: 'mistake',
  pitfall: 'mistake',
  gotcha: 'mistake',
  question: 'question',
  questions: 'question',
  faq: 'question',
  challenge: 'question',
  exercise: 'question',
  discussion: 'question',
  objectives: 'key-idea',
  abstract: 'key-idea',
  example: 'scenario',
  summary: 'takeaways',
  tldr: 'takeaways',
  keypoints: 'takeaways',
  recap: 'takeaways',
};

/** Boxes that are folded, so that their reader thinks first. */
const folded: ReadonlySet<string> = new Set([
  ...['solution', 'answer', 'hint', 'spoiler', 'details', 'collapse', 'collapsible', 'dropdown', 'toggle'],
  ...['accordion', 'accordionitem', 'expand', 'expandable'],
]);

const titles: Readonly<Record<string, string>> = {
  keypoints: 'Key points',
  prereq: 'Prerequisites',
  tldr: 'In short',
  faq: 'Question',
};

/** The component for a box by its name in another tool. */
export function boxOf(name: string, title = ''): Box {
  const plain = name.toLowerCase();
  const own = title.trim() || titles[plain] || capitalised(plain.replace(/[-_]/g, ' '));
  return { tag: folded.has(plain) ? 'Reveal' : 'Note', kind: kinds[plain] ?? 'remember', title: own };
}

/** Whether a name is that of a box in many tools. */
export const isBoxName = (name: string): boolean => {
  const plain = name.toLowerCase();
  return Object.hasOwn(kinds, plain) || folded.has(plain) || usual.has(plain);
};

const usual: ReadonlySet<string> = new Set([
  ...['note', 'tip', 'info', 'important', 'callout', 'admonition', 'aside', 'alert', 'notice', 'remember'],
  ...['success', 'seealso', 'quote', 'prereq', 'testimonial', 'checklist', 'message', 'box'],
]);

const mostTitle = 160;

/** The opening tag of a box. A title is plain text without quotes, as an attribute has it. */
export function openingTag({ tag, kind, title }: Box): string {
  const plain = title
    .replace(/[*`]|\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/"/g, "'")
    .trim()
    .slice(0, mostTitle);
  return tag === 'Reveal' ? `<Reveal title="${plain}">` : `<Note kind="${kind}" title="${plain}">`;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
