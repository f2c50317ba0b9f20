import { Notice } from '#components/ui/notice.tsx';

const successes = new Map([
  ['signed-out', 'You are signed out.'],
  ['signed-out-everywhere', 'You are signed out on every device.'],
]);

const problems = new Map([
  ['disabled', 'This account is closed. Ask your teacher or the administrator.'],
  ['closed', 'Your school recognised you, but you have no account here yet. Ask your teacher.'],
  ['wrong', 'The user name or the password is wrong.'],
  ['too-many', 'There were too many attempts. Try again in five minutes.'],
  ['busy', 'Very many people are signing in at this moment. Try again in a moment.'],
]);

const unknownProblem =
  'Signing in through your school did not work. Try again. If it keeps failing, tell the administrator.';

export interface SignInNoticeProps {
  /** The outcome code in the address; empty for none. */
  code: string;
}

/** Explains why the user was sent to the sign-in page. Unknown codes, such as those of next-auth, share one message. */
export function SignInNotice({ code }: SignInNoticeProps) {
  if (code === '') return null;
  const success = successes.get(code);
  return success ? (
    <Notice title={success} />
  ) : (
    <Notice kind="wrong" title="Not signed in">
      {problems.get(code) ?? unknownProblem}
    </Notice>
  );
}
