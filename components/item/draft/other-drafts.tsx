import { useRef } from 'react';
import { useScripted } from '#components/item/form/use-scripted.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { OtherDraft } from '#lib/sitting/served-item.ts';

/** Different answers that were saved elsewhere; any of them can be had, and none goes before one is checked. */
export function OtherDrafts({
  others,
  onUse,
}: {
  others: readonly OtherDraft[];
  onUse: (id: string) => void;
}) {
  const scripted = useScripted();
  const place = useRef<HTMLDivElement>(null);
  const use = (id: string): void => {
    place.current?.focus({ preventScroll: true });
    onUse(id);
  };
  return (
    <div ref={place} role="status" tabIndex={-1} className="needs-script">
      {(scripted ? others : []).map(({ id, savedAt }) => (
        <Notice
          key={id}
          title={`Another window or device saved a different answer at ${timeText(savedAt)}`}
          className="mt-5"
          action={
            <Button type="button" kind="quiet" size="small" onClick={() => use(id)}>
              Use that one
            </Button>
          }
        >
          Both are kept until you check one.
        </Notice>
      ))}
    </div>
  );
}

/** On the reader's own clock; with the day unless it is today. */
function timeText(at: number): string {
  const then = new Date(at);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(then);
  if (then.toDateString() === new Date().toDateString()) return time;
  return `${time} on ${new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }).format(then)}`;
}
