import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

export interface GuestAnswersNoticeProps {
  answers: number;
  page: 'sign-in' | 'sign-up';
  /** Removes the answers. */
  forget: (form: FormData) => Promise<void>;
}

const fates = {
  'sign-up': 'The account that you make keeps what was answered.',
  'sign-in':
    'A new account keeps what was answered. An account that you already have stays as it is: on a shared device nobody can know whose answers these are.',
} as const;

/** What becomes of the answers of a guest, and a way to remove them. */
export function GuestAnswersNotice({ answers, page, forget }: GuestAnswersNoticeProps) {
  return (
    <Notice
      title={`${answers === 1 ? 'One answer was' : `${answers} answers were`} given on this device without an account`}
      action={
        <form action={forget}>
          <Button kind="quiet" size="small">
            Not mine: remove
          </Button>
        </form>
      }
    >
      {fates[page]}
    </Notice>
  );
}
