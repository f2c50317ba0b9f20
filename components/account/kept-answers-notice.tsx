import { Link } from '#components/ui/link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { PageLink } from '#lib/lesson/page-link.ts';

export interface KeptAnswersNoticeProps {
  answers: number;
  /** The lessons of these answers. */
  lessons: readonly PageLink[];
}

/** Tells a new account that it keeps what its browser has answered before, and where that is. */
export function KeptAnswersNotice({ answers, lessons }: KeptAnswersNoticeProps) {
  return (
    <Notice kind="right" title={titleOf(answers)} live className="no-print mb-6">
      You find {answers === 1 ? 'it' : 'them'} in{' '}
      {lessons.map(({ title, href }) => (
        <span key={href}>
          <Link href={href}>{title}</Link>,{' '}
        </span>
      ))}
      and on the page of your <Link href="/progress">progress</Link>.
    </Notice>
  );
}

const titleOf = (answers: number): string =>
  answers === 1 ? '1 answer you gave as a guest is kept' : `${answers} answers you gave as a guest are kept`;
