import { Notice } from '#components/ui/notice.tsx';

const news = new Map([
  ['signed-out', 'You are signed out.'],
  ['signed-out-everywhere', 'You are signed out on every device.'],
]);

const trouble = new Map([
  ['disabled', 'This account is closed. Ask your teacher or whoever runs this server.'],
  ['closed', 'Your school knows you, but you have no account here yet. Ask your teacher.'],
  ['wrong', 'This user name and this password do not belong together.'],
  ['too-many', 'There were too many tries. Wait a quarter of an hour and try again.'],
]);

const otherwise =
  'Signing in through your school did not work. Try again; if it keeps failing, tell whoever runs this server.';

export interface SignInNewsProps {
  /** What brought the person here: a code in the address; empty for none. */
  code: string;
}

/** What happened before this page, in a sentence. Codes that are not ours (next-auth has its own) are told alike. */
export function SignInNotice({ code }: SignInNewsProps) {
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
