import { ButtonLink } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { SignOut } from './sign-out.tsx';

export interface AlreadySignedInProps {
  name: string;
  next: string;
}

export function AlreadySignedIn({ name, next }: AlreadySignedInProps) {
  return (
    <Notice
      title={
        <>
          You are signed in as <bdi>{name}</bdi>
        </>
      }
      action={
        <>
          <ButtonLink href={next} kind="quiet">
            Continue
          </ButtonLink>
          <SignOut kind="bare" />
        </>
      }
    />
  );
}
