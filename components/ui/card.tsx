import type { ReactNode } from 'react';
import { Link } from './link.tsx';

const face = 'rounded-md border border-line bg-paper-raised p-4 [--surface:var(--paper-raised)] sm:p-5';

export interface CardProps {
  children: ReactNode;
  as?: 'div' | 'section' | 'article' | 'li' | undefined;
  className?: string | undefined;
}

/** A raised box for separate objects, not for ordinary paragraphs. */
export function Card({ children, as: Tag = 'div', className = '' }: CardProps) {
  return <Tag className={`${face} ${className}`}>{children}</Tag>;
}

export interface CardLinkProps {
  href: string;
  title: ReactNode;
  children?: ReactNode;
  /** Small facts at the foot: minutes, level, progress. */
  foot?: ReactNode;
  heading?: 'h2' | 'h3' | 'h4' | undefined;
  className?: string | undefined;
}

/** A card that is one large target; only its title is the link, so that screen readers read it once. */
export function CardLink({
  href,
  title,
  children,
  foot,
  heading: Heading = 'h3',
  className = '',
}: CardLinkProps) {
  return (
    <div
      className={`group relative flex gap-4 transition-colors hover:border-line-strong focus-within:border-line-strong ${face} ${className}`}
    >
      <div className="flex min-w-0 grow flex-col">
        <Heading className="text-lg">
          <Link
            href={href}
            className="no-underline group-hover:text-accent after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent"
          >
            {title}
          </Link>
        </Heading>
        {children ? <div className="mt-1 text-ink-soft">{children}</div> : null}
        {foot ? (
          <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-1 pt-3 text-sm wrap-anywhere text-ink-soft">
            {foot}
          </div>
        ) : null}
      </div>
    </div>
  );
}
