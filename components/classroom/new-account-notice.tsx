import { Notice } from '#components/ui/notice.tsx';

export interface NewAccountNoticeProps {
  displayName: string;
  userName: string;
  password: string;
}

/** The credentials of a new account, shown once. */
export function NewAccountNotice({ displayName, userName, password }: NewAccountNoticeProps) {
  return (
    <Notice
      kind="right"
      title={
        <>
          For <bdi>{displayName}</bdi>
        </>
      }
      live
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt>User name</dt>
        <dd>
          <code className="font-code">
            <bdi>{userName}</bdi>
          </code>
        </dd>
        <dt>Temporary password</dt>
        <dd>
          <code className="font-code">{password}</code>
        </dd>
      </dl>
      <p className="text-sm">
        Write it down now: it will not be shown again. The student can change it under Profile.
      </p>
    </Notice>
  );
}
