import { Counter } from '../counter.tsx';
import { Prose } from '../prose.tsx';
import { currentUserId } from '../session.ts';
import { store } from '../store.ts';

export const dynamic = 'force-dynamic';

/** A page that is rendered for each request, from the session cookie and one row: about 15 kB. */
export default async function DynamicPage() {
  const userId = await currentUserId();
  const total = userId === null ? 0 : await (await store()).total(userId);
  return (
    <>
      <h1>{userId === null ? 'Nobody is signed in' : `Signed in with ${total} points`}</h1>
      <Counter />
      <Prose paragraphs={13} />
    </>
  );
}
