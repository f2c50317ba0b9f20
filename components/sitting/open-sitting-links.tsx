import { Link } from '#components/ui/link.tsx';
import { RareIcon } from '#components/ui/rare-icon.tsx';
import { spanInWords } from '#lib/calendar/time-in-words.ts';

export interface OpenSittingLinksProps {
  sittings: readonly {
    readonly href: string;
    readonly title: string;
    readonly lessonTitle: string;
    /** Time left when the page was made; null when no clock runs. */
    readonly leftMs: number | null;
  }[];
}

/** The way back to each open challenge or test, on all pages but its own until it ends. */
export function OpenSittingLinks({ sittings }: OpenSittingLinksProps) {
  return (
    <nav aria-label="Not finished" className="open-sitting no-print">
      {sittings.map(({ href, title, lessonTitle, leftMs }) => (
        <Link key={href} href={href}>
          <RareIcon name="clock" />
          <span>
            <b>{title}</b> is open: {lessonTitle}
            {leftMs === null ? '' : `, ${spanInWords(leftMs)} left`}.{' '}
            <b className="whitespace-nowrap text-accent">Continue</b>
          </span>
        </Link>
      ))}
    </nav>
  );
}
