import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { Link, type LinkProps } from './link.tsx';

export type ButtonKind = 'primary' | 'quiet' | 'bare' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const kinds = {
  primary: 'button-primary',
  quiet: 'button-quiet',
  bare: 'button-bare',
  danger: 'button-danger',
} as const satisfies Record<ButtonKind, string>;

const sizes = {
  small: 'min-h-9 px-3 text-sm',
  medium: 'min-h-11 px-4 text-base leading-6',
  large: 'min-h-13 px-6 text-base leading-6',
} as const satisfies Record<ButtonSize, string>;

interface Appearance {
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  /** Shown before the label, or after it with `after`. */
  icon?: IconName | undefined;
  after?: boolean | undefined;
  children: ReactNode;
}

function buttonStyle(kind: ButtonKind, size: ButtonSize, className: string): string {
  return `button ${kinds[kind]} ${sizes[size]} ${className}`;
}

function Face({ icon, after = false, children }: Pick<Appearance, 'icon' | 'after' | 'children'>) {
  return (
    <>
      {icon && !after ? <Icon name={icon} className="-ms-0.5" /> : null}
      {children}
      {icon && after ? <Icon name={icon} className="-me-0.5" /> : null}
    </>
  );
}

export interface ButtonProps extends Appearance, Omit<ComponentProps<'button'>, 'children'> {
  /** The action is running: the button keeps its size and focus, and ignores further presses. */
  pending?: boolean | undefined;
}

/** A button; at most one `primary` in each view. */
export function Button({
  kind = 'primary',
  size = 'medium',
  icon,
  after,
  pending = false,
  className = '',
  children,
  type = 'submit',
  ...rest
}: ButtonProps) {
  const busy = pending
    ? ({ 'aria-disabled': true, 'aria-busy': true, type: 'button', onClick: undefined } as const)
    : { type };
  return (
    <button className={buttonStyle(kind, size, className)} {...rest} {...busy}>
      <Face icon={icon} after={after}>
        <span className={pending ? 'animate-breathe' : ''}>{children}</span>
      </Face>
    </button>
  );
}

export interface ButtonLinkProps extends Appearance, Omit<LinkProps, 'children'> {}

/** A link styled as a button: it navigates and changes nothing. */
export function ButtonLink({
  kind = 'primary',
  size = 'medium',
  icon,
  after,
  className = '',
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link className={buttonStyle(kind, size, className)} {...rest}>
      <Face icon={icon} after={after}>
        {children}
      </Face>
    </Link>
  );
}
