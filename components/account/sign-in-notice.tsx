import { Notice } from '#components/ui/notice.tsx';

const news = new Map([
  ['signed-out', 'You are signed out.'],
  ['signed-out-everywhere', 'You are signed out on every device.'],
]);

const trouble = new Map([
  ['disabled', 'This account is closed. Ask your teacher or the administrator.'],
  ['closed', 'Your school recognised you, but you have no account here yet. Ask your teacher.'],
  ['wrong', 'The user name or the password is wrong.'],
  ['too-many', 'There were too many attempts. Try again in 15 minutes.'],
]);

const otherwise =
  'Signing in through your school did not work. Try again. If it keeps failing, tell the administrator.';

export interface SignInNoticeProps {
  /** What brought the person here: a code in the address; empty for none. */
  code: string;
}

/** What happened before this page, in a sentence. Codes that are not ours (next-auth has its own) are told alike. */
export function SignInNotice({ code }: SignInNoticeProps) {
  if (code === '') return null;
  const good = news.get(code);
  return good ? (
    <Notice title={good} />
  ) : (
    <Notice kind="wrong" title="Not signed in">
      {trouble.get(code) ?? otherwise}
    </Notice>
  );
}
