import type { ReactNode } from 'react';

export interface PersonMenuProps {
  displayName: string;
  /** The links. */
  children: ReactNode;
}

const id = 'person-menu';

/** The user’s own pages and signing out, behind the name. */
export function PersonMenu({ displayName, children }: PersonMenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={`${displayName}, your account`}
        className="person-button"
      >
        <span aria-hidden="true">{displayName.trim().slice(0, 1).toUpperCase()}</span>
        <span dir="auto">{displayName}</span>
      </button>
      <nav id={id} popover="auto" aria-label="Your account" className="pop person-menu">
        <p dir="auto">{displayName}</p>
        {children}
      </nav>
    </>
  );
}
