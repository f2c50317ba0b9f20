import { Flow } from './flow.tsx';
import { NoteIcon } from './note-icon.tsx';
import { type PartProps, textProp } from './rich.tsx';

const looks = {
  loud: 'rounded-md bg-accent-tint px-4 py-4 sm:px-5',
  sheet: 'rounded-md border border-line bg-paper-raised px-4 py-4 sm:px-5',
  rule: 'border-s-2 border-line-strong ps-4 sm:ps-5',
} as const;

/** How loud each kind is: the idea one came for, a scene or a question, an aside. */
const weights: Readonly<Record<string, keyof typeof looks>> = {
  'key-idea': 'loud',
  takeaways: 'loud',
  answer: 'loud',
  scenario: 'sheet',
  question: 'sheet',
  analogy: 'sheet',
  'quick-check': 'sheet',
};

/** A set-off thought; kinds differ by icon, title and weight, never by the colours of grading. */
export function Note({ props, nodes, parts }: PartProps) {
  const kind = textProp(props, 'kind');
  const title = textProp(props, 'title');
  return (
    <div
      role="note"
      aria-label={title}
      className={`keep-together max-w-[46rem] ${looks[weights[kind] ?? 'rule']}`}
    >
      <p className="mb-2 flex items-start gap-2.5 leading-snug font-semibold">
        <NoteIcon kind={kind} />
        <span className="min-w-0">{title}</span>
      </p>
      <Flow nodes={nodes} parts={parts} />
    </div>
  );
}
