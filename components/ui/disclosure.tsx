import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
  /** Disclosures of one name close each other. */
  name?: string | undefined;
  className?: string | undefined;
}

/** Additional content, closed by default; needs no script. */
export function Disclosure({ summary, children, open = false, name, className = '' }: DisclosureProps) {
  return (
    <details open={open} {...(name ? { name } : {})} className={`group/disclosure ${className}`}>
      <summary className="-mx-2 flex min-h-11 list-none items-center gap-2 rounded-md px-2 py-1.5 font-semibold transition-colors hover:bg-accent-tint">
        <Icon
          name="chevron"
          size={16}
          className="text-ink-soft transition-transform group-open/disclosure:rotate-90"
        />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className="pt-1 pb-3 ps-6">{children}</div>
    </details>
  );
}
