import { Link } from '#components/ui/link.tsx';
import { mayReadAnswers } from '#lib/access/may-read-answers.ts';
import { currentUser } from '#lib/server/door/session.ts';

/** For authors and teachers: the questions of an activity to print. */
export async function SheetLinks({ path }: { path: string }) {
  const user = await currentUser();
  if (!user || !mayReadAnswers(user)) return null;
  return (
    <p className="no-print mt-6 space-x-4 text-sm text-ink-soft">
      <span>Question sheet to print:</span>
      <Link href={`${path}/sheet`}>without answers</Link>
      <Link href={`${path}/sheet?answers=1`}>with answers</Link>
    </p>
  );
}
