import { Notice } from '#components/ui/notice.tsx';
import { ReloadLink } from './reload-link.tsx';

/** Why a request was refused; `reload` offers to reload the page. */
export interface RefusalWords {
  readonly text: string;
  readonly reload: boolean;
}

export const notSentWords: RefusalWords = {
  text: 'Your answer did not reach the server. It is still here: check your connection and press the button again. Nothing is counted until it arrives, and nothing is counted twice.',
  reload: false,
};

export const outdatedWords: RefusalWords = {
  text: 'Surefoot was updated. The page reloads and keeps what you typed; then press the button again. This did not use an attempt.',
  reload: true,
};

/** Says that an answer was not accepted, and what to do. */
export function NotAccepted({ words: { text, reload } }: { words: RefusalWords }) {
  return (
    <Notice kind="unsure" title="Not accepted" action={reload ? <ReloadLink /> : null}>
      {text}
    </Notice>
  );
}
