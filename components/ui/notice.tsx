import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';

export type NoticeKind = 'info' | 'right' | 'wrong' | 'unsure';

const tints = {
  info: 'border-accent/30 bg-accent-tint',
  right: 'border-right/30 bg-right-tint',
  wrong: 'border-wrong/30 bg-wrong-tint',
  unsure: 'border-unsure/30 bg-unsure-tint',
} as const satisfies Record<NoticeKind, string>;

const words = {
  info: 'text-accent',
  right: 'text-right',
  wrong: 'text-wrong',
  unsure: 'text-unsure',
} as const satisfies Record<NoticeKind, string>;

export interface NoticeProps {
  kind?: NoticeKind | undefined;
  /** The outcome, in the kind’s colour: "Right", "Not yet", "Not saved". */
  title: ReactNode;
  children?: ReactNode;
  /** The next step: a button or a link. */
  action?: ReactNode;
  /** Announced when it appears; omit it for notices that are part of the initial page. */
  live?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined;
}

/** A short message with an icon, a title, and optionally text and an action. Focusable by script. */
export function Notice({
  kind = 'info',
  title,
  children,
  action,
  live = false,
  id,
  className = '',
}: NoticeProps) {
  return (
    <div
      id={id}
      tabIndex={-1}
      {...(live ? { role: kind === 'wrong' ? 'alert' : 'status' } : {})}
      className={`keep-together grid grid-cols-[auto_1fr] gap-x-3 rounded-md border px-4 py-3 ${tints[kind]} ${className}`}
    >
      <Mark kind={kind} className="mt-[0.3em]" />
      <div className="min-w-0 max-w-measure">
        <strong className={words[kind]}>{title}</strong>
        {children ? <div className="mt-0.5 [&>*+*]:mt-3">{children}</div> : null}
        {action ? <div className="mt-3 flex flex-wrap gap-3">{action}</div> : null}
      </div>
    </div>
  );
}
