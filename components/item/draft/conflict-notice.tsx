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
