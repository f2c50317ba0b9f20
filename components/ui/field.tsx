import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';

interface Words {
  label: ReactNode;
  /** What to know before typing. */
  hint?: ReactNode;
  /** What is wrong and how to fix it; empty when the value is valid. */
  error?: ReactNode;
}

const box =
  'block w-full rounded-md border border-line-strong bg-paper-raised px-3 text-base leading-6 transition-colors hover:border-ink aria-invalid:border-wrong aria-invalid:shadow-[inset_0_-2px_0_var(--wrong)] disabled:border-line disabled:bg-paper-sunk disabled:text-ink-soft';

function describedBy(id: string, { hint, error }: Omit<Words, 'label'>) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { id, ...(ids ? { 'aria-describedby': ids } : {}), ...(error ? { 'aria-invalid': true } : {}) };
}

function Hint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p id={`${id}-hint`} className="mt-0.5 text-sm text-ink-soft">
      {children}
    </p>
  ) : null;
}

function Problem({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p id={`${id}-error`} className="mt-1.5 flex items-start gap-2 text-sm text-wrong">
      <Mark kind="wrong" size={16} className="mt-1" />
      <span>{children}</span>
    </p>
  ) : null;
}

function Frame({ id, label, hint, error, children }: Words & { id: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <Hint id={id}>{hint}</Hint>
      <div className="mt-1.5">{children}</div>
      <Problem id={id}>{error}</Problem>
    </div>
  );
}

export interface FieldProps extends Words, Omit<ComponentProps<'input'>, 'children'> {}

/** A single-line input (or file input) with its label above. */
export function Field({ label, hint, error, className = '', ...rest }: FieldProps) {
  const id = useId();
  const own = rest.id ?? id;
  return (
    <Frame id={own} label={label} hint={hint} error={error}>
      <input
        dir="auto"
        className={`${box} min-h-11 py-2 ${className}`}
        {...rest}
        {...describedBy(own, { hint, error })}
      />
    </Frame>
  );
}

export interface SelectFieldProps extends Words, ComponentProps<'select'> {}

/** A select with its label above. */
export function SelectField({ label, hint, error, className = '', children, ...rest }: SelectFieldProps) {
  const id = useId();
  const own = rest.id ?? id;
  return (
    <Frame id={own} label={label} hint={hint} error={error}>
      <div className="relative">
        <select
          className={`${box} min-h-11 appearance-none py-2 pe-9 ${className}`}
          {...rest}
          {...describedBy(own, { hint, error })}
        >
          {children}
        </select>
        <Icon
          name="chevron"
          size={16}
          className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 rotate-90 text-ink-soft"
        />
      </div>
    </Frame>
  );
}

export interface CheckFieldProps extends Words, Omit<ComponentProps<'input'>, 'type' | 'children'> {
  type?: 'checkbox' | 'radio' | undefined;
}

/** A checkbox or radio button with its label. */
export function CheckField({
  label,
  hint,
  error,
  type = 'checkbox',
  className = '',
  ...rest
}: CheckFieldProps) {
  const id = useId();
  const own = rest.id ?? id;
  return (
    <div>
      <div className="flex items-start gap-3">
        <input
          type={type}
          className={`mt-[0.15em] size-6 shrink-0 ${className}`}
          {...rest}
          {...describedBy(own, { hint, error })}
        />
        <div className="min-w-0 grow">
          <label htmlFor={own} className="block">
            {label}
          </label>
          <Hint id={own}>{hint}</Hint>
          <Problem id={own}>{error}</Problem>
        </div>
      </div>
    </div>
  );
}
