import type { Metadata } from 'next';
import { ProfileTabs } from '#components/account/profile-tabs.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { NoteForm } from '#components/lesson/note-form.tsx';
import { RemoveNote } from '#components/lesson/remove-note.tsx';
import { Section } from '#components/progress/section.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { myNotes, notablePassages, type OwnNote } from '#lib/server/notes/my-notes.ts';
import { eraseNote, writeNote } from './actions.ts';

export const metadata: Metadata = { title: 'Notes' };

/** All notes of the user; with `lesson` and `activity`, a form to write one on a passage of it. */
export default async function NotesPage({ searchParams }: PageProps<'/notes'>) {
  const { lesson, activity } = await searchParams;
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/notes" />;
  const current = await world();
  const lessons = await myNotes(current, user);
  const about = typeof lesson === 'string' && typeof activity === 'string' ? { lesson, activity } : null;
  const passages = about ? await notablePassages(current, about.lesson, about.activity) : [];
  return (
    <>
      <ProfileTabs current="/notes" />
      <PageHeader
        title="Notes"
        lead="Your notes and bookmarks on passages. Only you see them."
        actions={lessons.length > 0 ? <a href="/notes/export">Download as Markdown</a> : null}
      />
      {about && passages.length > 0 ? (
        <Section title="Write a note">
          <NoteForm save={writeNote} lesson={about.lesson} passages={passages} body="" primary />
        </Section>
      ) : null}
      {lessons.length === 0 && !about ? (
        <EmptyState title="No notes yet">
          At the foot of each part of a lesson, “Add a note” leads here. A note belongs to a passage.
        </EmptyState>
      ) : null}
      {lessons.map(({ lessonId, title, notes }) => (
        <Section key={lessonId} title={title}>
          <ul className="grid max-w-measure list-none gap-6 p-0">
            {notes.map((note) => (
              <Note key={note.passage} note={note} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function Note({ note }: { note: OwnNote }) {
  const { lessonId, passage, title, href, body } = note;
  return (
    <li>
      <h3 className="text-base">{href ? <Link href={href}>{title}</Link> : title}</h3>
      <p dir="auto" className={`mt-1 whitespace-pre-wrap ${body === '' ? 'text-ink-soft' : ''}`}>
        {body === '' ? 'Bookmark' : body}
      </p>
      <div className="mt-1 flex flex-wrap items-start gap-x-4">
        <Disclosure summary="Change" className="grow">
          <NoteForm
            save={writeNote}
            lesson={lessonId}
            passages={[{ passage, title }]}
            body={body}
            primary={false}
          />
        </Disclosure>
        <RemoveNote remove={eraseNote} lesson={lessonId} {...{ passage, title }} />
      </div>
    </li>
  );
}
