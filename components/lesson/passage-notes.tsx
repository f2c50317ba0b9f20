import { Link } from '#components/ui/link.tsx';
import { LateMarginNotes } from './late-margin-notes.tsx';

export interface PassageNotesProps {
  lessonId: string;
  activity: string;
  /** The reader's notes in this lesson. */
  notes: readonly {
    readonly passage: string;
    readonly activity: string;
    readonly title: string;
    readonly href: string | null;
    readonly body: string;
  }[];
}

/** The reader's notes on an activity, linked to their passages, and a link to write one. On a desk they stand beside them. */
export function PassageNotes({ lessonId, activity, notes }: PassageNotesProps) {
  const here = notes.filter((note) => note.activity === activity);
  const address = `/notes?lesson=${encodeURIComponent(lessonId)}&activity=${encodeURIComponent(activity)}`;
  return (
    <aside aria-label="Your notes" className="no-print mt-10 max-w-measure border-t border-line pt-4 text-sm">
      {here.length > 0 ? (
        <ul className="mb-3 grid list-none gap-3 p-0">
          {here.map(({ passage, title, href, body }) => (
            <li key={passage} data-note-on={anchorOf(passage)}>
              {href ? <a href={href}>{title}</a> : title}
              <span dir="auto" className="block whitespace-pre-wrap text-ink-soft">
                {body === '' ? 'Bookmark' : body}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {here.some(({ passage }) => anchorOf(passage)) ? <LateMarginNotes /> : null}
      <Link href={address}>{notes.length > 0 ? `Notes (${notes.length})` : 'Add a note'}</Link>
    </aside>
  );
}

/** The anchor in the name of a passage, such as `deep#s-limits`; undefined for an activity as a whole. */
const anchorOf = (passage: string): string | undefined => passage.split('#')[1];
