import { Flow } from './flow.tsx';
import { type PartProps, textProp } from './rich.tsx';

const styles = {
  loud: 'rounded-md bg-accent-tint px-4 py-4 sm:px-5',
  sheet: 'rounded-md border border-line bg-paper-raised px-4 py-4 sm:px-5',
  rule: 'border-s-2 border-line-strong ps-4 sm:ps-5',
} as const;

/** How prominent each kind is. */
const weights: Readonly<Record<string, keyof typeof styles>> = {
  'key-idea': 'loud',
  takeaways: 'loud',
  answer: 'loud',
  scenario: 'sheet',
  question: 'sheet',
  analogy: 'sheet',
  'quick-check': 'sheet',
};

/** A note in a box; kinds differ by icon, title and weight, never by the colours of grading. */
export function Note({ props, nodes, parts }: PartProps) {
  const kind = textProp(props, 'kind');
  const title = textProp(props, 'title');
  return (
    <div
      role="note"
      aria-label={title}
      className={`keep-together max-w-[46rem] ${styles[weights[kind] ?? 'rule']}`}
    >
      <p className="mb-2 flex items-start gap-2.5 leading-snug font-semibold">
        <NoteIcon kind={kind} />
        <span className="min-w-0">{title}</span>
      </p>
      <Flow nodes={nodes} parts={parts} />
    </div>
  );
}

const strokes: Readonly<Record<string, string>> = {
  'key-idea': 'M7.6 14.2c0-1.7-2.6-2.9-2.6-6a5 5 0 0 1 10 0c0 3.1-2.6 4.3-2.6 6zM8.2 17.2h3.6',
  scenario: 'M3 5.5h14v11H3zM3 8.5h14M5.4 5.5l1.2-3M10 5.5l1.2-3M14.6 5.5l1.2-3',
  problem: 'M10 3 18 16.5H2zM10 8v4M10 14.4v.1',
  solution: 'M3 16c6 0 3-9.5 9-9.5h5M13.5 3 17 6.5 13.5 10',
  question: 'M7 7.4C7 5.6 8.3 4.5 10 4.5s3 1.1 3 2.8c0 2.4-3 2.4-3 4.7M10 15.4v.1',
  analogy: 'M7.5 5a5 5 0 1 0 0 10 5 5 0 0 0 0-10M12.5 5a5 5 0 1 0 0 10 5 5 0 0 0 0-10',
  remember: 'M5.5 3h9v14L10 13.6 5.5 17z',
  mistake: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4M5 15 15 5',
  'quick-check': 'M3 10.8 6 14l6-7.6M10.4 13.2l.9.8 5.9-7.6',
  answer: 'M4 17V3M4 4h11l-2.4 3.5L15 11H4',
  limit: 'M10 2.5v15M3 10h4.4M5.4 7.8 7.6 10l-2.2 2.2M13 5v.1M13 10v.1M13 15v.1M16.5 7.5v.1M16.5 12.5v.1',
  takeaways:
    'M3.2 5.2 4.6 6.6 7 3.8M3.2 10.2l1.4 1.4L7 8.8M3.2 15.2l1.4 1.4L7 13.8M10 5.2h7M10 10.2h7M10 15.2h7',
};

/** The icon of a kind of note. */
function NoteIcon({ kind }: { kind: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      className="mt-[0.15em] shrink-0 text-accent"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={strokes[kind] ?? strokes['key-idea']} />
    </svg>
  );
}
