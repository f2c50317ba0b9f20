import { ButtonLink } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { currentUser } from '#lib/server/door/session.ts';

/** What Surefoot is, for strangers; a short way back to work for people. */
export async function Welcome() {
  const user = await currentUser();
  if (user) {
    return (
      <PageHeader
        title="Lessons"
        lead="Start anywhere. Each lesson can be read, tried, tested; the test says how sure we can be that you know it."
        actions={<ButtonLink href="/today">Go on where you were</ButtonLink>}
      />
    );
  }
  return (
    <PageHeader
      title="Know what you know"
      lead="Short lessons with up to ten ways in, questions graded by the server, and a test that says strong, not yet, or can’t tell yet, with its doubt stated."
      actions={<ButtonLink href="/signin">Sign in to answer questions</ButtonLink>}
    />
  );
}
