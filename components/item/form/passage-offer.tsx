import { type ToggleEvent, useRef, useState } from 'react';
import { FetchedText } from '#components/lesson/static-text.tsx';
import { flowClass } from '#components/lesson/text-runs.tsx';
import { Link } from '#components/ui/link.tsx';
import type { TeachingPassage } from '#lib/sitting/served-item.ts';

export interface PassageOfferProps {
  id: string;
  passage: TeachingPassage;
}

/**
 * The passage that teaches a question, opened beside it, or above it where there is no room. Its text is fetched when it is opened;
 * without a script, or when it cannot be fetched, there is the link to its page. Escape closes it like its button, and the
 * focus goes back to what has opened it.
 */
export function PassageOffer({ id, passage: { title, href, textHref } }: PassageOfferProps) {
  const [text, setText] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const onToggle = ({ newState, currentTarget }: ToggleEvent<HTMLElement>): void => {
    if (newState === 'closed') {
      const { activeElement, body } = document;
      if (activeElement === body || currentTarget.contains(activeElement)) opener.current?.focus();
      return;
    }
    closeOnEscape(currentTarget);
    if (!text) fetchText(textHref).then(setText);
  };
  return (
    <div className="no-print mt-4">
      <button
        ref={opener}
        type="button"
        popoverTarget={id}
        className="min-h-11 rounded-md text-start font-semibold text-accent underline underline-offset-4"
      >
        Read what teaches this: {title}
      </button>
      <section id={id} popover="manual" aria-label={title} onToggle={onToggle} className="passage">
        <div className="mb-3 flex items-start justify-between gap-4">
          <p className="font-semibold">{title}</p>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            className="min-h-11 shrink-0 px-2 font-semibold text-accent underline underline-offset-4"
          >
            Close
          </button>
        </div>
        {text ? <FetchedText html={text} className={flowClass} /> : null}
        <p className="mt-4">
          <Link href={href}>Open it in the lesson</Link>
        </p>
      </section>
    </div>
  );
}

/** A click elsewhere must not close it, since the question beside it is answered meanwhile, so it is no automatic popover. */
function closeOnEscape(popover: HTMLElement): void {
  const until = new AbortController();
  const { signal } = until;
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape' && popover.isConnected) popover.hidePopover();
  };
  document.addEventListener('keydown', onKey, { signal });
  popover.addEventListener('beforetoggle', () => until.abort(), { signal });
}

async function fetchText(href: string): Promise<string | null> {
  try {
    const reply = await fetch(href);
    return reply.ok ? await reply.text() : null;
  } catch {
    // Without a connection the link is left.
    return null;
  }
}
