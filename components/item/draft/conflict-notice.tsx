import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

export interface ConflictNoticeProps {
  /** Milliseconds since 1970. */
  savedAt: number;
  onChoose: () => void;
}

/** One answer that another page has saved. */
export function ConflictNotice({ savedAt, onChoose }: ConflictNoticeProps) {
  return (
    <Notice
      title={`Another window or device saved a different answer at ${timeText(savedAt)}`}
      className="mt-5"
      action={
        <Button type="button" kind="quiet" size="small" onClick={onChoose}>
          Use that one
        </Button>
      }
    >
      Both are kept until you check one.
    </Notice>
  );
}

/** In the reader's time zone; with the day unless it is today. */
function timeText(at: number): string {
  const then = new Date(at);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(then);
  if (then.toDateString() === new Date().toDateString()) return time;
  return `${time} on ${new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }).format(then)}`;
}
